import type { ComingDay } from '../causes.ts'
import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'

/**
 * The first day after this one on which a rule may say otherwise although nothing is recorded. A review date needs no look: lists
 * ask for it by the day.
 */
export const nextLookOn = (home: HomeForRules, settings: AlertSettings): Temporal.PlainDate | undefined =>
  daysAhead(home, settings).at(0)?.on

/**
 * Every such day, the first first: a birthday that a rule or a standard looks at, a due date and the weeks before it, nights in bed and
 * breakfast, weeks without a bid, works that fall overdue, facts that grow old.
 */
export const daysAhead = (
  home: HomeForRules,
  settings: AlertSettings,
): { readonly what: ComingDay; readonly on: Temporal.PlainDate }[] => {
  const days: { what: ComingDay; on: Temporal.PlainDate }[] =
    home.countsChangeOn === undefined ? [] : [{ what: 'birthday', on: home.countsChangeOn }]
  for (const { born } of home.people)
    if (born !== undefined) for (const years of [1, 5, 18]) days.push({ what: 'birthday', on: birthday(born, years) })
  for (const { due } of home.expected)
    if (due !== undefined)
      days.push(
        { what: 'birth-due', on: due.last },
        { what: 'birth-near', on: due.last.subtract({ weeks: settings.dueWithinWeeks }) },
      )
  if (home.bedAndBreakfast !== undefined)
    days.push({
      what: 'bed-and-breakfast',
      on: home.on.add({ days: Math.max(0, settings.bedAndBreakfastNights + 1 - home.bedAndBreakfast.nights) }),
    })
  for (const { status, registeredOn, lastBidOn } of home.applications) {
    const since = lastBidOn ?? registeredOn
    if (status === 'active' && since !== undefined)
      days.push({ what: 'no-bid', on: Temporal.PlainDate.from(since).add({ weeks: settings.noBidWeeks }) })
  }
  for (const { dueOn } of home.conditions)
    if (dueOn !== undefined) days.push({ what: 'works-overdue', on: Temporal.PlainDate.from(dueOn).add({ days: 1 }) })
  if (home.infant.agesOn !== undefined) days.push({ what: 'facts-old', on: home.infant.agesOn })
  if (home.confirmedOn !== undefined)
    days.push({ what: 'facts-old', on: home.confirmedOn.add({ days: settings.dataAgeDays }) })
  return days
    .filter(({ on }) => Temporal.PlainDate.compare(on, home.on) > 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
}

/** Somebody born on 29 February is a year older on 1 March in other years. */
export const birthday = (born: Temporal.PlainDate, years: number): Temporal.PlainDate => {
  const day = born.add({ years })
  return day.day === born.day ? day : day.add({ days: 1 })
}
