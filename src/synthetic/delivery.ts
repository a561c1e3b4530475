import { mkdir, open, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format, Table } from '#feeds/index.ts'
import { Fault } from '#platform/fault.ts'

export type Cell = string | number | undefined
type RowFor<T extends Table> = Readonly<Partial<Record<keyof T['columns'] & string, Cell>>>

/** Characters that wait in memory for one file before they go to disk. */
const held = 64_000

/** A CSV file that grows row by row. Rows wait until there are enough to write; whoever fills it must `flush` when it is `full`. */
export class CsvFile {
  rows = 0
  private lines: string[]
  private waiting = 0
  private readonly columns: readonly string[]
  private readonly file: FileHandle

  private constructor(file: FileHandle, columns: readonly string[]) {
    this.file = file
    this.columns = columns
    this.lines = [columns.join(',')]
  }

  static async begin(path: string, columns: readonly string[]): Promise<CsvFile> {
    return new CsvFile(await open(path, 'wx'), columns)
  }

  add(row: Readonly<Record<string, Cell>>): void {
    const line = this.columns.map((column) => quoted(row[column])).join(',')
    this.lines.push(line)
    this.waiting += line.length
    this.rows += 1
  }

  get full(): boolean {
    return this.waiting >= held
  }

  async flush(): Promise<void> {
    if (this.lines.length === 0) return
    const text = `${this.lines.join('\n')}\n`
    this.lines = []
    this.waiting = 0
    // appendFile goes on until every byte is written; a bare write may stop early on a full pipe or quota.
    await this.file.appendFile(text)
  }

  async end(): Promise<void> {
    await this.flush()
    await this.file.close()
  }

  /** Let go of the file as far as it was written. */
  async letGo(): Promise<void> {
    await this.file.close()
  }
}

/** RFC 4180: quoted where a comma, a quote or a line end would be read as something else. */
const quoted = (cell: Cell): string => {
  if (cell === undefined) return ''
  const text = String(cell)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A delivery being written: the tables of its format, each a file of that format's own columns, and the manifest at the end. */
export class Delivery<F extends Format> {
  readonly name: string
  private readonly files: ReadonlyMap<string, CsvFile>
  private readonly folder: string
  private readonly format: F
  private readonly source: string

  private constructor(name: string, folder: string, format: F, source: string, files: ReadonlyMap<string, CsvFile>) {
    this.name = name
    this.folder = folder
    this.format = format
    this.source = source
    this.files = files
  }

  /** Tables that the agency never sends have no file: an empty one would say that there is nothing of the kind. */
  static async begin<F extends Format>(
    parent: string,
    name: string,
    format: F,
    source: string,
    neverSent: readonly (keyof F['tables'] & string)[],
  ): Promise<Delivery<F>> {
    const folder = join(parent, name)
    await mkdir(folder)
    const never = new Set<string>(neverSent)
    const files = new Map<string, CsvFile>()
    for (const [table, { file, columns }] of Object.entries(format.tables)) {
      if (!never.has(table)) files.set(table, await CsvFile.begin(join(folder, file), Object.keys(columns)))
    }
    return new Delivery(name, folder, format, source, files)
  }

  add<T extends keyof F['tables'] & string>(table: T, row: RowFor<F['tables'][T]>): void {
    const file = this.files.get(table)
    if (file === undefined) throw new Fault('borough.table-never-sent', `${this.name} does not send ${table}.`)
    file.add(row)
  }

  /** Let full files go to disk before more is drawn: nothing piles up however slow the disk is. */
  async makeRoom(): Promise<void> {
    for (const file of this.files.values()) if (file.full) await file.flush()
  }

  get kind(): string {
    return this.format.kind
  }

  get rows(): number {
    let sum = 0
    for (const file of this.files.values()) sum += file.rows
    return sum
  }

  async letGo(): Promise<void> {
    for (const file of this.files.values()) await file.letGo()
  }

  async end(extractedAt: Temporal.Instant): Promise<void> {
    for (const file of this.files.values()) await file.end()
    const { kind, version, tables } = this.format
    const files = Object.entries(tables).flatMap(([table, { file }]) => {
      const written = this.files.get(table)
      return written === undefined ? [] : [{ name: file, rows: written.rows }]
    })
    const manifest = {
      format: kind,
      version,
      source: this.source,
      extracted_at: extractedAt.toString(),
      mode: 'full',
      files,
    }
    await writeFile(join(this.folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  }
}
