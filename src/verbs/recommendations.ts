import { questions } from '#rooms.ts'
import { recommendations, withheld } from '#recommendations.ts'
import type { Recommendation } from '#recommendations.ts'
import { journeys, runJourneys } from './journeys.ts'
import { textOption, WrongCall } from './verb.ts'
import type { Given, PlainVerb, Terminal } from './verb.ts'

export const recommendationsVerb: PlainVerb = {
  name: 'recommendations',
  on: 'nothing',
  summary: 'list the public recommendations of the review, and what shows each one working here',
  usage: '[--check | --off N] [--engine pglite|postgres|both]',
  help: [
    'Lists each public recommendation in our own words with its journey (a test that signs in as the people who do it), its questions (rooftree ask) and its measure, or says that it is not built yet.',
    '--check runs every journey there is; exit code 0 only if all pass. Those that are not built yet are named.',
    '--off 4 runs the journey of recommendation 4 with its rule taken out of the tests’ house; exit code 0 only if the journey then finds the state that the recommendation forbids. A served house has no such switch.',
    'Both need a checkout with its tests.',
  ].join('\n'),
  options: {
    check: { type: 'boolean', what: 'run the journeys' },
    off: { type: 'string', what: 'run one journey without its rule, to see it fail' },
    engine: { type: 'string', what: 'which database the journeys run on: pglite, postgres or both (the default)' },
  },
  run: async (given, terminal) => {
    const engine = textOption(given, 'engine') ?? 'both'
    if (!['pglite', 'postgres', 'both'].includes(engine)) throw new WrongCall('--engine is pglite, postgres or both.')
    const off = textOption(given, 'off')
    if (off !== undefined && given.options['check'] === true) throw new WrongCall('Give --check or --off, not both.')
    if (off !== undefined) return switchOff(off, engine, given, terminal)
    return given.options['check'] === true ? check(engine, given, terminal) : list(given, terminal)
  },
}

interface Shown extends Omit<Recommendation, 'measure'> {
  readonly journey: string | null
  readonly questions: readonly string[]
  readonly measure: NonNullable<Recommendation['measure']> | null
}

const shown = (): Shown[] => {
  const there = journeys()
  return recommendations.map((one) => ({
    ...one,
    journey: there.get(one.number) ?? null,
    questions: questions.filter((question) => question.recommendations.includes(one.number)).map(({ name }) => name),
    measure: one.measure ?? null,
  }))
}

const list = (given: Given, terminal: Terminal): number => {
  const all = shown()
  if (given.json) terminal.out(`${JSON.stringify({ recommendations: all, withheld }, null, 2)}\n`)
  else {
    const themes = Map.groupBy(all, ({ under }) => under)
    for (const [theme, some] of themes) terminal.out(`${theme}\n\n${some.map(inWords).join('\n')}\n`)
    terminal.out(`Withheld from the public, and not guessed at: ${withheld.join(', ')}.\n`)
  }
  return 0
}

const inWords = ({ number, asks, journey, questions, measure }: Shown): string =>
  [
    `  ${String(number).padStart(2)}  ${asks}`,
    `      journey:  ${journey ?? 'not built yet'}`,
    `      question: ${questions.length === 0 ? 'none yet' : questions.join(', ')}`,
    `      measure:  ${measure === null ? 'none yet' : `${measure.what} (${measure.page})`}`,
    '',
  ].join('\n')

const check = async (engine: string, given: Given, terminal: Terminal): Promise<number> => {
  const there = journeys()
  const notBuilt = recommendations.map(({ number }) => number).filter((number) => !there.has(number))
  const ran = await runJourneys([...there.values()], engine, undefined, terminal.err)
  const results = [...there].map(([number, journey]) => ({
    number,
    journey,
    passes: ran.outcomes.get(journey) === 'passed',
  }))
  const allPass = ran.code === 0 && results.length > 0 && results.every(({ passes }) => passes)
  if (given.json) terminal.out(`${JSON.stringify({ journeys: results, notBuilt, allPass }, null, 2)}\n`)
  else {
    terminal.out(results.map(({ number, passes }) => `${number}: ${passes ? 'works' : 'DOES NOT WORK'}\n`).join(''))
    terminal.out(`Not built yet: ${notBuilt.join(', ')}.\n`)
  }
  return allPass ? 0 : 1
}

const switchOff = async (off: string, engine: string, given: Given, terminal: Terminal): Promise<number> => {
  const number = Number(off)
  if (!recommendations.some((one) => one.number === number))
    throw new WrongCall(
      withheld.includes(number)
        ? `Recommendation ${number} is withheld from the public.`
        : '--off takes the number of a public recommendation, such as 4.',
    )
  const journey = journeys().get(number)
  if (journey === undefined) {
    if (given.json) terminal.out(`${JSON.stringify({ number, journey: null, fails: false })}\n`)
    terminal.err(`Recommendation ${number} has no journey yet: there is nothing to switch off.\n`)
    return 1
  }
  const ran = await runJourneys([journey], engine, number, terminal.err)
  const fails = ran.outcomes.get(journey) === 'forbidden'
  if (given.json) terminal.out(`${JSON.stringify({ number, journey, fails })}\n`)
  else
    terminal.out(
      fails
        ? `Without the rule of recommendation ${number} its journey finds the state that it forbids.\n`
        : `Without the rule of recommendation ${number} its journey ${ran.code === 0 ? 'passes all the same: it shows nothing' : 'fails, but not because the forbidden state is there'}.\n`,
    )
  return fails ? 0 : 1
}
