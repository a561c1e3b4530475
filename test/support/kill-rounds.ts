import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openHouse } from '#house.ts'
import { systemClock } from '#platform/dates.ts'
import { readSettings } from '#platform/settings.ts'
import { rebuild, verify } from '#record/index.ts'

interface KilledRound {
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly faults: readonly string[]
  readonly rebuiltAlike: boolean
}

/**
 * Start a writer, let it acknowledge some entries, kill it without warning, and look at what is left. `beforeOpening` kills or
 * restarts what else there is to kill (the PostgreSQL server).
 */
export const killWriter = async (
  environment: Record<string, string>,
  afterAcknowledged: number,
  whenKilling: () => Promise<void> = async () => undefined,
): Promise<KilledRound> => {
  const acknowledged = await writeUntilKilled(environment, afterAcknowledged, whenKilling)
  const house = await openHouse(readSettings(environment), systemClock)
  try {
    const teams = async (): Promise<string[]> =>
      house.database.transaction('app', async (tx) =>
        (await sql<{ id: string }>`select id from team order by id`.execute(tx)).rows.map(({ id }) => id),
      )
    await house.seal()
    const kept = await teams()
    const has = new Set(kept)
    await rebuild(house.database, house.book)
    const { faults } = await verify(house.database, house.checkpoints)
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((team) => !has.has(team)),
      faults: faults.map(({ what }) => what),
      rebuiltAlike: JSON.stringify(await teams()) === JSON.stringify(kept),
    }
  } finally {
    await house.close()
  }
}

const writeUntilKilled = async (
  environment: Record<string, string>,
  after: number,
  whenKilling: () => Promise<void>,
): Promise<string[]> => {
  const writer = spawn(process.execPath, [fileURLToPath(new URL('./kill-writer.ts', import.meta.url))], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let heard = ''
  let complaint = ''
  writer.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const enough = new Promise<void>((done) => {
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      if (heard.split('\n').length - 2 >= after) done()
    })
  })
  const gone = once(writer, 'close')
  await Promise.race([enough, gone])
  if (writer.exitCode !== null) throw new Error(`The writer stopped by itself: ${complaint}`)
  await whenKilling()
  // It may have died already, of its server.
  writer.kill('SIGKILL')
  await gone
  // The last line may have been cut; what has no line end was not acknowledged to us.
  return heard
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('team:'))
}

/** Start a first time on an empty folder and be killed after so many milliseconds of it: nothing need have been acknowledged. */
export const killDuringFirstStart = async (
  environment: Record<string, string>,
  milliseconds: number,
): Promise<void> => {
  const writer = spawn(process.execPath, [fileURLToPath(new URL('./kill-writer.ts', import.meta.url))], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'ignore',
  })
  const timer = setTimeout(() => writer.kill('SIGKILL'), milliseconds)
  await once(writer, 'exit')
  clearTimeout(timer)
}
