import { Fault } from '#platform/fault.ts'
import type { Entry, EntryBody, SubjectId } from './entry.ts'
import type { DeclaredKind } from './kinds.ts'

/** One entry in words: what it says in a line, and what more there is to read. */
export interface Told {
  readonly title: string
  readonly text?: string
}

/** How whoever tells an entry calls those it speaks of; somebody whose name the reader may not see is called so. */
export interface Naming {
  readonly person: (record: SubjectId) => string
  /** An agency, a team, somebody who uses Rooftree, with the title under which they work. */
  readonly listed: (id: string) => { readonly name: string; readonly title?: string; readonly agency?: string }
  /** What entries of a kind are about. */
  readonly noun: (kind: string) => string
}

/** The words of one kind of entry. A kind without them does not compile. */
interface Words<B extends EntryBody = EntryBody> {
  /** What it is about, as one would name it in a sentence: `birth weights`. */
  readonly noun: string
  /** A method, so that lists may hold the words of many kinds: it is only ever asked for an entry of its own kind. */
  tell(entry: Entry & { readonly body: B }, naming: Naming): Told
  /** Bodies at their fullest, and with nothing but what must be said: every one is told in a test. */
  readonly examples: readonly [B, ...B[]]
  /** How things are rather than what happened: it stands on the whole timeline, and not among the family's last events. */
  readonly standing?: true
  /** How the agency that said it puts it right: in its place by a form, or by taking it back and saying it anew. */
  readonly putRight?: 'in-place' | 'taken-back'
}

/** A kind with its words. */
export interface WordedKind extends DeclaredKind {
  readonly words: Words
}

/** The words of each of some kinds, under its name. */
export type WordsOf<K extends Readonly<Record<string, DeclaredKind>>> = {
  readonly [N in keyof K]: Words<ReturnType<K[N]['parse']>>
}

/**
 * A room's kinds, each under its own name, with the words of each.
 *
 * @example worded({ SexStated }, { SexStated: { noun: 'sex', examples: [{ sex: 'female' }], tell: ({ body }) => ({ title: body.sex }) } })
 */
// The two signatures say the same; the compiler cannot follow each kind to the words under its name.
export function worded<K extends Readonly<Record<string, DeclaredKind>>>(
  kinds: K,
  words: WordsOf<K>,
): readonly WordedKind[]
export function worded(
  kinds: Readonly<Record<string, DeclaredKind>>,
  words: Readonly<Record<string, Words>>,
): readonly WordedKind[] {
  return Object.entries(kinds).map(([name, kind]) => {
    const own = words[name]
    if (own === undefined || kind.kind !== name)
      throw new Fault('record.kind-without-words', `The kind ${kind.kind} stands under the name ${name}.`)
    return { ...kind, words: own }
  })
}
