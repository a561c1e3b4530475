import type { DeclaredKind, WordedKind } from '../index.ts'

/** Kinds that a test or a measurement makes for itself, with words that say no more than their name. */
export const plainWords = (...kinds: readonly DeclaredKind[]): WordedKind[] =>
  kinds.map((kind) => ({ ...kind, words: { noun: kind.kind, examples: [{}], tell: () => ({ title: kind.kind }) } }))
