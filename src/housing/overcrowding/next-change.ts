import { birthday, monthsBirthday, weekBegins } from './ages.ts'
import { isKnown, type Answer, type Answers, type Range } from './answers.ts'
import { assess } from './assess.ts'
import { asAt, expectedChild } from './compose.ts'
import type { DayKey, Household } from './household.ts'
import { rangeInWords } from './in-words.ts'

/** The first day on which an answer changes although nobody moves, and what changes then. */
export interface NextChange {
  readonly on: DayKey
  readonly because: readonly Turning[]
  readonly changes: readonly Change[]
}

type Turning =
  | { readonly birthday: number; readonly person: string }
  | { readonly due: true }
  | { readonly months: number; readonly person: string }
  | { readonly weekOfPregnancy: number }

/** A type, not an interface, so that it can be printed as it is. */
type Change = { readonly standard: string; readonly figure: string; readonly from: Figure; readonly to: Figure }

export interface NextChanges {
  /** The first day on which any figure differs from today's. */
  readonly change: NextChange | undefined
  /** The first day on which the home is overcrowded, or no longer so, by a standard by which it was otherwise today. */
  readonly verdictChange: NextChange | undefined
}

/** Ages at which some standard treats people differently. */
const turningAges = [1, 10, 16, 21] as const

/**
 * Birthdays and due dates to come, the earliest first, until one of them changes a figure and one a verdict. People without a date of
 * birth stand still: their birthdays cannot be foreseen, and the caller is to say so.
 *
 * @example couple, M9 born 1 March 2017, in one room: on 1 March 2027 the room standard turns from met to contravened
 */
export const nextChanges = (household: Household, answers: Answers = assess(household)): NextChanges => {
  const turnings = turningsOf(household)
  const now = figures(answers)
  let change: NextChange | undefined
  for (const on of [...turnings.keys()].sort((one, other) => one - other)) {
    const changes = differences(now, figures(assess(asAt(household, on))))
    if (changes.length === 0) continue
    const next = { on, because: turnings.get(on) ?? [], changes }
    change ??= next
    if (changes.some(({ figure }) => figure === 'overcrowded')) return { change, verdictChange: next }
  }
  return { change, verdictChange: undefined }
}

const turningsOf = (household: Household): ReadonlyMap<DayKey, readonly Turning[]> => {
  const turnings = new Map<DayKey, Turning[]>()
  const add = (on: DayKey, turning: Turning): void => {
    if (on <= household.on) return
    const sameDay = turnings.get(on)
    if (sameDay === undefined) turnings.set(on, [turning])
    else sameDay.push(turning)
  }
  const { scheme } = household
  const ages = scheme === undefined ? turningAges : [...new Set([...turningAges, scheme.adultAge])]
  const addBirthdays = (person: string, born: DayKey): void => {
    for (const age of ages) add(birthday(born, age), { birthday: age, person })
    const months = scheme?.infantCountsFromMonths ?? 0
    if (months > 0) add(monthsBirthday(born, months), { months, person })
  }
  for (const { id, born } of household.people) if (born !== undefined) addBirthdays(id, born)
  household.expected.forEach((due, place) => {
    const week = scheme?.unbornCountsFromWeek
    if (week !== undefined) add(weekBegins(due, week), { weekOfPregnancy: week })
    add(due, { due: true })
    if (due > household.on) addBirthdays(expectedChild(place), due)
  })
  return turnings
}

type Figure = number | boolean | string

type Figures = ReadonlyMap<string, Figure>

const figures = ({ results }: Answers): readonly { standard: string; figures: Figures }[] =>
  results.map((answer) => ({
    standard: answer.standard === 'local-scheme' ? answer.set.name : answer.standard,
    figures: new Map(figuresOf(answer)),
  }))

/** The figures that people, and not rooms, can change. A range reads `2 to 3`. */
const figuresOf = (answer: Answer): readonly (readonly [string, Figure])[] => {
  switch (answer.standard) {
    case 'room-standard-1985':
      return [
        ['overcrowded', answer.overcrowded],
        ['peopleCounted', shown(answer.peopleCounted)],
      ]
    case 'space-standard-1985':
      return [
        ['overcrowded', answer.overcrowded],
        ['units', shown({ from: answer.unitHalves.from / 2, to: answer.unitHalves.to / 2 })],
      ]
    case 'size-criteria':
      return [
        ['required', shown(answer.required)],
        ['entitlement', shown(answer.entitlement)],
      ]
    case 'bedroom-standard':
    case 'census-2021-age-16':
    case 'census-2021-age-21':
    case 'local-scheme':
      return [
        ['overcrowded', answer.overcrowded],
        ['required', shown(answer.required)],
      ]
    default:
      return answer satisfies never
  }
}

const shown = (range: Range): Figure => (isKnown(range) ? range.from : rangeInWords(range))

const differences = (now: ReturnType<typeof figures>, then: ReturnType<typeof figures>): Change[] =>
  now.flatMap(({ standard, figures }, place) =>
    [...figures].flatMap(([figure, from]) => {
      const to = then[place]?.figures.get(figure) ?? from
      return from === to ? [] : [{ standard, figure, from, to }]
    }),
  )
