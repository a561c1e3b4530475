import { CsvError, parse, type Parser } from 'csv-parse'
import type { Readable } from 'node:stream'
import { decoded, type Measure, type Stop } from './decoding.ts'
import type { Limits } from './limits.ts'
import type { DeliveryFile } from './sources.ts'

/** One record of a CSV file (RFC 4180) and the line on which it begins, as an editor counts. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * The records of a file, as many at a time as a piece of it holds. Bad input ends the reading and is said through `stop`, after
 * everything before it; nothing is thrown for it.
 */
export const recordsOf = async function* (
  file: DeliveryFile,
  limits: Limits,
  measure: Measure,
  stop: Stop,
): AsyncGenerator<readonly CsvRecord[]> {
  let records: CsvRecord[] = []
  const lines = countLines()
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.bytesInARecord,
    // Taken here and not from the stream, which drops what it has not handed on when a later record is bad.
    on_record: (cells: string[], context) => {
      records.push({ cells, line: lines.begin(cells, context.lines) })
      return undefined
    },
  })
  parser.on('error', () => undefined)
  let bytes: Readable | undefined
  try {
    bytes = await file.open()
    let whole = true
    const pieces = decoded(bytes, limits, measure, (reason, line) => {
      whole = false
      stop(reason, line)
    })
    for await (const piece of pieces) {
      await written(parser, piece)
      yield records
      records = []
    }
    // After a stop the last record may be cut, and what the parser thinks of the rest says nothing.
    if (whole) await written(parser, undefined)
  } catch (error) {
    yield records
    records = []
    stop(reasonOf(error), error instanceof CsvError ? lines.next() : undefined)
  } finally {
    bytes?.destroy()
    parser.destroy()
  }
  yield records
}

/** A piece of text parsed, or with none the end of the file. */
const written = (parser: Parser, piece: string | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null | undefined): void =>
      error === null || error === undefined ? resolve() : reject(error)
    if (piece !== undefined) parser.write(piece, done)
    else {
      parser.once('error', reject)
      parser.once('end', resolve)
      parser.resume()
      parser.end()
    }
  })

const reasonOf = (
  error: unknown,
): 'file.quote-open' | 'file.quote-misplaced' | 'file.record-too-long' | 'file.cannot-be-read' => {
  if (!(error instanceof CsvError)) return 'file.cannot-be-read'
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'file.quote-open'
  return error.code === 'CSV_MAX_RECORD_SIZE' ? 'file.record-too-long' : 'file.quote-misplaced'
}

/** The parser names the line on which a record ends, and counts a line end of two characters inside a cell twice. */
const countLines = (): { begin: (cells: readonly string[], lines: number) => number; next: () => number } => {
  let ahead = 0
  let next = 1
  return {
    begin: (cells, lines) => {
      const within = lineEndsIn(cells)
      const line = lines - ahead - within.characters
      ahead += within.pairs
      next = lines - ahead + 1
      return line
    },
    /** Where the next record begins, blank lines aside. */
    next: () => next,
  }
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
