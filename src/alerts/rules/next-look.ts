import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'

/**
 * The first day after this one on which a rule may say otherwise although nothing is recorded: a birthday that a rule or a standard
 * looks at, a due date and the weeks before it, nights in bed and breakfast, weeks without a bid, works that fall overdue, facts
 * that grow old. A review date needs no look: lists ask for it by the day.
 */
export const nextLookOn = (home: HomeForRules, settings: AlertSettings): Temporal.PlainDate | undefined => {
  const days: (Temporal.PlainDate | undefined)[] = [home.countsChangeOn]
  for (const { born } of home.people) if (born !== undefined) days.push(...[1, 5, 18].map((years) => birthday(born, years)))
  for (const { due } of home.expected) if (due !== undefined) days.push(due.last, due.last.subtract({ weeks: settings.dueWithinWeeks }))
  if (home.bedAndBreakfast !== undefined) days.push(home.on.add({ days: Math.max(0, settings.bedAndBreakfastNights + 1 - home.bedAndBreakfast.nights) }))
  for (const { status, registeredOn, lastBidOn } of home.applications) {
    const since = lastBidOn ?? registeredOn
    if (status === 'active' && since !== undefined) days.push(Temporal.PlainDate.from(since).add({ weeks: settings.noBidWeeks }))
  }
  for (const { dueOn } of home.conditions) if (dueOn !== undefined) days.push(Temporal.PlainDate.from(dueOn).add({ days: 1 }))
  if (home.confirmedOn !== undefined) days.push(home.confirmedOn.add({ days: settings.dataAgeDays }))
  return days.reduce((first, day) => (isAfter(day, home.on) && (first === undefined || isAfter(first, day)) ? day : first), undefined)
}

const isAfter = (day: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined): boolean => day !== undefined && other !== undefined && Temporal.PlainDate.compare(day, other) > 0

/** Somebody born on 29 February is a year older on 1 March in other years. */
const birthday = (born: Temporal.PlainDate, years: number): Temporal.PlainDate => {
  const day = born.add({ years })
  return day.day === born.day ? day : day.add({ days: 1 })
}
