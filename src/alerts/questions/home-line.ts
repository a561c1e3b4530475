import { given } from '#platform/given.ts'
import { z } from 'zod'
import { applicationStatuses, bedAndBreakfast, conditionKinds } from '#housing/index.ts'
import { assess, householdLine, householdTakes, nextChanges, plainDate } from '#housing/overcrowding/index.ts'
import type { Household } from '#housing/overcrowding/index.ts'
import { civilDay } from '#platform/question/codec.ts'
import { shortfallIn, statutoryIn } from '../counted.ts'
import type { Circumstance, HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import { alertSettings, settingsTake } from './settings.ts'

/** The facts of one home, as a line of a question gives them to the rules of alerts. */

const circumstance = z.enum(['yes', 'no', 'unknown']).nullish()

export const homeLine = householdLine.extend({
  applications: z
    .array(
      z.object({
        status: z.enum(applicationStatuses),
        registeredOn: civilDay.nullish(),
        lastBidOn: civilDay.nullish(),
      }),
    )
    .max(20)
    .nullish(),
  conditions: z
    .array(z.object({ what: z.enum(conditionKinds), reportedOn: civilDay, dueOn: civilDay.nullish() }))
    .max(50)
    .nullish(),
  stays: z
    .array(z.object({ startedOn: civilDay, endedOn: civilDay.nullish() }))
    .max(200)
    .nullish(),
  infant: z
    .object({
      premature: circumstance,
      smoker: circumstance,
      ill: circumstance,
      ownSleepPlace: circumstance,
      earlierPlan: circumstance,
    })
    .nullish(),
  confirmedOn: civilDay.nullish(),
  settings: alertSettings.nullish(),
})
type HomeLine = z.infer<typeof homeLine>

const ofABaby = 'yes, no or unknown; left out is unknown'

export const homeTakes: Readonly<Record<string, string>> = {
  ...householdTakes,
  ...settingsTake,
  people: 'everybody who sleeps here, 200 at most; an empty list where nobody has said who does',
  applications: 'applications on the housing register that people of this home made, 20 at most',
  status: `one of ${applicationStatuses.join(', ')}`,
  registeredOn: 'a day, as year-month-day',
  lastBidOn: 'a day, as year-month-day; left out where no bid is recorded',
  conditions: 'hazards reported and not put right, 50 at most',
  what: `one of ${conditionKinds.join(', ')}`,
  reportedOn: 'a day, as year-month-day',
  dueOn: 'the day by which the landlord’s next step is due, as year-month-day',
  stays: 'stays in bed and breakfast of this household’s homelessness case, 200 at most',
  startedOn: 'the first night, as year-month-day',
  endedOn: 'the first night no longer spent there; left out while the stay goes on',
  infant: 'what is known of any child under one here',
  premature: `born early or small: ${ofABaby}`,
  smoker: `somebody who lives or sleeps with a baby, or with one who is expected, smokes: ${ofABaby}`,
  ill: ofABaby,
  ownSleepPlace: `each baby sleeps in a cot or crib of their own: ${ofABaby}`,
  earlierPlan: `a child of this home has or had a child in need or child protection plan: ${ofABaby}`,
  confirmedOn: 'the last day on which somebody vouched for who sleeps here and for the rooms',
}

/** A home of which only the household is known. */
export const homeOf = (
  id: string | number,
  on: Temporal.PlainDate,
  household: Household | undefined,
): HomeForRules => ({
  home: `home:${id}`,
  on,
  people: (household?.people ?? []).map((person) => ({
    records: [`record:${person.id}`],
    entries: [],
    ...(person.born === undefined ? {} : { born: plainDate(person.born) }),
    // Neither age nor birth date: nobody knows, and it is no span either.
    ...(person.ageFrom === person.ageTo ? { age: { least: person.ageFrom, most: person.ageTo } } : {}),
  })),
  expected: (household?.expected ?? []).map((due) => {
    const day = plainDate(due)
    return { babies: 1, due: { said: day.toString(), first: day, last: day }, entries: [] }
  }),
  short: { is: 'not-known' },
  statutory: { is: 'not-known' },
  conditions: [],
  applications: [],
  infant: { premature: notSaid, smoker: notSaid, ill: notSaid, ownSleepPlace: notSaid, earlierPlan: notSaid },
})

/** The home of a line, with its bedrooms counted and its nights added up. */
export const homeForRules = (
  { id, on, applications, conditions, stays, infant, confirmedOn }: HomeLine,
  household: Household | undefined,
  settings: AlertSettings,
): HomeForRules => {
  const home = homeOf(id, on, household)
  const answers = household === undefined ? [] : assess(household).results.map((answer) => ({ answer, restsOn: [] }))
  const change = household === undefined ? undefined : nextChanges(household).change?.on
  const stay = stayOn(stays ?? [], on, settings)
  return {
    ...home,
    ...(household === undefined
      ? {}
      : { short: shortfallIn(household, answers, settings), statutory: statutoryIn(answers) }),
    ...given({ bedAndBreakfast: stay }),
    ...(confirmedOn == null ? {} : { confirmedOn }),
    ...(change === undefined ? {} : { countsChangeOn: plainDate(change) }),
    conditions: (conditions ?? []).map(({ what, reportedOn, dueOn }) => ({
      what,
      reportedOn: reportedOn.toString(),
      ...(dueOn == null ? {} : { dueOn: dueOn.toString() }),
      entry: '',
    })),
    applications: (applications ?? []).map(({ status, registeredOn, lastBidOn }) => ({
      status,
      ...(registeredOn == null ? {} : { registeredOn: registeredOn.toString() }),
      ...(lastBidOn == null ? {} : { lastBidOn: lastBidOn.toString() }),
      entry: '',
    })),
    infant: {
      premature: said(infant?.premature),
      smoker: said(infant?.smoker),
      ill: said(infant?.ill),
      ownSleepPlace: said(infant?.ownSleepPlace),
      earlierPlan: said(infant?.earlierPlan),
    },
  }
}

const notSaid = { is: 'not-known' } as const
const said = (given: 'yes' | 'no' | 'unknown' | null | undefined): Circumstance =>
  given === 'yes' || given === 'no' ? { is: given, entries: [] } : notSaid

const stayOn = (
  stays: NonNullable<HomeLine['stays']>,
  on: Temporal.PlainDate,
  { bedAndBreakfastNights: nights }: AlertSettings,
): HomeForRules['bedAndBreakfast'] => {
  const placed = stays.map(({ startedOn, endedOn }, place) => ({
    type: 'bed-and-breakfast' as const,
    placement: String(place),
    case: 'this',
    startedOn: startedOn.toString(),
    ...(endedOn == null ? {} : { endedOn: endedOn.toString() }),
  }))
  const counted = bedAndBreakfast(placed, on, { first: nights, second: nights, breach: nights })
  const since = placed
    .map(({ startedOn }) => startedOn)
    .toSorted()
    .at(-1)
  return counted === undefined || since === undefined ? undefined : { since, nights: counted.nights, entries: [] }
}
