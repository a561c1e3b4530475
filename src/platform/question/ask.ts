import type { JsonObject } from './json.ts'
import { parsedJson } from './json.ts'
import { badLine } from './line-refusals.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { Question } from './question.ts'

interface Answered {
  readonly good: number
  readonly bad: number
}

/**
 * Facts on each line in, one answer on each line out, in the same order. A bad line is answered with its number and what is wrong
 * with it, and the rest goes on. `write` gets a line without its line end; while it returns a promise, nothing more is read. The
 * caller turns any bad line into exit code 2.
 */
export const askLines = async (
  question: Pick<Question, 'answer' | 'inWords'>,
  input: AsyncIterable<string | Uint8Array> | NodeJS.ReadableStream,
  write: (line: string) => void | Promise<void>,
): Promise<Answered> => {
  const count = { good: 0, bad: 0 }
  for await (const line of linesOf(input)) {
    if (!('refused' in line) && line.text.trim() === '') continue
    const answer = answerLine(question, line)
    count[answer.good ? 'good' : 'bad'] += 1
    const written = write(JSON.stringify(answer.line))
    if (written !== undefined) await written
  }
  return count
}

const answerLine = (
  { answer, inWords }: Pick<Question, 'answer' | 'inWords'>,
  line: Line,
): { readonly good: boolean; readonly line: JsonObject } => {
  if ('refused' in line) return { good: false, line: badLine(line.number, [{ reason: line.refused }], inWords) }
  const answered = answer(parsedJson(line.text))
  return answered.accepted
    ? { good: true, line: answered.value }
    : { good: false, line: badLine(line.number, answered.because, inWords) }
}
