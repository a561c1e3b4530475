import { z } from 'zod'
import type { Format } from './format.ts'
import type { Problems } from './report.ts'
import { shown, type DeliveryFile } from './sources.ts'

export const manifestFile = 'manifest.json'

const shape = z.object({
  format: z.string(),
  version: z.string(),
  source: z.string().trim().min(1).max(300),
  extracted_at: z.iso.datetime({ offset: true }),
  mode: z.enum(['full', 'delta']),
  files: z.array(z.object({ name: z.string().min(1).max(200), rows: z.int().min(0) })).max(1_000),
})

/** What the sender says of a delivery. */
export interface Manifest {
  readonly source: string
  readonly extractedAt: Temporal.Instant
  readonly mode: 'full' | 'delta'
  /** Rows promised, by file name in small letters. */
  readonly rows: ReadonlyMap<string, number>
}

/** A manifest is a page of text; nobody sends a megabyte of one. */
const longest = 1_000_000

export const readManifest = async (
  file: DeliveryFile,
  format: Format,
  receivedAt: Temporal.Instant,
  problems: Problems,
): Promise<Manifest | undefined> => {
  const place = { about: 'file', file: manifestFile } as const
  const written = await contentOf(file)
  const parsed = written === undefined ? undefined : parseJson(written)
  if (parsed === undefined) {
    problems.add('manifest.not-json', place)
    return undefined
  }
  const given = shape.safeParse(parsed.json)
  if (!given.success) {
    for (const issue of given.error.issues)
      problems.add('manifest.wrong', { ...place, field: issue.path.length === 0 ? 'all fields' : issue.path.join('.') })
    return undefined
  }
  const { format: kind, version, source, extracted_at, mode, files } = given.data
  if (kind !== format.kind) problems.add('manifest.another-format', { ...place, field: 'format' })
  if (version !== format.version)
    problems.add('manifest.another-version', { ...place, field: 'version' }, `Published is version ${format.version}.`)
  const extractedAt = Temporal.Instant.from(extracted_at)
  // An hour is allowed for clocks that differ and for summer time that somebody forgot.
  if (Temporal.Instant.compare(extractedAt, receivedAt.add({ hours: 1 })) > 0)
    problems.add('manifest.from-the-future', { ...place, field: 'extracted_at' })
  const rows = new Map<string, number>()
  for (const { name, rows: count } of files) {
    if (rows.has(name.toLowerCase())) problems.add('manifest.file-listed-twice', { about: 'file', file: shown(name) })
    rows.set(name.toLowerCase(), count)
  }
  return { source, extractedAt, mode, rows }
}

const contentOf = async (file: DeliveryFile): Promise<string | undefined> => {
  try {
    const bytes: AsyncIterable<Buffer> = await file.open()
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of bytes) {
      length += chunk.length
      if (length > longest) return undefined
      chunks.push(chunk)
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return undefined
  }
}

const parseJson = (written: string): { readonly json: unknown } | undefined => {
  try {
    const json: unknown = JSON.parse(written)
    return { json }
  } catch {
    return undefined
  }
}
