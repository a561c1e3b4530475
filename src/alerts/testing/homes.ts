import type { HomeForRules, PersonForRules } from '../home-for-rules.ts'
import { settingsOn } from '../policies.ts'
import type { AlertSettings } from '../policies.ts'

/** Homes in words, for the rules' tests. */

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
let serial = 0
export const anEntry = (): string => {
  serial += 1
  return `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`
}

/** The first values, with the overcrowding alert switched on unless it is said otherwise. */
export const settings = (more: Partial<AlertSettings> = {}): AlertSettings => ({
  ...settingsOn([], day('2026-11-23')),
  overcrowding: 'bedroom-standard',
  ...more,
})

export const born = (on: string, today: Temporal.PlainDate): PersonForRules => {
  const { years } = day(on).until(today, { largestUnit: 'year' })
  return { records: ['record:1'], born: day(on), age: { least: years, most: years }, entries: [anEntry()] }
}
export const ageNotKnown = (): PersonForRules => ({ records: ['record:2'], entries: [anEntry()] })

const nobodySaid = { is: 'not-known' } as const

/** A couple with these children, of whose home everything that a landlord records is recorded, and nothing is wrong. */
export const aHome = (today: string, children: readonly string[], more: Partial<HomeForRules> = {}): HomeForRules => {
  const on = day(today)
  return {
    home: 'home:1',
    on,
    people: [born('1990-05-01', on), born('1991-06-01', on), ...children.map((child) => born(child, on))],
    expected: [],
    short: shortOf(0),
    statutory: { is: 'no', by: [], entries: [anEntry()] },
    conditions: [],
    applications: [],
    infant: {
      premature: nobodySaid,
      smoker: nobodySaid,
      ill: nobodySaid,
      ownSleepPlace: nobodySaid,
      earlierPlan: nobodySaid,
    },
    confirmedOn: on,
    ...more,
  }
}

export const shortOf = (least: number, most = least): HomeForRules['short'] => ({
  is: 'known',
  least,
  most,
  needed: 2 + least,
  available: 2,
  standard: 'bedroom-standard',
  entries: [anEntry()],
})
export const due = (said: string): HomeForRules['expected'][number] => {
  const first = day(said.length === 10 ? said : `${said}-01`)
  return {
    babies: 1,
    due: { said, first, last: said.length === 10 ? first : first.add({ months: 1 }).subtract({ days: 1 }) },
    entries: [anEntry()],
  }
}
export const isSo = { is: 'yes', entries: ['00000000-0000-7000-8000-00000000aaaa'] } as const
export const isNot = { is: 'no', entries: ['00000000-0000-7000-8000-00000000bbbb'] } as const
