import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Transform, type Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Limits } from './limits.ts'
import type { Reason } from './reasons.ts'
import type { DeliveryFile } from './sources.ts'

/**
 * Offer each file in a zip, to be read where it lies. Sizes are those the zip declares, and the library stops an entry that turns out
 * longer than declared, so that a small zip cannot become an endless file. Answers how to close it.
 */
export const filesInZip = async (
  path: string,
  limits: Limits,
  take: (file: DeliveryFile) => void,
  refuse: (reason: Reason, name: string) => void,
): Promise<() => void> => {
  const name = path.split(/[/\\]/u).at(-1) ?? path
  const opened = await openZip(path)
  if (opened === undefined) {
    refuse('zip.damaged', name)
    return () => undefined
  }
  try {
    if (opened.entryCount > limits.filesInADelivery * 2) refuse('delivery.too-many-files', name)
    else for await (const entry of opened.eachEntry()) takeEntry(opened, entry, limits, take, refuse)
  } catch {
    refuse('zip.damaged', name)
  }
  return () => opened.close()
}

const openZip = async (path: string): Promise<ZipFile | undefined> => {
  try {
    // Names are judged below, by their raw bytes: the library would throw at the first bad one and hide the rest.
    return await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    })
  } catch {
    return undefined
  }
}

const takeEntry = (
  zip: ZipFile,
  entry: Entry,
  limits: Limits,
  take: (file: DeliveryFile) => void,
  refuse: (reason: Reason, name: string) => void,
): void => {
  const whole = entry.fileNameRaw.toString('utf8')
  const parts = whole.split('/')
  const name = parts.at(-1) ?? ''
  if (
    whole.includes('\\') ||
    whole.includes('\0') ||
    whole.startsWith('/') ||
    /^[a-z]:/iu.test(whole) ||
    parts.includes('..')
  )
    return refuse('zip.name-leads-out', name === '' ? whole : name)
  if (parts[0] === '__MACOSX' || name === '') return undefined
  if (isLink(entry)) return refuse('zip.link', name)
  if (entry.isEncrypted()) return refuse('zip.encrypted', name)
  if (name.toLowerCase().endsWith('.zip')) return refuse('zip.inside', name)
  if (entry.uncompressedSize > limits.bytesInAFile) return refuse('file.too-big', name)
  // Small files of one repeated row shrink a lot and do no harm.
  if (
    entry.uncompressedSize > 1_000_000 &&
    entry.uncompressedSize > entry.compressedSize * limits.timesAZippedFileMaySwell
  )
    return refuse('zip.swells', name)
  return take({ name, open: async () => checked(await zip.openReadStreamPromise(entry), entry.crc32) })
}

/** Unix keeps the kind of a file in the upper half of the external attributes. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o17_0000) === 0o12_0000

/** The entry’s bytes, and an error at their end when they are not those that were put in. */
const checked = (bytes: Readable, expected: number): Readable => {
  let sum = 0
  const check = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sum = crc32(chunk, sum)
      done(undefined, chunk)
    },
    flush: (done) => done(sum === expected ? undefined : new Error('zip entry does not match its checksum')),
  })
  bytes.on('error', (error) => check.destroy(error))
  check.on('close', () => bytes.destroy())
  return bytes.pipe(check)
}
