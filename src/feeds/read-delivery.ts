import { given } from '#platform/given.ts'
import { dayOfInstant } from './days.ts'
import type { Columns, Format, KeyOf, RowOf, Table } from './format.ts'
import { usualLimits, type Limits } from './limits.ts'
import { manifestFile, readManifest, type Manifest } from './manifest.ts'
import { readTable, type LooseBatch } from './read-table.ts'
import { followReferences, type References } from './references.ts'
import { collectProblems, type FileRead, type Problems, type Report } from './report.ts'
import { gatherFiles, shown, type DeliveryFile } from './sources.ts'

type StagedRow<C extends Columns> =
  | { readonly line: number; readonly change: 'set'; readonly row: RowOf<C> }
  | { readonly line: number; readonly change: 'gone'; readonly row: KeyOf<C> }

/** Sound rows of one table, as many as one small transaction takes. */
export type Batch<F extends Format> = {
  readonly [T in keyof F['tables'] & string]: {
    readonly table: T
    readonly file: string
    readonly rows: readonly StagedRow<F['tables'][T]['columns']>[]
  }
}[keyof F['tables'] & string]

export interface Circumstances {
  /** When the delivery arrived: an argument, since nothing here reads a clock. */
  readonly receivedAt: Temporal.Instant
  readonly limits?: Partial<Limits>
}

/** One reading of a delivery. The batches can be taken once; the report is whole when they have been. */
export interface Reading<F extends Format> {
  readonly batches: () => AsyncGenerator<Batch<F>>
  readonly report: () => Report
}

/**
 * Read a delivery: typed rows in batches, and a report of everything that is wrong with it. Bad input never throws. Whoever stages the
 * rows must not apply them unless the finished report says `accepted`: sound rows are handed on even when others are refused.
 *
 * @example
 * const reading = readDelivery(housing, ['harbour-homes.zip'], { receivedAt })
 * for await (const { table, rows } of reading.batches()) await stage(table, rows)
 * if (reading.report().accepted) await apply()
 */
export const readDelivery = <F extends Format>(
  format: F,
  paths: readonly string[],
  { receivedAt, limits }: Circumstances,
): Reading<F> => {
  const reading = new LooseReading(format, paths, receivedAt, { ...usualLimits, ...limits })
  return {
    // Each cell was read by its column's own reader and each name comes from the format: the row is what the format's type says.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    batches: () => reading.batches() as AsyncGenerator<Batch<F>>,
    report: () => reading.report(),
  }
}

/** Read all of it for the report alone: what `--check` does. */
export const checkDelivery = async (
  format: Format,
  paths: readonly string[],
  circumstances: Circumstances,
): Promise<Report> => {
  const reading = readDelivery(format, paths, circumstances)
  for await (const _ of reading.batches()) continue
  return reading.report()
}

class LooseReading {
  private readonly format: Format
  private readonly paths: readonly string[]
  private readonly receivedAt: Temporal.Instant
  private readonly limits: Limits
  private readonly refused: Problems
  private readonly pointedOut: Problems
  private readonly filesRead: FileRead[] = []
  private readonly lacks: { file: string; columns: readonly string[] | 'the whole file' }[] = []
  private readonly passedOver: string[] = []
  private manifest: Manifest | undefined
  private references: References | undefined
  private finished = false

  constructor(format: Format, paths: readonly string[], receivedAt: Temporal.Instant, limits: Limits) {
    this.format = format
    this.paths = paths
    this.receivedAt = receivedAt
    this.limits = limits
    this.refused = collectProblems(limits)
    this.pointedOut = collectProblems(limits)
  }

  async *batches(): AsyncGenerator<LooseBatch> {
    const gathered = await gatherFiles(this.paths, this.limits, this.refused)
    try {
      // A wrong path is one mistake: what the delivery would lack without its files is nobody's question.
      if (gathered.files.size === 0 && this.refused.inAll() > 0) return
      await this.takeManifest(gathered.files)
      const tables = this.tablesOf(gathered.files)
      this.references = followReferences(this.format, this.mode(), this.refused, this.pointedOut)
      const measure = { bytes: 0 }
      const extractDay = dayOfInstant(this.manifest?.extractedAt ?? this.receivedAt)
      for (const { name, table, file } of tables) {
        const { format, limits, refused, pointedOut, references } = this
        const outcome = yield* readTable({
          name,
          table,
          file,
          format,
          mode: this.mode(),
          extractDay,
          limits,
          measure,
          refused,
          pointedOut,
          references,
        })
        this.takeOutcome(name, table, outcome)
      }
      this.finished = true
    } finally {
      gathered.close()
    }
  }

  report(): Report {
    const { manifest } = this
    const mode = this.mode()
    return {
      kind: this.format.kind,
      ...(manifest === undefined ? {} : { source: manifest.source, extractedAt: manifest.extractedAt.toString() }),
      mode,
      accepted: this.finished && this.refused.inAll() === 0,
      read: this.filesRead.reduce((sum, { rows }) => sum + rows, 0),
      files: [...this.filesRead],
      refused: this.refused.list(),
      pointedOut: this.pointedOut.list(),
      lacks: [...this.lacks],
      passedOver: [...this.passedOver],
      referencesLeftToCheck: this.references?.leftToCheck() ?? [],
    }
  }

  private mode(): Report['mode'] {
    return this.manifest?.mode ?? 'unsaid'
  }

  private async takeManifest(files: ReadonlyMap<string, DeliveryFile>): Promise<void> {
    const file = files.get(manifestFile)
    if (file !== undefined) this.manifest = await readManifest(file, this.format, this.receivedAt, this.refused)
    else if (this.format.manifest === 'must') this.refused.add('manifest.missing', { about: 'delivery' })
  }

  /** The files that are there, as tables in reading order; what is there too many or too few is said. */
  private tablesOf(files: ReadonlyMap<string, DeliveryFile>): { name: string; table: Table; file: DeliveryFile }[] {
    const { manifest, refused } = this
    const found: { name: string; table: Table; file: DeliveryFile }[] = []
    const known = new Set([manifestFile])
    for (const [name, table] of Object.entries(this.format.tables)) {
      known.add(table.file)
      const file = files.get(table.file)
      if (file !== undefined) found.push({ name, table, file })
      else if (this.mode() === 'full' && this.format.tablesNeeded.includes(name))
        refused.add('delivery.file-needed', { about: 'file', file: table.file })
      else this.lacks.push({ file: table.file, columns: 'the whole file' })
      if (file !== undefined && manifest !== undefined && !manifest.rows.has(table.file))
        refused.add('manifest.file-not-listed', { about: 'file', file: table.file })
    }
    for (const [name, file] of files) {
      if (known.has(name)) continue
      if (this.format.unknownNames === 'refused')
        refused.add('delivery.file-unknown', { about: 'file', file: shown(file.name) })
      else this.passedOver.push(shown(file.name))
    }
    for (const name of manifest?.rows.keys() ?? [])
      if (!files.has(name)) refused.add('manifest.file-missing', { about: 'file', file: shown(name) })
    if (found.length === 0) {
      refused.add('delivery.empty', { about: 'delivery' })
      this.lacks.splice(0)
    }
    return found
  }

  private takeOutcome(
    name: string,
    table: Table,
    {
      rows,
      whole,
      lacks,
      passedOver,
    }: { rows: number; whole: boolean; lacks: readonly string[]; passedOver: readonly string[] },
  ): void {
    const promised = this.manifest?.rows.get(table.file)
    this.filesRead.push({ file: table.file, table: name, rows, ...given({ promised }) })
    if (whole && promised !== undefined && promised !== rows)
      this.refused.add(
        'manifest.count-differs',
        { about: 'file', file: table.file },
        `The manifest says ${promised}, the file has ${rows}.`,
      )
    if (lacks.length > 0) this.lacks.push({ file: table.file, columns: lacks })
    this.passedOver.push(...passedOver)
  }
}
