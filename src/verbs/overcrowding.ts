import { overcrowdingQuestion } from '#housing/overcrowding/index.ts'
import { answerStandardInput } from './answer-standard-input.ts'
import type { PlainVerb } from './verb.ts'

/** The first question had a verb of its own before there was `ask`, and keeps it. */
export const overcrowdingVerb: PlainVerb = {
  name: 'overcrowding',
  on: 'nothing',
  summary: 'answer the six overcrowding questions for households given line by line: the same as ask overcrowding',
  usage: '< households.ndjson',
  help: 'Reads one household a line (JSON) from standard input and writes one result a line. A line that cannot be read gives {"line", "error"} and the rest goes on; the exit code is then 2. docs/overcrowding.md shows the fields.',
  options: {},
  run: async (_given, terminal) => answerStandardInput(overcrowdingQuestion, terminal),
}
