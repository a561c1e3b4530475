import { given } from '#platform/given.ts'
import { standing } from '#record/index.ts'
import type { Entry, EntryId } from '#record/index.ts'
import { BabyIllnessStated, BirthWeightStated, GestationAtBirthStated, SmokingNearBabyStated } from '../entries.ts'
import type { Gestation, Says } from '../entries.ts'
import type { InfantNumbers } from '../policies.ts'
import { recordAbout } from '../subjects.ts'
import type { RecordId } from '../subjects.ts'
import { answersOf } from './stated-value.ts'
import type { Answers, StatedValue } from './stated-value.ts'

/** One baby, born or expected: the records of them, and the pregnancy they come from, as far as somebody said it. */
export interface Baby {
  readonly records: readonly RecordId[]
  readonly pregnancies: readonly string[]
}

/** Whether something is so, with the entries it rests on. Nobody having said is never a no. */
export type Circumstance =
  | { readonly is: 'yes' | 'no'; readonly entries: readonly EntryId[] }
  | { readonly is: 'not-known' }

type Answer = Exclude<Says, 'not-known'>

export interface InfantFacts {
  readonly gestation: Answers<Gestation>
  readonly weight: Answers<number>
  readonly smoking: Answers<Answer>
  /** Answers that still hold. */
  readonly illness: Answers<Answer>
  /** Answers too old to rely on, the latest first. */
  readonly illnessBefore: readonly StatedValue<Answer>[]
  readonly earlyOrSmall: Circumstance
  readonly smoker: Circumstance
  readonly ill: Circumstance
  /** The first day on which an answer on illness holds no longer although nothing is recorded. */
  readonly illnessAgesOn?: Temporal.PlainDate
}

/**
 * What is known of one baby on a day, from any entries in any order.
 *
 * @example born at 36+6: early; at 37+0: not, and whether small is asked for still
 * @example ill, as of 3 March, holding for 7 days: still so on 9 March, not known again on 10 March
 * @example not ill, as of 3 March, holding for 28 days: still so on 30 March, not known again on 31 March
 */
export const infantFacts = (
  { records, pregnancies }: Baby,
  entries: readonly Entry[],
  numbers: InfantNumbers,
  on: Temporal.PlainDate,
): InfantFacts => {
  const own = new Set(records)
  const stood = standing(entries)
  const about = stood.filter((entry) => own.has(recordAbout(entry) ?? ''))
  const gestation = answersOf(about.filter(GestationAtBirthStated.is), on, 'by the word', ({ at }) => at)
  const weight = answersOf(about.filter(BirthWeightStated.is), on, 'by the word', ({ grams }) => grams)
  const smoking = answersOf(
    stood
      .filter(SmokingNearBabyStated.is)
      .filter((entry) =>
        entry.body.pregnancy === undefined
          ? own.has(recordAbout(entry) ?? '')
          : pregnancies.includes(entry.body.pregnancy),
      ),
    on,
    'by the day',
    ({ says }) => says,
  )
  const everIll = answersOf(about.filter(BabyIllnessStated.is), on, 'by the day', ({ says }) => says)
  const agesOn = ({ asOf, value }: StatedValue<Says>): Temporal.PlainDate =>
    asOf.add({ days: daysHeld(value, numbers) })
  const holds = (told: StatedValue<Says>): boolean => Temporal.PlainDate.compare(on, agesOn(told)) < 0
  const illness = { said: everIll.said.filter(holds), notKnownBy: everIll.notKnownBy.filter(holds) }
  const ages = illness.said.map(agesOn).toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0]
  return {
    gestation,
    weight,
    smoking,
    illness,
    illnessBefore: everIll.said.filter((told) => !holds(told)),
    earlyOrSmall: earlyOrSmall(
      circumstance(gestation, (at) => isEarly(at, numbers)),
      circumstance(weight, (grams) => grams <= numbers.smallUpToGrams),
    ),
    smoker: circumstance(smoking, (says) => says === 'yes'),
    ill: circumstance(illness, (says) => says === 'yes'),
    ...given({ illnessAgesOn: ages }),
  }
}

/** That a baby is ill is asked about again sooner than that they are not. */
export const daysHeld = (says: Says, { illHoldsDays, notIllHoldsDays }: InfantNumbers): number =>
  says === 'yes' ? illHoldsDays : notIllHoldsDays

/** Weeks decide: whether days were said or not, 36 completed weeks are fewer than 37. */
export const isEarly = ({ weeks }: Gestation, { earlyBeforeWeeks }: Pick<InfantNumbers, 'earlyBeforeWeeks'>): boolean =>
  weeks < earlyBeforeWeeks

/** A yes of any agency is a yes: it asks for a conversation, and a mistaken one is put right there. */
const circumstance = <T>({ said }: Answers<T>, isSo: (value: T) => boolean): Circumstance => {
  const yes = said.filter(({ value }) => isSo(value))
  const rests = yes.length > 0 ? yes : said
  return rests.length === 0
    ? { is: 'not-known' }
    : { is: yes.length > 0 ? 'yes' : 'no', entries: rests.map(({ basis }) => basis.entry) }
}

/** Early alone, or small alone, is enough; that they were neither takes both. */
const earlyOrSmall = (early: Circumstance, small: Circumstance): Circumstance => {
  const known = [early, small].filter((one) => one.is !== 'not-known')
  const yes = known.filter((one) => one.is === 'yes')
  if (yes.length > 0) return { is: 'yes', entries: yes.flatMap(({ entries }) => entries) }
  return known.length < 2 ? { is: 'not-known' } : { is: 'no', entries: known.flatMap(({ entries }) => entries) }
}
