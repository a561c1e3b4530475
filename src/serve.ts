import { given } from '#platform/given.ts'
import { assessWhatIsDue } from '#alerts/index.ts'
import { openControl } from '#control.ts'
import { openFrontDesk } from '#access/index.ts'
import { loadDemo } from '#demo/index.ts'
import { openHouse } from '#house.ts'
import type { House } from '#house.ts'
import { systemClock } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import { openServer, purgeDrafts, purgeSessions } from '#platform/http/index.ts'
import { startJobs } from '#platform/jobs.ts'
import type { Job } from '#platform/jobs.ts'
import { loggable, openLog } from '#platform/log.ts'
import type { Log } from '#platform/log.ts'
import type { Settings } from '#platform/settings.ts'
import { beginningOf, beginRecord, analyzeTables, refoldDue } from '#record/index.ts'
import { navigation, routesOf } from '#rooms.ts'
import type { HouseVerb } from '#verbs/verb.ts'

interface Running {
  readonly address: string
  /** Settles with the exit code when the server has stopped. */
  readonly stopped: Promise<number>
  readonly stop: () => Promise<void>
}

/** The state that pages and `/health/ready` read while the house opens. */
interface Opening {
  partnership: string
  demo: boolean
  loading: boolean
  failed?: string
}

/**
 * Open the house to the street: database, record, pages, jobs, sealer. The address answers at once; until an empty embedded
 * record has its demo, `/health/ready` says 503.
 */
export const serve = async (
  settings: Settings,
  verbs: readonly HouseVerb[],
  tell: (text: string) => void,
): Promise<Running> => {
  const log = openLog(settings.logLevel)
  const clock = systemClock
  const house = await openHouse(settings, clock, 'serving', (done, all, list) => {
    if (done === all || done % 10_000 === 0) tell(`Lists are made again for this edition: ${list}, ${done} of ${all}`)
  })
  const opening: Opening = { partnership: settings.partnership, demo: false, loading: true }
  const notReady = (): string | undefined =>
    opening.failed ?? (opening.loading ? 'The record is being opened.' : undefined)
  const server = await openServer({
    database: house.database,
    clock,
    log,
    routes: routesOf({
      database: house.database,
      book: house.book,
      record: () => opening,
      deliveryLimits: settings.deliveries,
    }),
    desk: openFrontDesk({ database: house.database, nav: navigation, isDemo: () => opening.demo }),
    notReady,
    uploadBytes: settings.uploadBytes,
    ...given({ publicUrl: settings.publicUrl }),
  })
  const address = await listen(server, settings, house)
  const control = settings.databaseUrl === undefined ? await openControl(house, verbs, notReady, log) : undefined
  tell(`Rooftree is at ${address}`)
  const opened = openRecord(house, settings, opening, tell).catch((error: unknown) => {
    opening.failed = 'The record could not be opened; the log says why.'
    log.error(loggable(error), 'record not opened')
  })
  // Only once the record is open: the demo's years are sealed by its own stepped clock.
  const sealer = opened.then(() => keepSealed(house, log))
  const jobs = opened
    .then(async () => startJobs(house.database, housekeeping(house), log, settings.databaseUrl))
    .catch((error: unknown) => {
      log.error(loggable(error), 'jobs not started')
      return undefined
    })

  const { promise: stopped, resolve: hasStopped } = Promise.withResolvers<number>()
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    stopping ??= (async () => {
      await server.close()
      await opened
      await (await jobs)?.stop()
      await (await sealer).stop()
      await control?.close()
      await house.close()
      hasStopped(0)
    })()
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  return { address, stopped, stop }
}

const listen = async (
  server: Awaited<ReturnType<typeof openServer>>,
  settings: Settings,
  house: House,
): Promise<string> => {
  try {
    const address = await server.listen({ port: settings.port, host: settings.host })
    return settings.publicUrl ?? address
  } catch (error) {
    await house.close()
    throw new Fault(
      'serve.cannot-listen',
      `Rooftree cannot listen on port ${settings.port} of ${settings.host}: ${whyNotListen(error)}`,
      error,
    )
  }
}

const whyNotListen = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'another program is there. Stop it, or set PORT to another.'
  if (code === 'EACCES') return 'this user may not use that port. Set PORT to one above 1023.'
  return 'that is no address of this machine. Set HOST to one, such as 127.0.0.1, or 0.0.0.0 for all of them.'
}

const openRecord = async (
  house: House,
  settings: Settings,
  opening: Opening,
  tell: (text: string) => void,
): Promise<void> => {
  let loaded = false
  const mayDemo =
    settings.demo === 'in-this-postgresql' || (settings.demo === 'on' && settings.databaseUrl === undefined)
  let beginning = await house.database.transaction('app', beginningOf)
  if (beginning === undefined && !mayDemo) {
    const said = { by: 'user:rooftree', agency: 'agency:partnership', source: 'start', at: house.clock.now() }
    await house.database.transaction('app', async (tx) =>
      beginRecord(house.book, tx, said, settings.partnership, false),
    )
    beginning = await house.database.transaction('app', beginningOf)
  }
  if (beginning === undefined || beginning.demo) {
    opening.demo = true
    opening.partnership = 'Harbour Reach Safeguarding Children Partnership'
    loaded = await loadDemo(house, tell)
    if (loaded) {
      await house.seal()
      tell('The demo borough, Harbour Reach, is loaded.')
    }
    tell(
      'Open that address and choose whom to sign in as: everyone there is invented. `npx rooftree demo-people` lists them.',
    )
  }
  opening.partnership = beginning?.partnership ?? opening.partnership
  // A server that was stopped after a load was applied left these to be made.
  await refoldDue(house.database, house.book)
  opening.loading = false
  if (!loaded) return
  // The borough can be looked at while its tables are put in order and its first alerts are raised.
  await analyzeTables(house.database)
  await assessWhatIsDue(house.database, house.book, house.clock.now())
}

/** Seals what has been recorded, within a second, and once more before the house closes. */
const keepSealed = (house: House, log: Log): { stop: () => Promise<void> } => {
  const state = { over: false }
  let wake: () => void = () => undefined
  const sealOnce = async (): Promise<void> => {
    try {
      const { suspect, checkpoint } = await house.seal()
      if (checkpoint !== undefined)
        log.error(
          { code: `record.checkpoint-${checkpoint}` },
          checkpoint === 'missed'
            ? 'there was no checkpoint, though this record had one: run verify'
            : 'the chain does not go through its checkpoint: run verify',
        )
      if (suspect.length > 0)
        log.error(
          { code: 'record.suspect', count: suspect.length },
          'entries that do not match their fingerprint were not sealed',
        )
    } catch (error) {
      log.error(loggable(error), 'not sealed')
    }
  }
  const going = (async () => {
    while (!state.over) {
      await sealOnce()
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 500)
        wake = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
    await sealOnce()
  })()
  return {
    stop: async () => {
      state.over = true
      wake()
      await going
    },
  }
}

const housekeeping = (house: House): Job[] => [
  {
    name: 'bring-alerts-up-to-date',
    when: '* * * * *',
    run: async () => void (await assessWhatIsDue(house.database, house.book, house.clock.now())),
  },
  {
    name: 'purge-sessions',
    when: '20 3 * * *',
    run: async () => purgeSessions(house.database, house.clock.now().subtract({ hours: 24 })),
  },
  {
    name: 'purge-drafts',
    when: '25 3 * * *',
    run: async () => purgeDrafts(house.database, house.clock.now().subtract({ hours: 24 * 14 })),
  },
  { name: 'look-over', when: '40 3 * * *', run: async () => analyzeTables(house.database) },
]
