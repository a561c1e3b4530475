import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import { FamilyMemberJoined, FamilyOpened } from '#families/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { beginLoad, closeLoad, entryById, preparing, standInLoad, takePage, writePage } from '#record/index.ts'
import type { Authorship, Entry, RecordBook } from '#record/index.ts'
import { changesOf } from './changes.ts'
import { differencesOf } from './differences.ts'
import type { Differences, SaidBefore, ToSay, ToTakeBack } from './differences.ts'
import { rowsOfUnits, separator } from './loaded-rows.ts'
import type { Mapping, NotTakenCount, Source } from './loaded-rows.ts'
import type { Pace } from './pace.ts'
import { inOrder, recordAsks } from './commands.ts'
import type { Asks, Of, Saying, SayingOf } from './statements.ts'
import { takeBack } from './take-back.ts'

/** A rule of a room refuses what a row says: the whole delivery is refused, and its transaction undone. */
export class RuleRefuses extends Error {
  readonly refused: readonly { readonly file: string; readonly line: number; readonly says: string }[]

  constructor(refused: RuleRefuses['refused']) {
    super('A rule refuses what a delivery says.')
    this.name = 'RuleRefuses'
    this.refused = refused
  }
}

interface Spoken {
  readonly entries: number
  readonly notTaken: readonly NotTakenCount[]
  /** Homes to be hidden: said in the transaction that applies the delivery, so that they are withheld with the same commit. */
  readonly hidings: readonly ToSay[]
}

/** What a page leaves to be written down. */
interface Page {
  readonly last: string | undefined
  readonly units: number
  readonly made: readonly Entry[]
  readonly prepared: ReturnType<typeof takePage>
  readonly remembered: readonly Remembered[]
}

/**
 * Decide what every touched unit says now, kind by kind and page by page. The rooms' commands refuse what they would refuse of a form;
 * what they accept is prepared, and nobody sees it before the load is recorded.
 */
export const sayTouched = async (
  book: RecordBook,
  pace: Pace,
  said: Authorship,
  source: Source,
  mapping: Mapping,
  told: (units: number, all: number) => void,
): Promise<Spoken> => {
  const { delivery } = source
  const load = beginLoad(source.load)
  const all = await pace.write(
    async (tx) =>
      (await sql<{ all: number }>`select count(*) as all from feed_touched where delivery = ${delivery}`.execute(tx))
        .rows[0]?.all ?? 0,
  )
  const notTaken = new Map<string, NotTakenCount>()
  const hidings: ToSay[] = []
  const changed = changesOf(delivery)
  let units = 0
  let entries = 0
  let writing: Promise<void> = Promise.resolve()
  try {
    for (const unitType of mapping.order) {
      for (let after: string | undefined = ''; after !== undefined;) {
        const from: string = after
        const page = await pace.decide(async (tx) =>
          decidePage(preparing(book, load), tx, said, source, mapping, unitType, from, pace, load, notTaken, hidings),
        )
        await writing
        writing = pace.write(async (tx) => {
          await writePage(tx, load, page.prepared)
          await remember(tx, source, unitType, page.remembered)
        })
        // Whoever waits for it hears of a fault; until then it is nobody's.
        writing.catch(() => undefined)
        changed.count(page.made)
        after = page.last
        // What is said of one kind of unit may be asked for by the next.
        if (!pace.ahead || after === undefined) await writing
        units += page.units
        entries += page.made.length
        if (page.units > 0) told(units, all)
      }
    }
  } finally {
    await writing.catch(() => undefined)
  }
  await closeLoad(pace.write, load)
  await changed.write(pace.write)
  return { entries, notTaken: [...notTaken.values()], hidings }
}

const decidePage = async (
  asIfLoaded: RecordBook,
  tx: Tx,
  said: Authorship,
  source: Source,
  mapping: Mapping,
  unitType: string,
  from: string,
  { page, giveWay }: Pace,
  load: ReturnType<typeof beginLoad>,
  notTaken: Map<string, NotTakenCount>,
  hidings: ToSay[],
): Promise<Page> => {
  standInLoad(tx, load)
  const size = page()
  const found = await sql<{
    unit: string
  }>`select unit from feed_touched where delivery = ${source.delivery} and unit_type = ${unitType} and unit > ${from} order by unit limit ${size}`.execute(
    tx,
  )
  const touched = found.rows.map(({ unit }) => unit)
  if (touched.length === 0) return { last: undefined, units: 0, made: [], prepared: [], remembered: [] }
  const differences = await differencesOfPage(tx, source, mapping, unitType, touched, notTaken)
  hidings.push(...differences.flatMap(({ say }) => say).filter(({ saying }) => saying.of === 'hiding'))
  const taken = differences.flatMap(({ takeBack: back }) => back).filter(({ how }) => how !== 'keep')
  const back = taken.length === 0 ? [] : await takeBack(asIfLoaded, tx, said, taken, source.extractDay)
  await giveWay()
  const now = await sayPage(
    asIfLoaded,
    tx,
    said,
    differences.flatMap(({ say }) => say).filter(({ saying }) => saying.of !== 'hiding'),
    giveWay,
  )
  return {
    last: touched.length < size ? undefined : touched.at(-1),
    units: touched.length,
    made: [...back, ...now.made],
    prepared: takePage(load),
    remembered: [...forgotten(taken), ...now.remembered],
  }
}

const differencesOfPage = async (
  tx: Tx,
  source: Source,
  mapping: Mapping,
  unitType: string,
  touched: readonly string[],
  notTaken: Map<string, NotTakenCount>,
): Promise<Differences[]> => {
  const rows = await rowsOfUnits(tx, source, mapping.rowsFrom[unitType] ?? unitType, touched)
  const says = await mapping.say(tx, source, unitType, touched, rows)
  const before = await saidBefore(tx, source, unitType, touched)
  const alive = new Set(rows.map(({ unit }) => unit))
  return touched.map((unit) => {
    const now = says.get(unit) ?? { sayings: [], notTaken: [] }
    for (const { file, why } of now.notTaken)
      notTaken.set(`${file} ${why}`, { file, why, count: (notTaken.get(`${file} ${why}`)?.count ?? 0) + 1 })
    return differencesOf(unit, now, before.get(unit) ?? [], !alive.has(unit))
  })
}

/** Hide what the delivery says must be hidden: its rows are made at once; last, because that locks those few homes. */
export const sayHidings = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  source: Source,
  hidings: readonly ToSay[],
): Promise<number> => {
  const { made, remembered } = await sayPage(book, tx, said, hidings)
  await remember(tx, source, 'home', remembered)
  const changed = changesOf(source.delivery)
  changed.count(made)
  await changed.write(async (work) => work(tx))
  return made.length
}

/** What was said becomes what was said before. */
export const rememberSaid = async (tx: Tx, { agency, kind, load }: Source): Promise<void> => {
  await sql`delete from feed_said f using feed_said_next n where n.load = ${load} and n.entry_id is null
    and f.agency = ${agency} and f.kind = ${kind} and f.unit_type = n.unit_type and f.unit = n.unit and f.slot = n.slot`.execute(
    tx,
  )
  await sql`insert into feed_said (agency, kind, unit_type, unit, slot, entry_id, about, hash, if_unsaid, if_gone)
    select ${agency}, ${kind}, unit_type, unit, slot, entry_id, about, hash, if_unsaid, if_gone from feed_said_next where load = ${load} and entry_id is not null order by unit_type, unit, slot
    on conflict (agency, kind, unit_type, unit, slot) do update set entry_id = excluded.entry_id, about = excluded.about, hash = excluded.hash, if_unsaid = excluded.if_unsaid, if_gone = excluded.if_gone`.execute(
    tx,
  )
}

const sayPage = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  say: readonly ToSay[],
  giveWay: () => Promise<void> = async () => undefined,
): Promise<{ readonly made: readonly Entry[]; readonly remembered: readonly Remembered[] }> => {
  const made: Entry[] = []
  const remembered: Remembered[] = []
  for (const of of inOrder) {
    const asked = await notYetSo(
      tx,
      say.filter(({ saying }) => saying.of === of),
    )
    if (asked.length === 0) continue
    await giveWay()
    const asks = await asksOf(tx, of, asked)
    const recorded = await recordAsks(of, book, tx, said, asks)
    if (!recorded.accepted) {
      throw new RuleRefuses(
        recorded.because.map(({ ask, says }) => ({
          file: asked[ask]?.saying.file ?? '',
          line: asked[ask]?.saying.line ?? 0,
          says,
        })),
      )
    }
    const { entries } = recorded.value
    made.push(...entries)
    for (const [saidNow, entry] of entriesFor(of, asked, entries)) {
      const { saying, unit, hash } = saidNow
      remembered.push({
        unit,
        slot: saying.slot,
        entry: entry.id,
        about: saying.about.join(' '),
        hash,
        unsaid: saying.ifUnsaid,
        gone: saying.ifGone,
      })
    }
  }
  return { made, remembered }
}

/** What already is so, by a form or another agency's feed, is not said again: who works with whom, what is hidden. */
const notYetSo = async (tx: Tx, say: readonly ToSay[]): Promise<readonly ToSay[]> => {
  const of = say[0]?.saying.of
  if (of === 'hiding') {
    const hidden = await sql<{
      subject: string
    }>`select subject from access_restriction_said where subject = any (${say.flatMap(({ saying }) => saying.about)}::text[]) and until_day is null`.execute(
      tx,
    )
    return say.filter(({ saying }) => !hidden.rows.some(({ subject }) => saying.about.includes(subject)))
  }
  if (of !== 'involvement' && of !== 'responsibility') return say
  const grants = await sql<{ scope: string; principal: string; from: string; until: string | null }>`
    select scope, principal, from_day as "from", until_day as until from access_grant where scope = any (${say.map(({ saying }) => saying.about[0])}::text[]) and way <> 'reason-given'`.execute(
    tx,
  )
  return say.filter(({ saying: { about, ...saying } }) => {
    const from = saying.of === 'involvement' || saying.of === 'responsibility' ? saying.ask({}).from.toString() : ''
    return !grants.rows.some(
      (grant) =>
        grant.scope === about[0] &&
        grant.principal === about[1] &&
        grant.from <= from &&
        (grant.until === null || from < grant.until),
    )
  })
}

const asksOf = async <K extends Of>(tx: Tx, of: K, say: readonly ToSay[]): Promise<Asks[K][]> => {
  const asks: Asks[K][] = []
  for (const { saying, corrects, unit } of say) {
    if (!isOf(saying, of)) continue
    const own: SayingOf<K> = saying
    asks.push(
      own.ask({
        sourceRow: `${saying.file}:${saying.line} ${unit.replaceAll(separator, ' ')} ${saying.slot}`.slice(0, 300),
        ...given({ corrects }),
        ...(of === 'pregnancy' && corrects !== undefined ? await pregnancyOf(tx, corrects) : {}),
      }),
    )
  }
  return asks
}

const isOf = <K extends Of>(saying: Saying, of: K): saying is Saying & SayingOf<K> => saying.of === of

const pregnancyOf = async (tx: Tx, entry: string): Promise<{ pregnancy?: string }> => {
  const earlier = await entryById(tx, entry)
  const pregnancy = earlier?.body?.['pregnancy']
  return typeof pregnancy === 'string' ? { pregnancy } : {}
}

/** Which entry says what: one for each ask, but for hiding, which a second explains, and a family, which is opened with its members. */
const entriesFor = (of: Of, asked: readonly ToSay[], entries: readonly Entry[]): (readonly [ToSay, Entry])[] => {
  if (of !== 'family') {
    const each = of === 'hiding' ? 2 : 1
    return asked.flatMap((one, at) => paired(one, entries[at * each]))
  }
  const ofFamily = Map.groupBy(entries, ({ subjects }) => subjects[0]?.id ?? '')
  return asked.flatMap((one) => {
    const own = ofFamily.get(one.saying.about[0] ?? '') ?? []
    const members = (one.members ?? []).flatMap((member) =>
      paired(
        member,
        own.find((entry) => FamilyMemberJoined.is(entry) && entry.body.record === member.saying.about[1]),
      ),
    )
    return [...paired(one, own.find(FamilyOpened.is)), ...members]
  })
}

const paired = (one: ToSay, entry: Entry | undefined): (readonly [ToSay, Entry])[] =>
  entry === undefined ? [] : [[one, entry]]

const saidBefore = async (
  tx: Tx,
  source: Source,
  unitType: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, SaidBefore[]>> => {
  const found = await sql<SaidBefore>`
    select unit, slot, entry_id as entry, about, hash, if_unsaid, if_gone from feed_said
    where agency = ${source.agency} and kind = ${source.kind} and unit_type = ${unitType} and unit = any (${[...units]}::text[]) order by unit, slot`.execute(
    tx,
  )
  return Map.groupBy(found.rows, ({ unit }) => unit)
}

/** What is remembered of a slot: by which entry it was said; without an entry: it is said no more. */
interface Remembered {
  readonly unit: string
  readonly slot: string
  readonly entry: string | null
  readonly about: string
  readonly hash: string
  readonly unsaid: string
  readonly gone: string
}

const forgotten = (taken: readonly ToTakeBack[]): Remembered[] =>
  taken.map(({ was: { unit, slot } }) => ({ unit, slot, entry: null, about: '', hash: '', unsaid: '', gone: '' }))

const remember = async (tx: Tx, source: Source, unitType: string, remembered: readonly Remembered[]): Promise<void> => {
  if (remembered.length === 0) return
  // What takes the place of something taken back comes after it.
  const last = [...new Map(remembered.map((one) => [`${one.unit}${separator}${one.slot}`, one])).values()]
  const rows = last.map(({ unit, slot, entry, about, hash, unsaid, gone }) => [
    unit,
    slot,
    entry,
    about,
    hash,
    unsaid,
    gone,
  ])
  await sql`insert into feed_said_next (load, unit_type, unit, slot, entry_id, about, hash, if_unsaid, if_gone)
    select ${source.load}, ${unitType}, r ->> 0, r ->> 1, (r ->> 2)::uuid, r ->> 3, r ->> 4, r ->> 5, r ->> 6 from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r`.execute(
    tx,
  )
}
