import type { Limits } from './limits.ts'
import type { Reason } from './reasons.ts'

/** Why reading stopped, and at which line when it did not concern the whole file. */
export type Stop = (reason: Reason, line?: number) => void

/** How many bytes the whole delivery has given so far. */
export interface Measure {
  bytes: number
}

/**
 * The text of a file, piece by piece. Ends early, having said why, at the first byte that cannot be text in UTF-8: what follows a
 * broken letter cannot be trusted to be what was meant.
 */
export const decoded = async function* (
  bytes: AsyncIterable<Buffer>,
  limits: Limits,
  measure: Measure,
  stop: Stop,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let lines = 1
  let size = 0
  for await (const chunk of bytes) {
    if (size === 0) {
      const other = otherThanText(chunk)
      if (other !== undefined) return stop(other)
    }
    size += chunk.length
    measure.bytes += chunk.length
    if (size > limits.bytesInAFile) return stop('file.too-big')
    if (measure.bytes > limits.bytesInADelivery) return stop('delivery.too-big')
    const nul = chunk.indexOf(0)
    if (nul !== -1) return stop('file.nul-bytes', lines + lineEnds(chunk.subarray(0, nul)))
    try {
      yield decoder.decode(chunk, { stream: true })
    } catch {
      return stop('file.not-utf-8', lines + lineEnds(chunk.subarray(0, firstBadByte(chunk))))
    }
    lines += lineEnds(chunk)
  }
  try {
    decoder.decode()
  } catch {
    return stop('file.not-utf-8', lines)
  }
  return undefined
}

/** UTF-16, with its mark or without (every other byte of a Latin text is NUL); workbooks, old and new. */
const otherThanText = (start: Buffer): Reason | undefined => {
  const [first, second, third, fourth] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'file.utf-16'
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) return 'file.spreadsheet'
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0) return 'file.spreadsheet'
  if ((first === 0 && second !== 0 && third === 0) || (first !== 0 && second === 0 && third !== 0 && fourth === 0))
    return 'file.utf-16'
  return undefined
}

const lineEnds = (bytes: Buffer): number => {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** A letter cut by the edge of the piece looks bad at its start too; the line is the same unless it is the piece’s first. */
const firstBadByte = (chunk: Buffer): number => {
  const start = chunk.findIndex((byte, at) => at >= 3 || (byte & 0xc0) !== 0x80)
  const lenient = new TextDecoder('utf-8').decode(chunk.subarray(Math.max(start, 0)))
  const bad = lenient.indexOf('\uFFFD')
  return bad === -1 ? 0 : Math.max(start, 0) + Buffer.byteLength(lenient.slice(0, bad))
}
