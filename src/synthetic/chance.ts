/**
 * Chance that repeats: xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (2018, public domain, prng.di.unimi.it), its state
 * filled from the keys by the 32-bit finaliser of MurmurHash3 (Austin Appleby, public domain). Good enough for invented people;
 * never for anything that must stay secret.
 */
export class Chance {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(a: number, b: number, c: number, d: number) {
    this.a = a
    this.b = b
    this.c = c
    this.d = d
  }

  /** The next 32 bits. */
  next(): number {
    const result = Math.imul(turned(Math.imul(this.b, 5), 7), 9) >>> 0
    const shifted = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= shifted
    this.d = turned(this.d, 11)
    return result
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.next() / 4_294_967_296
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return to <= from ? from : from + Math.floor(this.fraction() * (to - from + 1))
  }

  yes(share: number): boolean {
    return this.fraction() < share
  }

  oneOf<T>(list: readonly [T, ...(readonly T[])]): T {
    return list[this.whole(0, list.length - 1)] ?? list[0]
  }

  /** One value of a distribution. */
  from<T>(shares: Shares<T>): T {
    let left = this.fraction() * shares.inAll
    for (const [value, weight] of shares.of) {
      left -= weight
      if (left < 0) return value
    }
    return shares.last
  }
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** A distribution: values and how often each comes up against the others. */
export interface Shares<T> {
  readonly of: readonly (readonly [T, number])[]
  readonly inAll: number
  readonly last: T
}

export const shares = <T>(
  ...of: readonly [readonly [T, number], ...(readonly (readonly [T, number])[])]
): Shares<T> => ({ of, inAll: of.reduce((sum, [, weight]) => sum + weight, 0), last: (of.at(-1) ?? of[0])[0] })

/** Chance for one thing of one borough: the same seed, purpose and number always give the same row of draws, whatever was drawn elsewhere. */
export const chanceFor = (seed: string, purpose: string, number: number): Chance => {
  let state = (folded(`${purpose}\u001F${seed}`) ^ Math.imul(number + 1, 0x9e_37_79_b1)) >>> 0
  const word = (): number => {
    state = (state + 0x9e_37_79_b9) >>> 0
    return finalised(state ^ Math.imul(number, 0x85_eb_ca_77))
  }
  return new Chance(word(), word(), word(), word() | 1)
}

/** FNV-1a over the UTF-16 code units (Fowler, Noll and Vo, public domain), remembered for the few seeds and purposes of a run. */
const folded = (text: string): number => {
  const known = foldedTexts.get(text)
  if (known !== undefined) return known
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  const result = finalised(hash)
  if (foldedTexts.size > 1_000) foldedTexts.clear()
  foldedTexts.set(text, result)
  return result
}

const foldedTexts = new Map<string, number>()

const finalised = (word: number): number => {
  let mixed = word
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85_eb_ca_6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
