import type { z } from 'zod'
import { Fault } from '#platform/fault.ts'
import type { WordedKind } from './words.ts'
import type { Entry, EntryBody, NewEntry, RetentionClass, Sensitivity, Topic } from './entry.ts'

/**
 * A kind of entry: its name (past tense, what happened in the world), what it tells about, how long it is kept, and the shape
 * of its body. A changed shape is a new kind.
 *
 * @example
 * const DeathStated = entryKind({ kind: 'DeathStated', topic: 'birth', retention: 'child-record', body: z.strictObject({ on: partialDate }) })
 * if (DeathStated.is(entry)) entry.body.on
 */
export interface EntryKind<B extends EntryBody = EntryBody> extends DeclaredKind {
  readonly is: (entry: Entry) => entry is Entry & { readonly body: B }
  /** A new entry of this kind; the body's shape is checked by the compiler here and again when it is recorded. */
  readonly of: (statement: Omit<NewEntry, 'kind' | 'body'> & { readonly body: B }) => NewEntry
  readonly parse: (body: unknown) => B
}

/** What the record needs to know of a kind, whatever its body: a room's list of kinds is a list of these. */
export interface DeclaredKind {
  readonly kind: string
  readonly topic: Topic
  readonly retention: RetentionClass
  readonly sensitivity: Sensitivity
  readonly parse: (body: unknown) => EntryBody
}

export const entryKind = <B extends EntryBody>(declared: {
  readonly kind: string
  readonly topic: Topic
  readonly retention: RetentionClass
  readonly sensitivity?: Sensitivity
  readonly body: z.ZodType<B>
}): EntryKind<B> => ({
  kind: declared.kind,
  topic: declared.topic,
  retention: declared.retention,
  sensitivity: declared.sensitivity ?? 'ordinary',
  // A body was parsed by this kind's own schema before it was recorded, and entries never change.
  is: (entry): entry is Entry & { readonly body: B } => entry.kind === declared.kind && entry.body !== undefined,
  of: (statement) => ({ ...statement, kind: declared.kind }),
  parse: (body) => {
    const parsed = declared.body.safeParse(body)
    if (!parsed.success)
      throw new Fault(
        'record.wrong-shape',
        `A ${declared.kind} entry has the wrong shape at ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}.`,
      )
    return parsed.data
  },
})

/** All kinds of all rooms, by name. */
export type Kinds = ReadonlyMap<string, WordedKind>

export const kindsOf = (...rooms: readonly (readonly WordedKind[])[]): Kinds => {
  const kinds = new Map<string, WordedKind>()
  for (const kind of rooms.flat()) {
    if (kinds.has(kind.kind)) throw new Fault('record.kind-twice', `Two rooms declare the kind ${kind.kind}.`)
    kinds.set(kind.kind, kind)
  }
  return kinds
}
