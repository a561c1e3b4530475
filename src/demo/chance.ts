/** Numbers that look like chance and are the same for the same seed (mulberry32, public domain). */
export interface Chance {
  /** From 0 up to 1, exclusive. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  readonly oneOf: <T>(list: readonly [T, ...T[]]) => T
  /** True in so many of a hundred. */
  readonly inHundred: (times: number) => boolean
}

export const chance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    oneOf: (list) => list[between(0, list.length - 1)] ?? list[0],
    inHundred: (times) => next() * 100 < times,
  }
}
