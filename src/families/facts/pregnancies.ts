import type { Entry } from '#record/index.ts'
import { ChildOfPregnancyBorn, PregnancyEnded, PregnancyOutcomeStated, PregnancyStated } from '../entries/index.ts'
import type { RecordId } from '../subjects.ts'
import { basisOf, factOf } from './basis.ts'
import type { Basis, Fact, Said } from './basis.ts'
import { dateFact } from './dates-said.ts'

export interface Pregnancy {
  readonly pregnancy: string
  readonly expected: Fact<string>
  readonly babies: Fact<number>
  readonly children: readonly Said<RecordId>[]
  readonly ended: readonly Basis[]
  readonly endedOn: Fact<string>
  /** Only for those who may see it. */
  readonly outcome: Fact<string>
  /** How many are still expected. None once it ended, or once as many are born as were expected. */
  readonly unborn: number | 'not-known'
}

/** Every pregnancy told of in these entries, the first told of first. */
export const pregnanciesOf = (entries: readonly Entry[]): Pregnancy[] => {
  const ids = new Set<string>()
  for (const entry of entries)
    if (PregnancyStated.is(entry) || PregnancyEnded.is(entry) || ChildOfPregnancyBorn.is(entry))
      ids.add(entry.body.pregnancy)
  return [...ids].map((id) => pregnancyOf(id, entries))
}

const pregnancyOf = (id: string, entries: readonly Entry[]): Pregnancy => {
  const stated = entries.filter(PregnancyStated.is).filter(({ body }) => body.pregnancy === id)
  const over = entries.filter(PregnancyEnded.is).filter(({ body }) => body.pregnancy === id)
  const born = entries.filter(ChildOfPregnancyBorn.is).filter(({ body }) => body.pregnancy === id)
  const outcome = entries.filter(PregnancyOutcomeStated.is).filter(({ body }) => body.pregnancy === id)
  const babies = factOf<number>(stated.map((entry) => ({ entry, value: entry.body.babies })))
  const children = new Map<RecordId, Basis[]>()
  for (const entry of born) children.set(entry.body.child, [...(children.get(entry.body.child) ?? []), basisOf(entry)])
  return {
    pregnancy: id,
    expected: dateFact(stated.map((entry) => ({ entry, value: entry.body.expected }))),
    babies,
    children: [...children].map(([value, basis]) => ({ value, basis })),
    ended: over.map(basisOf),
    endedOn: dateFact(over.map((entry) => ({ entry, value: entry.body.on }))),
    outcome: factOf(outcome.map((entry) => ({ entry, value: entry.body.outcome }))),
    unborn: unbornOf(over.length > 0, babies.shown?.value, children.size),
  }
}

const unbornOf = (ended: boolean, babies: number | undefined, born: number): number | 'not-known' => {
  if (ended) return 0
  if (babies !== undefined) return Math.max(0, babies - born)
  return born > 0 ? 0 : 'not-known'
}
