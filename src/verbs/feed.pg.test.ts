import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { begin, book, instant, landlord, sealAt } from '#feeds/testing/house.ts'
import type { House } from '#house.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { readSettings } from '#platform/settings.ts'
import { checkpointInMemory } from '#record/index.ts'
import { aHousingDelivery, inAFolder } from '../../test/support/deliveries.ts'
import type { DeliveryBuilder } from '../../test/support/deliveries.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { feedVerb } from './feed.ts'
import { WrongCall } from './verb.ts'

const reportShape = z.looseObject({
  state: z.string().optional(),
  applied: z.boolean().optional(),
  accepted: z.boolean().optional(),
  new: z.number().optional(),
  gone: z.number().optional(),
  refused: z.array(z.looseObject({ reason: z.string() })).optional(),
  changedHomes: z.number().optional(),
  known: z.array(z.string()).optional(),
})

describe('feed, from the command line', { concurrency: false }, () => {
  let house: House
  let close: () => Promise<void>
  before(async () => {
    const opened = await emptyDatabase('pglite')
    const database: Database = opened.database
    await begin(database)
    close = opened.close
    const seal = async () => {
      await sealAt(database, '2026-11-21')
      return { sealed: 0, suspect: [] }
    }
    house = {
      database,
      book,
      checkpoints: checkpointInMemory(),
      tables: [],
      clock: steppedClock(instant('2026-11-21')),
      settings: readSettings({}),
      seal,
      close,
    }
  })
  after(async () => close())

  const run = async (
    words: readonly string[],
    options: Readonly<Record<string, string | boolean>>,
    cwd = '/',
  ): Promise<{ exit: number; report: z.infer<typeof reportShape>; err: string }> => {
    let out = ''
    let err = ''
    const exit = await feedVerb.run(
      house,
      { words, options, json: true },
      { cwd, out: (text) => void (out += text), err: (text) => void (err += text), progress: () => undefined },
    )
    return { exit, report: reportShape.parse(JSON.parse(out)), err }
  }
  const feed = async (delivery: DeliveryBuilder, options: Readonly<Record<string, string | boolean>> = {}) =>
    inAFolder(delivery.files(), async (folder) => run(['housing', '.'], { from: landlord, ...options }, folder))

  it('checks without changing anything: 0 when sound, 1 when not', async () => {
    const sound = await feed(aHousingDelivery(), { check: true })
    assert.deepEqual([sound.exit, sound.report.accepted], [0, true])
    const broken = await feed(aHousingDelivery().where('homes.csv', 0, { tenure: 'feudal' }), { check: true })
    assert.deepEqual(
      [broken.exit, broken.report.accepted, broken.report.refused?.map(({ reason }) => reason)],
      [1, false, ['cell.not-an-allowed-value']],
    )
  })

  it('answers 0 only when all of it was applied', async () => {
    const broken = await feed(aHousingDelivery().where('homes.csv', 0, { tenure: 'feudal' }))
    assert.deepEqual([broken.exit, broken.report.applied], [1, false])
    const sound = await feed(aHousingDelivery())
    assert.deepEqual([sound.exit, sound.report.applied, sound.report.new, sound.report.changedHomes], [0, true, 21, 2])
  })

  it('answers 1 while it waits for a person, and applies when that person says on the command line that they looked', async () => {
    const less = aHousingDelivery()
      .extractedAt('2026-11-20T20:00:00Z')
      .holding('occupancy.csv', 'home_ref,person_ref\nH1,P1\n')
      .promising('occupancy.csv', 1)
      .holding('register_people.csv', 'application_ref,person_ref\n')
      .promising('register_people.csv', 0)
    const waits = await feed(less)
    assert.deepEqual([waits.exit, waits.report.state, waits.report.gone], [1, 'waiting-for-confirmation', 5])
    assert.match(
      waits.err,
      /occupancy\.csv had 4 rows before and has 1 now[\s\S]*\/feeds\/[0-9a-f-]+\), or load it again with --confirm-gone/u,
    )
    const confirmed = await feed(less, { 'confirm-gone': true })
    assert.deepEqual([confirmed.exit, confirmed.report.state], [0, 'applied'])
  })

  it('names the agencies that are known when it is given one that is not', async () => {
    const unknown = await run(['housing', '.'], { from: 'agency:nobody' })
    assert.equal(unknown.exit, 1)
    assert.ok(unknown.report.known?.includes(landlord) && unknown.err.includes('Quayside Homes'))
  })

  it('refuses a sender that sends no such delivery, and says who does, even when it only checks', async () => {
    const wrong = await inAFolder(aHousingDelivery().files(), async (folder) =>
      run(['housing', '.'], { from: 'agency:csc', check: true }, folder),
    )
    assert.deepEqual([wrong.exit, wrong.report.known], [1, ['agency:pier', landlord]])
    assert.match(
      wrong.err,
      /"agency:csc" does not send housing deliveries\. This kind of delivery is sent by a landlord or the council’s housing department/u,
    )
    assert.deepEqual((await run(['ssd', '.'], { from: landlord })).report.known, ['agency:csc'])
  })

  it('takes a call whose words are off for wrong, which is exit code 2', async () => {
    for (const [words, options] of [
      [['police', '.'], { from: landlord }],
      [['housing'], { from: landlord }],
      [['housing', '.'], {}],
      [[], {}],
    ] as const)
      await assert.rejects(run(words, options), WrongCall)
  })
})
