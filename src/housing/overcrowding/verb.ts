import type { Refusal } from '#platform/decision.ts'
import { assess } from './assess.ts'
import { readLine } from './line.ts'
import { fieldTakes, refusalInWords, type LineRefusal } from './line-refusal.ts'
import { linesOf } from './lines.ts'
import { nextChanges } from './next-change.ts'
import { parameterSets } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'
import { printed } from './printed.ts'

/**
 * One household on each line in, one answer on each line out, in the same order. A bad line is answered with its number and
 * what is wrong with it, and the rest goes on. `write` gets a line without its line end; while it returns a promise, nothing
 * more is read. The caller turns any bad line into exit code 2.
 */
export const overcrowdingVerb = async (
  input: AsyncIterable<string | Uint8Array> | NodeJS.ReadableStream,
  write: (line: string) => void | Promise<void>,
  sets: ReadonlyMap<string, ParameterSet> = parameterSets,
): Promise<{ good: number; bad: number }> => {
  const count = { good: 0, bad: 0 }
  for await (const line of linesOf(input)) {
    if (!('refused' in line) && line.text.trim() === '') continue
    const answer =
      'refused' in line ? badLine(line.number, [{ reason: line.refused }]) : answerLine(line.number, line.text, sets)
    count[answer.good ? 'good' : 'bad'] += 1
    const written = write(answer.text)
    if (written !== undefined) await written
  }
  return count
}

interface AnsweredLine {
  readonly good: boolean
  readonly text: string
}

const answerLine = (number: number, text: string, sets: ReadonlyMap<string, ParameterSet>): AnsweredLine => {
  const read = readLine(text, sets)
  if (!read.accepted) return badLine(number, read.because)
  const answers = assess(read.value)
  return { good: true, text: JSON.stringify(printed(read.value, answers, nextChanges(read.value, answers))) }
}

/** Enough to correct a line by; a line of ten thousand faults has one cause. */
const mostShown = 20

const badLine = (line: number, because: readonly Refusal<LineRefusal>[]): AnsweredLine => {
  const [first, ...more] = because.slice(0, mostShown).map(refusalForPeople)
  return { good: false, text: JSON.stringify({ line, error: more.length > 0 ? { ...first, more } : first }) }
}

const refusalForPeople = ({ reason, field }: Refusal<LineRefusal>) => {
  if (field === undefined || field === '') return { reason, ...refusalInWords[reason] }
  const takes = reason === 'not-as-expected' || reason === 'missing' ? fieldTakes[lastName(field)] : undefined
  return { reason, field, ...refusalInWords[reason], ...(takes === undefined ? {} : { takes }) }
}

/** `rooms[0].area.unit` → `unit`, `people[2].childOf[0]` → `childOf`. */
const lastName = (field: string): string => /([a-zA-Z]+)(?:\[\d+\])*$/.exec(field)?.[1] ?? field
