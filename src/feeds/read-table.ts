import type { Measure } from './decoding.ts'
import type { Format, Table } from './format.ts'
import { planOf, type Plan } from './header.ts'
import type { Limits } from './limits.ts'
import { recordsOf, type CsvRecord } from './records.ts'
import type { References } from './references.ts'
import type { Problems, Report } from './report.ts'
import { isBlank, readRow, type LooseRow } from './rows.ts'
import type { DeliveryFile } from './sources.ts'

export interface LooseBatch {
  readonly table: string
  readonly file: string
  readonly rows: readonly { readonly line: number; readonly change: 'set' | 'gone'; readonly row: LooseRow }[]
}

interface TableReading {
  readonly name: string
  readonly table: Table
  readonly file: DeliveryFile
  readonly format: Format
  readonly mode: Report['mode']
  readonly extractDay: string
  readonly limits: Limits
  readonly measure: Measure
  readonly refused: Problems
  readonly pointedOut: Problems
  readonly references: References
}

interface TableOutcome {
  readonly rows: number
  /** Whether it was read to its end and by its header. */
  readonly whole: boolean
  readonly lacks: readonly string[]
  readonly passedOver: readonly string[]
}

/** Read one file of a delivery, handing on its sound rows. */
export const readTable = async function* (reading: TableReading): AsyncGenerator<LooseBatch, TableOutcome> {
  const { name, table, limits, references, refused } = reading
  let whole = true
  const records = recordsOf(reading.file, limits, reading.measure, (reason, line) => {
    whole = false
    refused.add(
      reason,
      line === undefined ? { about: 'file', file: table.file } : { about: 'row', file: table.file, line },
    )
  })
  let plan: Plan | undefined
  let header = false
  let rows = 0
  let batch: LooseBatch['rows'][number][] = []
  reading: for await (const several of records) {
    for (const record of several) {
      if (!header) {
        header = true
        plan = planOf(record.cells, table, reading.format, reading.mode === 'delta', limits, refused)
        continue
      }
      if (isBlank(record.cells)) continue
      if (rows >= limits.rowsInAFile) {
        whole = false
        refused.add('file.too-many-rows', { about: 'row', file: table.file, line: record.line })
        break reading
      }
      rows += 1
      const row = plan === undefined ? undefined : soundRow(record, plan, reading)
      if (row !== undefined) batch.push(row)
      if (batch.length >= limits.rowsInABatch) {
        yield { table: name, file: table.file, rows: batch }
        batch = []
      }
    }
  }
  if (!header && whole) refused.add('file.empty', { about: 'file', file: table.file })
  references.endOfFile(name, whole && plan !== undefined)
  if (batch.length > 0) yield { table: name, file: table.file, rows: batch }
  return { rows, whole: whole && header, lacks: plan?.lacks ?? [], passedOver: plan?.passedOver ?? [] }
}

const soundRow = (record: CsvRecord, plan: Plan, reading: TableReading): LooseBatch['rows'][number] | undefined => {
  const read = readRow(record, { ...reading, plan })
  if (read === undefined) return undefined
  reading.references.row(reading.name, read)
  return read.sound ? { line: read.line, change: read.change, row: read.row } : undefined
}
