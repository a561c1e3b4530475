import {
  assess,
  compose,
  explain,
  nextChanges,
  overcrowdingQuestion,
  type HouseholdFacts,
  type PersonFacts,
} from '#housing/overcrowding/index.ts'
import { factsFrom, householdLine } from '#housing/overcrowding/household-line.ts'
import { askLines } from '#platform/question/ask.ts'
import { peopleFrom, roomsFrom } from '#housing/overcrowding/shorthand.ts'

/**
 * How many households a second, on one core, and how far that is from the least that could be done with the same line: to
 * parse its JSON and nothing else. All stages run over the same households in the same run.
 */
const families = [
  'C M8 F13',
  'C M10 F7 M4 F1 M0',
  'L:F30 M9',
  'C M15 F13 M8 F6 F2',
  'C C F13 F11 M6',
  'C F16 M14 F12 M11 F8 M6 M3 F0',
  'L:F34 M10 M8 M2 F0 F0',
  'C M12 U8 F11 M5',
  'A:F75',
  'C F1',
]
const homes = ['112, 80, 120', '120, 140', '10.2 m2, 6.5 m2, 13 m2', '130, 95, 150', '?, ?']
const on = new Temporal.PlainDate(2026, 11, 23)
const rounds = 20_000

const withBirthDate = ({ age = 0, ...person }: PersonFacts, days: number): PersonFacts =>
  Object.assign(person, { bornOn: on.subtract({ years: age, days }) })

const facts: HouseholdFacts[] = families.flatMap((family, which) =>
  homes.map((rooms, home) => ({
    id: `H${which}-${home}`,
    on,
    people: peopleFrom(family).map((person, place) => withBirthDate(person, place * 17 + home)),
    rooms: roomsFrom(rooms),
  })),
)
const lines = facts.map(({ people, ...rest }) =>
  JSON.stringify({ ...rest, people: people.map(({ bornOn, ...person }) => ({ ...person, dateOfBirth: bornOn })) }),
)
const households = facts.flatMap((household) => {
  const composed = compose(household)
  return composed.accepted ? [composed.value] : []
})

let kept = 0
const measure = (name: string, one: (which: number) => unknown): number => {
  for (let turn = 0; turn < 5_000; turn += 1) if (one(turn % facts.length) !== undefined) kept += 1
  const began = process.hrtime.bigint()
  for (let turn = 0; turn < rounds; turn += 1) if (one(turn % facts.length) !== undefined) kept += 1
  const perSecond = rounds / (Number(process.hrtime.bigint() - began) / 1e9)
  print(name, perSecond)
  return perSecond
}

const print = (name: string, perSecond: number, ratio?: number): void => {
  const figures = `${Math.round(perSecond).toLocaleString('en-GB').padStart(12)} households a second`
  process.stdout.write(
    `${name.padEnd(46)}${figures}${ratio === undefined ? '' : `   ${ratio.toFixed(2)} of the floor`}\n`,
  )
}

const floor = measure('floor: JSON.parse of the line', (which) => JSON.parse(lines[which] ?? ''))
const six = measure('the six answers (assess)', (which) => households[which] && assess(households[which]))
const whole = measure('ages, rooms and the six answers (compose, assess)', (which) => {
  const composed = facts[which] && compose(facts[which])
  return composed?.accepted === true ? assess(composed.value) : undefined
})
measure(
  'the six answers in sentences (assess, explain)',
  (which) => households[which] && assess(households[which]).results.map(explain),
)
measure(
  'the next changes (up to 40 further days asked)',
  (which) => households[which] && nextChanges(households[which]),
)
measure('a line read and its facts checked (zod, compose)', (which) =>
  compose(factsFrom(householdLine.parse(JSON.parse(lines[which] ?? '')))),
)

const stream = async function* (): AsyncGenerator<string> {
  for (let turn = 0; turn < rounds; turn += 1) yield `${lines[turn % lines.length] ?? ''}\n`
}
const began = process.hrtime.bigint()
const { good } = await askLines(overcrowdingQuestion, stream(), (line) => {
  kept += line.length
})
const verb = good / (Number(process.hrtime.bigint() - began) / 1e9)
print('whole lines in and out (the verb)', verb, verb / floor)
process.stdout.write(
  `\nsix answers ${(six / floor).toFixed(2)} of the floor; with ages and rooms ${(whole / floor).toFixed(2)}; ${kept > 0 ? families.length * homes.length : 0} different households\n`,
)
