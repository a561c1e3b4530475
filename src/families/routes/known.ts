import { dayInLondon, instantFrom } from '#platform/dates.ts'
import type { Known } from '../pages/family-view.ts'
import type { AsOf } from '../queries/index.ts'
import type { Asked } from './rooms.ts'

export interface KnownAsked {
  readonly known: Known | undefined
  readonly knownError: string | undefined
  readonly askedKnown: string
  readonly today: Temporal.PlainDate
  readonly on: Temporal.PlainDate
  readonly asOf: AsOf
}

/** As known when? A day, or a moment with its offset; today and later are not the past. A mistake is told, and the page shows now. */
export const knownAsked = ({ query, at, today }: Asked): KnownAsked => {
  const asked = (query['known'] ?? '').trim()
  const now = { known: undefined, knownError: undefined, askedKnown: asked, today, on: today, asOf: { on: today } }
  if (asked === '') return now
  const instant = instantFrom(asked)
  if (instant === undefined) return { ...now, knownError: 'Enter a real day, such as 27 3 2026' }
  const day = dayInLondon(instant)
  const bare = /^\d{4}-\d{2}-\d{2}$/u.test(asked)
  if (bare && day.equals(today)) return now
  if (bare ? Temporal.PlainDate.compare(day, today) > 0 : Temporal.Instant.compare(instant, at) > 0)
    return { ...now, knownError: 'Enter a day in the past. Nobody knows yet what will be recorded.' }
  return {
    ...now,
    known: { text: asked, at: instant, day, said: bare ? day : instant },
    on: day,
    asOf: { on: day, knownAt: instant },
  }
}
