import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import { isChild, span } from '#families/index.ts'
import type { Age } from '#families/index.ts'
import { bedAndBreakfast, homeFacts, SleepingArrangementStated } from '#housing/index.ts'
import type { HomeSummary, Listed } from '#housing/index.ts'
import { plainDate } from '#housing/overcrowding/index.ts'
import { isInfant, readHomeInfants } from '#infant-sleep/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { bySubject, entriesAbout, EntryWithdrawn } from '#record/index.ts'
import type { Entry, SubjectId } from '#record/index.ts'
import { ChildInNeedPlanStated, ChildProtectionPlanStated, plansOn } from '#referrals/index.ts'
import { shortfallIn, statutoryIn } from './counted.ts'
import type { Circumstance, ExpectedBaby, HomeForRules, NotKnown, PersonForRules, Shortfall } from './home-for-rules.ts'
import type { AlertSettings } from './policies.ts'

/** Plans that a rule reads, and that may be why an alert moved. */
export const planKinds = [ChildInNeedPlanStated.kind, ChildProtectionPlanStated.kind] as const

/** A home as the rules see it, and whom an alert about it is about. */
export interface HomeRead {
  readonly facts: HomeForRules
  readonly records: readonly SubjectId[]
  readonly families: readonly SubjectId[]
}

/**
 * Homes as the rules see them, from summaries of the housing room, in some statements however many homes; one reading serves
 * several settings. In an `app` transaction: a rule sees all, and its alert says who may read it.
 */
export const homesFrom = async (
  tx: Tx,
  summaries: readonly HomeSummary[],
  settings: AlertSettings,
  on: Temporal.PlainDate,
): Promise<HomeRead[]> => {
  const records = new Map(summaries.map((summary) => [summary.home, hereIn(summary).flatMap((one) => one.records)]))
  const asked = summaries.map((summary) => ({ summary, facts: factsOf(summary, settings, on) }))
  const infant = await readInfantFacts(
    tx,
    asked.filter(({ facts }) => mayBeAsked(facts, settings)).map(({ summary }) => summary),
    settings,
    on,
  )
  const families = await familiesOf(tx, [...new Set([...records.values()].flat())], on)
  return asked.map(({ summary, facts }) => {
    const about = [...new Set(records.get(summary.home) ?? [])]
    return {
      facts: { ...facts, infant: infant.get(summary.home) ?? facts.infant },
      records: about,
      families: [...new Set(about.flatMap((record) => families.get(record) ?? []))],
    }
  })
}

const hereIn = ({ sleeping, people }: HomeSummary): Listed[] =>
  sleeping.filter(({ says, person }) => says === 'yes' && people.get(person)?.noticesStop !== true)

const factsOf = (summary: HomeSummary, settings: AlertSettings, on: Temporal.PlainDate): HomeForRules => {
  const { kept, answers } = summary
  const here = hereIn(summary)
  const confirmed = here
    .map(({ shown }) => shown.asOf)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    .at(0)
  const change = 'cannot' in answers ? undefined : answers.next.change?.on
  const stay = bedAndBreakfast(kept?.placements ?? [], on, {
    first: settings.bedAndBreakfastNights,
    second: settings.bedAndBreakfastNights,
    breach: settings.bedAndBreakfastNights,
  })
  const stays = (kept?.placements ?? []).filter(({ type }) => type === 'bed-and-breakfast')
  return {
    home: summary.home,
    on,
    people: here.map((one) => personOf(summary, one)).filter((person) => person !== undefined),
    expected: here.flatMap(({ person }) => expectedOf(summary, person)),
    short: shortOf(summary, settings),
    statutory: statutoryOf(summary),
    conditions: (kept?.conditions ?? []).map(({ what, reportedOn, dueOn, entry }) => ({
      what,
      reportedOn,
      entry,
      ...given({ dueOn }),
    })),
    ...(stay === undefined
      ? {}
      : {
          bedAndBreakfast: {
            since:
              stays
                .map(({ startedOn }) => startedOn)
                .toSorted()
                .at(-1) ?? on.toString(),
            nights: stay.nights,
            entries: stays.map(({ entry }) => entry),
          },
        }),
    applications: (kept?.applications ?? []).map(({ status, registeredOn, lastBidOn, entry }) => ({
      status,
      entry,
      ...given({ registeredOn, lastBidOn }),
    })),
    infant: nothingSaid,
    ...given({ confirmedOn: confirmed }),
    ...(change === undefined ? {} : { countsChangeOn: plainDate(change) }),
  }
}

const nothingSaid = {
  premature: { is: 'not-known' },
  smoker: { is: 'not-known' },
  ill: { is: 'not-known' },
  ownSleepPlace: { is: 'not-known' },
  earlierPlan: { is: 'not-known' },
} as const

const personOf = ({ people }: HomeSummary, { person, records, shown }: Listed): PersonForRules | undefined => {
  const facts = people.get(person)
  const age = facts?.age
  if (age?.kind === 'not-yet-born') return undefined
  const entries = [shown.basis.entry, ...(facts?.birth.shown?.basis.map(({ entry }) => entry) ?? [])]
  if (age?.kind === 'exactly') return { records, born: age.born, age: { least: age.years, most: age.years }, entries }
  return { records, ...(age?.kind === 'between' ? { age: { least: age.least, most: age.most } } : {}), entries }
}

const expectedOf = ({ people }: HomeSummary, person: string): ExpectedBaby[] =>
  (people.get(person)?.pregnancies ?? [])
    .filter(({ unborn }) => unborn !== 0)
    .map(({ unborn, expected }) => {
      const said = expected.shown?.value
      const days = said === undefined ? undefined : span(said)
      return {
        babies: unborn,
        entries: expected.shown?.basis.map(({ entry }) => entry) ?? [],
        ...(said === undefined || days === undefined ? {} : { due: { said, ...days } }),
      }
    })

const shortOf = ({ answers }: HomeSummary, settings: AlertSettings): Shortfall | NotKnown =>
  'cannot' in answers ? { is: 'not-known' } : shortfallIn(answers.household, answers.shown, settings)

const statutoryOf = ({ answers }: HomeSummary): HomeForRules['statutory'] =>
  'cannot' in answers ? { is: 'not-known' } : statutoryIn(answers.shown)

/** Where the infant part of a rule may come to ask: the rest need no closer look. */
const mayBeAsked = ({ short, people, expected }: HomeForRules, { overcrowding }: AlertSettings): boolean =>
  overcrowding !== 'off' &&
  short.is === 'known' &&
  short.least >= 2 &&
  (expected.length > 0 || people.some(({ age }) => age !== undefined && age.least < 1))

/** Where the babies of some homes sleep, what is known of their birth, of smoke and of illness, and plans that children there have or had. */
const readInfantFacts = async (
  tx: Tx,
  summaries: readonly HomeSummary[],
  settings: AlertSettings,
  on: Temporal.PlainDate,
): Promise<Map<SubjectId, HomeForRules['infant']>> => {
  if (summaries.length === 0) return new Map()
  const here = new Map(summaries.map((summary) => [summary.home, hereIn(summary)]))
  const persons = await recordsOfSame(
    tx,
    [...here.values()].flat().flatMap((one) => one.records),
  )
  const records = Map.groupBy(persons.keys(), (record) => persons.get(record) ?? record)
  const recordsOf = (one: Listed): SubjectId[] => [
    ...new Set(one.records.flatMap((record) => [record, ...(records.get(persons.get(record) ?? record) ?? [])])),
  ]
  const childrenOf = (summary: HomeSummary): Listed[] =>
    (here.get(summary.home) ?? []).filter(({ person }) => isChild(ageOf(summary, person)) === 'yes')
  const children = [...new Set(summaries.flatMap(childrenOf).flatMap(recordsOf))]
  const slept = bySubject(
    await entriesAbout(tx, {
      subjects: summaries.map(({ home }) => home),
      kinds: [SleepingArrangementStated.kind, EntryWithdrawn.kind],
    }),
  )
  const plans = plansOn(await entriesAbout(tx, { subjects: children, kinds: [...planKinds, EntryWithdrawn.kind] }), on)
  const plansOf = Map.groupBy(
    plans.filter(({ state }) => state !== 'to-come'),
    ({ record }) => persons.get(record) ?? record,
  )
  const babiesOf = (summary: HomeSummary): Listed[] =>
    childrenOf(summary).filter(({ person }) => isInfant(ageOf(summary, person)))
  const infants = await readHomeInfants(
    tx,
    summaries.map((summary) => ({
      home: summary.home,
      babies: babiesOf(summary).map(recordsOf),
      expecting: (here.get(summary.home) ?? [])
        .filter(({ person }) => (summary.people.get(person)?.pregnancies ?? []).length > 0)
        .map(recordsOf),
    })),
    settings.infant,
    on,
  )
  return new Map(
    summaries.map((summary) => {
      const own = new Set(
        childrenOf(summary).flatMap(({ records: said }) => said.map((record) => persons.get(record) ?? record)),
      )
      const planned = [...own].flatMap((person) => plansOf.get(person) ?? [])
      return [
        summary.home,
        {
          ...nothingSaid,
          ...infants.get(summary.home),
          ownSleepPlace: sleepPlaceOf(summary.home, babiesOf(summary), slept.get(summary.home) ?? [], persons, on),
          earlierPlan:
            planned.length === 0 ? { is: 'not-known' } : { is: 'yes', entries: planned.map(({ entry }) => entry) },
        },
      ]
    }),
  )
}

const ageOf = ({ people }: HomeSummary, person: string): Age => people.get(person)?.age ?? { kind: 'not-known' }

/** Where two statements differ, nobody knows that a baby has a place of their own. */
export const sleepPlaceOf = (
  home: SubjectId,
  babies: readonly Listed[],
  entries: readonly Entry[],
  persons: ReadonlyMap<SubjectId, string>,
  on: Temporal.PlainDate,
): Circumstance => {
  const { arrangements } = homeFacts(home, entries, persons, on)
  const places = babies.map(
    ({ person, records }) =>
      arrangements.get(person) ??
      records.map((record) => arrangements.get(persons.get(record) ?? record)).find((one) => one !== undefined),
  )
  const shared = places.filter((one) => one !== undefined && (one.with.length > 0 || notTheirOwn.has(one.place)))
  if (shared.length > 0) return { is: 'no', entries: shared.flatMap((one) => one?.basis.entry ?? []) }
  if (
    places.length === 0 ||
    places.some(
      (one) => one === undefined || one.place === 'not-known' || one.place === 'other' || one.differs.length > 0,
    )
  )
    return { is: 'not-known' }
  return { is: 'yes', entries: places.flatMap((one) => one?.basis.entry ?? []) }
}
const notTheirOwn: ReadonlySet<string> = new Set(['shared-bed', 'sofa', 'mattress-on-floor', 'floor'])

/** Every record of these records' people, with the person it is of. */
const recordsOfSame = async (tx: Tx, records: readonly SubjectId[]): Promise<Map<SubjectId, string>> => {
  const found = await sql<{ record: string; person: string }>`
    select distinct coalesce(o.record_id, r.id) as record, coalesce(p.person_id, r.id) as person from unnest(${[...new Set(records)]}::text[]) as r (id)
    left join person_of_record p on p.record_id = r.id left join person_of_record o on o.person_id = p.person_id`.execute(
    tx,
  )
  return new Map(found.rows.map(({ record, person }) => [record, person]))
}

/** The families that reach these records on a day. In an `app` transaction. */
export const familiesOf = async (
  tx: Tx,
  records: readonly SubjectId[],
  on: Temporal.PlainDate,
): Promise<Map<SubjectId, SubjectId[]>> => {
  const found = await sql<{ record: string; families: string[] }>`
    select r.id as record, array_agg(distinct f.scope order by f.scope) as families from unnest(${[...records]}::text[]) as r (id)
    left join person_of_record p on p.record_id = r.id left join person_of_record o on o.person_id = p.person_id
    join access_reach f on f.subject = coalesce(o.record_id, r.id) and starts_with(f.scope, 'family:')
      and (f.from_day is null or f.from_day <= ${on.toString()}::date) and (f.until_day is null or f.until_day > ${on.toString()}::date)
    group by r.id`.execute(tx)
  return new Map(found.rows.map(({ record, families }) => [record, families]))
}
