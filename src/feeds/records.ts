import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { decoded, type Measure, type Stop } from './decoding.ts'
import type { Limits } from './limits.ts'
import type { DeliveryFile } from './sources.ts'

/** One record of a CSV file (RFC 4180) and the line on which it begins, as an editor counts. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The records of a file. Bad input ends the reading and is said through `stop`; nothing is thrown for it. */
export const recordsOf = async function* (file: DeliveryFile, limits: Limits, measure: Measure, stop: Stop): AsyncGenerator<CsvRecord> {
  let stopped = false
  const stopOnce: Stop = (reason, line) => {
    if (!stopped) stop(reason, line)
    stopped = true
  }
  let nextLine = 1
  // The parser counts a line end of two characters inside a cell twice; this is by how many it is ahead.
  let ahead = 0
  try {
    const bytes = await file.open()
    const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: limits.bytesInARecord })
    const pieces = Readable.from(decoded(bytes, limits, measure, stopOnce))
    bytes.on('error', (error) => parser.destroy(error))
    pieces.on('error', (error) => parser.destroy(error))
    parser.on('close', () => {
      pieces.destroy()
      bytes.destroy()
    })
    const records: AsyncIterable<Parsed> = pieces.pipe(parser)
    for await (const { record, info } of records) {
      // What was parsed from text before the stop is sound, save the last record, which may be cut.
      if (stopped) return
      const within = lineEndsIn(record)
      const line = info.lines - ahead - within.characters
      ahead += within.pairs
      nextLine = info.lines - ahead + 1
      yield { cells: record, line }
    }
  } catch (error) {
    stopOnce(reasonOf(error), nextLine)
  }
}

const reasonOf = (error: unknown): 'file.quote-open' | 'file.quote-misplaced' | 'file.record-too-long' | 'file.cannot-be-read' => {
  if (!(error instanceof CsvError)) return 'file.cannot-be-read'
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'file.quote-open'
  return error.code === 'CSV_MAX_RECORD_SIZE' ? 'file.record-too-long' : 'file.quote-misplaced'
}

const lineEndsIn = (cells: readonly string[]): { characters: number; pairs: number } => {
  let characters = 0
  let pairs = 0
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at += 1) {
      const code = cell.charCodeAt(at)
      if (code !== 10 && code !== 13) continue
      characters += 1
      if (code === 10 && at > 0 && cell.charCodeAt(at - 1) === 13) pairs += 1
    }
  }
  return { characters, pairs }
}
