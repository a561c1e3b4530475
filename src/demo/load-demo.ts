import { sql } from 'kysely'
import { familiesProjections, familiesProjectionsForLoading } from '#families/index.ts'
import { housingProjections } from '#housing/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Clock } from '#platform/dates.ts'
import { dayInLondon } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import { beginRecord, entriesAbout, partnership, rebuild, RecordBegun, sealPending } from '#record/index.ts'
import type { Authorship, CheckpointStore, RecordBook, Recorded } from '#record/index.ts'
import { calendarFrom, calendarOf } from './calendar.ts'
import type { Calendar, Step } from './calendar.ts'
import type { Happening } from './chronicle.ts'
import { commands, inOrder } from './commands.ts'
import type { Asks, CommandName } from './commands.ts'
import { receiveDeliveries } from './deliveries.ts'
import { agencyOf } from './people.ts'
import { happeningsOf } from './plan.ts'

/** What the demo needs of the house. */
export interface DemoHouse {
  readonly database: Database
  readonly book: RecordBook
  readonly checkpoints: CheckpointStore
  readonly clock: Clock
}

/** Stands in the envelope of every entry that the demo made: how far a load came is read from the record itself. */
const source = 'form:demo'

/**
 * Load the demo borough into an empty record, or go on where a load was broken off. Its three years are lived through step by
 * step: what is recorded in a step carries that day's instant and is sealed at it, so that "as known on" an earlier day shows
 * the past. A step is one transaction: it is wholly there or not at all.
 *
 * @returns true when something was loaded
 */
export const loadDemo = async (house: DemoHouse, tell: (text: string) => void): Promise<boolean> => {
  const calendar = await beginning(house)
  const reached = await lastStep(house.database)
  if (reached !== undefined) await sealAt(house, reached)
  const left = stepsOf(calendar, happeningsOf(calendar)).filter(
    ({ at }) => reached === undefined || Temporal.Instant.compare(at, reached) > 0,
  )
  const deliver = async (): Promise<boolean> => receiveDeliveries(house, calendar, async (at) => sealAt(house, at))
  if (left.length === 0) return deliver()
  tell(
    reached === undefined
      ? 'Loading the demo borough: three years of Harbour Reach.'
      : 'Going on with the demo borough where its load was broken off.',
  )
  const { kept, made } = inTwo(house.book)
  for (const [lived, step] of left.slice(0, -1).entries()) {
    await live(house, kept, step)
    if (house.database.engine === 'pglite' && lookedOver.has(lived))
      await house.database.transaction('owner', async (tx) => void (await sql`analyze`.execute(tx)))
  }
  // What nobody reads while it loads is made at once before the last step, which shows the next start that it was made.
  await rebuild(house.database, made)
  for (const step of left.slice(-1)) await live(house, house.book, step)
  await deliver()
  return true
}

/** After how many steps the embedded default, which has no autovacuum, is told how large its tables have become: entries are then found by index, a tenth of the load sooner. */
const lookedOver: ReadonlySet<number> = new Set([8, 30])

/** The same book keeping in step only what commands read, and only what they do not. */
const inTwo = (book: RecordBook): { kept: RecordBook; made: RecordBook } => {
  const later = new Set([
    ...familiesProjections.filter((projection) => !familiesProjectionsForLoading.includes(projection)),
    ...housingProjections,
  ])
  const having = (of: boolean): RecordBook => ({
    ...book,
    projections: book.projections.filter((projection) => later.has(projection) === of),
  })
  return { kept: having(false), made: having(true) }
}

const live = async (house: DemoHouse, book: RecordBook, step: FullStep): Promise<void> => {
  await house.database.transaction('app', async (tx) => take(book, tx, step))
  await sealAt(house, step.at)
}

/** The demo's clock may be stepped only in a record whose first entry says that it is a demo. */
const beginning = async (house: DemoHouse): Promise<Calendar> => {
  const begun = await house.database.transaction('app', async (tx) =>
    (await entriesAbout(tx, { subjects: [partnership.id], kinds: [RecordBegun.kind] })).find(RecordBegun.is),
  )
  if (begun !== undefined) {
    if (!begun.body.demo)
      throw new Fault('demo.not-a-demo', 'This record is not a demo: its clock is not to be stepped.')
    return calendarOf(begun.recordedAt)
  }
  const calendar = calendarFrom(dayInLondon(house.clock.now()))
  const said = { by: 'user:rooftree', agency: partnership.id, source: 'start', at: calendar.begins }
  await house.database.transaction('app', async (tx) =>
    beginRecord(house.book, tx, said, 'Harbour Reach Safeguarding Children Partnership', true),
  )
  await sealAt(house, calendar.begins)
  return calendar
}

const lastStep = async (database: Database): Promise<Temporal.Instant | undefined> =>
  database.transaction('app', async (tx) => {
    const found = await sql<{
      at: string | null
    }>`select max(recorded_at) as at from entry where source = ${source}`.execute(tx)
    const at = found.rows[0]?.at
    return at === null || at === undefined ? undefined : Temporal.Instant.from(at)
  })

const sealAt = async ({ database, checkpoints }: DemoHouse, at: Temporal.Instant): Promise<void> => {
  await sealPending(database, () => at, checkpoints)
}

interface FullStep extends Step {
  readonly happenings: readonly Happening[]
}

/** Each happening is recorded in the first step that is not before it. */
const stepsOf = (calendar: Calendar, happenings: readonly Happening[]): FullStep[] => {
  const byStep = Map.groupBy(
    happenings,
    ({ ago }) => calendar.steps.find((step) => step.ago <= ago) ?? calendar.steps.at(-1),
  )
  return calendar.steps.flatMap((step) => {
    const here = byStep.get(step)
    return here === undefined ? [] : [{ ...step, happenings: here.toSorted((one, other) => other.ago - one.ago) }]
  })
}

const take = async (book: RecordBook, tx: Tx, { at, happenings }: FullStep): Promise<void> => {
  for (const name of inOrder) {
    const authors = new Set(happenings.filter(({ does }) => does === name).map(({ by }) => by))
    for (const by of authors) {
      const asks = asksOf(
        happenings.filter((happening) => happening.by === by),
        name,
      )
      const done = await perform(book, tx, { by, agency: agencyOf(by), source, at }, name, asks)
      if (!done.accepted)
        throw new Fault(
          'demo.refused',
          `The demo’s “${name}” was refused: ${done.because.map(({ reason, field }) => `${reason} ${field ?? ''}`).join(', ')}.`,
        )
    }
  }
}

const perform = async <K extends CommandName>(
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  name: K,
  asks: readonly Asks[K][],
): Promise<Recorded<unknown>> => commands[name].record(book, tx, said, asks)

const asksOf = <K extends CommandName>(happenings: readonly Happening[], name: K): Asks[K][] =>
  happenings
    .filter(
      (happening): happening is Happening & { readonly does: K; readonly ask: Asks[K] } => happening.does === name,
    )
    .map(({ ask }) => ask)
