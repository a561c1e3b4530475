import { recommendationsInWords } from '#policies/index.ts'
import type { Question } from '#platform/question/question.ts'
import { questions } from '#rooms.ts'
import { answerStandardInput } from './answer-standard-input.ts'
import type { Given, PlainVerb, Terminal } from './verb.ts'
import { WrongCall } from './verb.ts'

export const askVerb: PlainVerb = {
  name: 'ask',
  on: 'nothing',
  takesWords: true,
  summary: 'ask a rule about facts given line by line; without a question, list the questions',
  usage: '[question] [--schema | --examples] < facts.ndjson',
  help: [
    'Without a question it lists the questions. With one it reads facts (one JSON object a line) from standard input and writes one answer a line, in the same order, each with the id of its line.',
    'A line that cannot be read gives {"line", "error"} and the rest goes on; the exit code is then 2. Nothing is stored, and no database is opened.',
    'docs/questions.md shows every question.',
  ].join('\n'),
  options: {
    schema: {
      type: 'boolean',
      what: 'print the JSON Schema of a line in, of its answer and of the answer to a bad line',
    },
    examples: { type: 'boolean', what: 'print worked examples as a JSON list of what is asked and what is answered' },
  },
  run: async (given, terminal) => {
    const [name, extra] = given.words
    if (name === undefined) return list(given, terminal)
    if (extra !== undefined) throw new WrongCall(`"${extra}" is a word too many: one question is asked at a time.`)
    const question = questions.find((one) => one.name === name)
    if (question === undefined)
      throw new WrongCall(`There is no question "${name}". There are: ${questions.map((one) => one.name).join(', ')}.`)
    if (given.options['schema'] === true) return print(terminal, { question: name, ...question.schema() })
    if (given.options['examples'] === true) return print(terminal, question.examples)
    return answerStandardInput(question, terminal)
  },
}

const list = (given: Given, terminal: Terminal): number => {
  if (given.options['schema'] === true || given.options['examples'] === true)
    throw new WrongCall('Name the question whose schema or examples you want.')
  if (given.json)
    return print(
      terminal,
      questions.map(({ name, answers, each, recommendations, source }) => ({
        name,
        answers,
        each,
        recommendations,
        source,
      })),
    )
  terminal.out(`${questions.map(inWords).join('\n')}\nrooftree ask <question> --schema tells its fields.\n`)
  return 0
}

const inWords = ({ name, answers, each, recommendations, source }: Question): string =>
  `  ${name}\n      ${answers}\n      One ${each} a line. ${recommendationsInWords(recommendations)}.\n      ${source}\n`

const print = (terminal: Terminal, document: unknown): number => {
  terminal.out(`${JSON.stringify(document, null, 2)}\n`)
  return 0
}
