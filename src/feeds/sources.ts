import { createReadStream } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Limits } from './limits.ts'
import type { Reason } from './reasons.ts'
import type { Problems } from './report.ts'
import { filesInZip } from './zip.ts'

/** A file of a delivery, wherever it lies, by its own name. Nothing is ever unpacked to disk. */
export interface DeliveryFile {
  readonly name: string
  readonly open: () => Promise<Readable>
}

/** What was found at the paths: the files by name in small letters, and how to let go of them. */
interface Gathered {
  readonly files: ReadonlyMap<string, DeliveryFile>
  readonly close: () => void
}

/** Find the files of a delivery in folders, zips and single files. What cannot be a file of it is a problem, never an exception. */
export const gatherFiles = async (paths: readonly string[], limits: Limits, problems: Problems): Promise<Gathered> => {
  const files = new Map<string, DeliveryFile>()
  const closings: (() => void)[] = []
  const take = (file: DeliveryFile): void => {
    const name = file.name.toLowerCase()
    if (isAside(name)) return
    if (files.has(name)) problems.add('delivery.file-twice', { about: 'file', file: shown(file.name) })
    else if (files.size >= limits.filesInADelivery) problems.add('delivery.too-many-files', { about: 'delivery' })
    else files.set(name, file)
  }
  const refuse = (reason: Reason, name: string): void => problems.add(reason, { about: 'file', file: shown(name) })
  for (const path of paths) {
    try {
      const found = await stat(path)
      if (found.isDirectory()) await takeFolder(path, take, refuse)
      else if (!found.isFile()) refuse('path.not-a-file', basename(path))
      else if (await isZip(path)) closings.push(await filesInZip(path, limits, take, refuse))
      else take(fileAt(path))
    } catch (error) {
      refuse(isMissing(error) ? 'path.not-found' : 'path.cannot-be-read', basename(path))
    }
  }
  return { files, close: () => closings.forEach((close) => close()) }
}

const takeFolder = async (
  folder: string,
  take: (file: DeliveryFile) => void,
  refuse: (reason: Reason, name: string) => void,
): Promise<void> => {
  for (const name of (await readdir(folder)).sort()) {
    if (isAside(name.toLowerCase())) continue
    const path = join(folder, name)
    const found = await lstat(path)
    if (!found.isFile()) refuse('path.not-a-file', name)
    else take(fileAt(path))
  }
}

const fileAt = (path: string): DeliveryFile => ({ name: basename(path), open: async () => createReadStream(path) })

/** A zip by its first bytes, unless it bears another name: a workbook called homes.csv is a wrong file, not a zip of files. */
const isZip = async (path: string): Promise<boolean> => {
  if (path.toLowerCase().endsWith('.zip')) return true
  if (/\.[a-z0-9]+$/iu.test(path)) return false
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32BE(0) === 0x50_4b_03_04
  } finally {
    await file.close()
  }
}

/** What operating systems and people put beside a delivery. */
const isAside = (name: string): boolean =>
  name.startsWith('.') || name === 'thumbs.db' || name === 'desktop.ini' || /^readme(?:\.(?:txt|md))?$/u.test(name)

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** A name that came from outside, fit to be repeated in a report. */
export const shown = (name: string): string => {
  const plain = name.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')
  return plain.length > 80 ? `${plain.slice(0, 77)}…` : plain === '' ? '(no name)' : plain
}
