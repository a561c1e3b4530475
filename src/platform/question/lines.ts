/** One physical line: its number, counted from 1 with blank ones, and its text or why it cannot be read. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly refused: 'line-too-long' | 'not-utf-8' }

/** A household of a hundred people and rooms is some 20 kB; a line past this is something else, and is not held in memory. */
export const longestLine = 1_048_576

const newline = 0x0a

/**
 * Cut text that arrives in pieces of any size into lines. A byte order mark (one for each file that was joined) is taken off, the last line
 * need not be ended, and a line that is too long or not UTF-8 spoils only itself.
 */
export async function* linesOf(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let length = 0
  let number = 0
  const finish = (): Line => {
    number += 1
    const line =
      length > longestLine ? ({ number, refused: 'line-too-long' } as const) : decode(number, Buffer.concat(held))
    held = []
    length = 0
    return line
  }
  const hold = (piece: Uint8Array): void => {
    length += piece.length
    if (length > longestLine) held = []
    else if (piece.length > 0) held.push(piece)
  }
  for await (const piece of input) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
    let start = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      hold(bytes.subarray(start, end))
      yield finish()
      start = end + 1
    }
    hold(bytes.subarray(start))
  }
  if (length > 0) yield finish()
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decode = (number: number, bytes: Uint8Array): Line => {
  try {
    const text = utf8.decode(bytes)
    return { number, text: text.startsWith('\uFEFF') ? text.slice(1) : text }
  } catch {
    return { number, refused: 'not-utf-8' }
  }
}
