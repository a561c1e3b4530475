import type { House } from '#house.ts'

/** Where a verb reads and writes. Results go to `out`, words to people to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** How far a long piece of work has come; shown as a bar on a terminal. */
  readonly progress: (done: number, all: number) => void
  readonly cwd: string
}

interface VerbOption {
  readonly type: 'string' | 'boolean'
  readonly what: string
}

interface Described {
  readonly name: string
  /** One line for the list of verbs. */
  readonly summary: string
  /** What stands after the name: `FILE`, `--family ID --at INSTANT`. */
  readonly usage: string
  readonly help: string
  readonly options: Readonly<Record<string, VerbOption>>
  /** Files or ids may stand after the name. Of any other verb a word without `--` is a mistake, and told. */
  readonly takesWords?: true
}

export interface Given {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly json: boolean
}

/** A verb that works on the house's record: by itself, or through the running server when that has the folder. */
export interface HouseVerb extends Described {
  readonly on: 'house'
  /** Not while a server is serving from it. */
  readonly alone?: true
  /** Makes a record where there is none. */
  readonly begins?: true
  /** Needs the credentials that may change the database's shape. */
  readonly asOwner?: true
  readonly run: (house: House, given: Given, terminal: Terminal) => Promise<number>
}

/** A verb that needs no record. */
export interface PlainVerb extends Described {
  readonly on: 'nothing'
  readonly run: (given: Given, terminal: Terminal) => Promise<number>
}

export type Verb = HouseVerb | PlainVerb

/** The call's words are off: told with the verb's usage, exit code 2. */
export class WrongCall extends Error {}

export const textOption = (given: Given, name: string): string | undefined => {
  const value = given.options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
