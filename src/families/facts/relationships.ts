import { given } from '#platform/given.ts'
import type { Entry } from '#record/index.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { RelationshipStated } from '../entries/index.ts'
import type { RelationshipType, Somebody } from '../entries/index.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { basisOf, inOrder } from './basis.ts'
import type { Basis } from './basis.ts'

/** Somebody as a page names them: a person, words said of them, or not known. */
export type Other = { readonly person: PersonId } | { readonly described: string } | 'not-known'

export interface Relationship {
  /** is the [type] of `to` */
  readonly from: Other
  readonly type: RelationshipType
  readonly as?: string
  readonly to: PersonId
  readonly birth?: string
  readonly since?: string
  readonly until?: string
  readonly current: boolean
  readonly basis: readonly Basis[]
  /** Another agency names somebody else as this mother or father of the same child. */
  readonly contested: boolean
}

/**
 * Relationships between persons. What two agencies say alike is told once with both as its basis. An agency that said "father
 * not known" and later names him has answered itself; where another agency names him, both statements are shown.
 */
export const relationshipsOf = (
  entries: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Relationship[] => {
  const told = new Map<string, Relationship>()
  for (const entry of latest(entries.filter(RelationshipStated.is), persons)) {
    const { body } = entry
    const from = otherOf(body.from, persons)
    const to = persons.get(body.to) ?? body.to
    const key = `${keyOf(from)} ${body.type} ${body.as ?? ''} ${to} ${body.birth ?? ''}`
    const before = told.get(key)
    const current = body.ended !== true && holdsOn(entry.trueFrom, entry.trueUntil, on)
    told.set(key, {
      from,
      type: body.type,
      ...given({ as: body.as }),
      to,
      ...given({ birth: body.birth, since: entry.trueFrom, until: entry.trueUntil }),
      current: current || before?.current === true,
      basis: [basisOf(entry), ...(before?.basis ?? [])],
      contested: false,
    })
  }
  const all = [...told.values()]
  return all.map((one) => ({
    ...one,
    contested:
      onlyOne(one) &&
      all.some(
        (other) =>
          onlyOne(other) && other.to === one.to && other.as === one.as && keyOf(other.from) !== keyOf(one.from),
      ),
  }))
}

/** A child has one birth mother and one father. "Not known" contradicts nobody. */
const onlyOne = ({ type, as, current, from }: Relationship): boolean =>
  current && type === 'parent' && (as === 'mother' || as === 'father') && from !== 'not-known'

type Stated = Entry & { readonly body: ReturnType<typeof RelationshipStated.parse> }

const latest = (entries: readonly Stated[], persons: ReadonlyMap<RecordId, PersonId>): Stated[] => {
  const last = new Map<string, Stated>()
  for (const entry of entries.toSorted(inOrder)) {
    const { from, type, as, to } = entry.body
    const place = `${entry.agency} ${type} ${as ?? ''} ${persons.get(to) ?? to}`
    last.delete(`${place} not-known`)
    last.set(`${place} ${keyOf(otherOf(from, persons))}`, entry)
  }
  return [...last.values()]
}

export const otherOf = (somebody: Somebody, persons: ReadonlyMap<RecordId, PersonId>): Other => {
  if (somebody === 'not-known') return somebody
  return 'record' in somebody
    ? { person: persons.get(somebody.record) ?? somebody.record }
    : { described: somebody.described }
}

export const keyOf = (other: Other): string => {
  if (other === 'not-known') return other
  return 'person' in other ? other.person : `described: ${other.described}`
}
