import type { Refusal } from '#platform/decision.ts'
import type { Provenance } from '#record/index.ts'
import type { CheckDigit } from '../check-digits.ts'
import { span } from '#platform/said-dates.ts'
import type { FamiliesRefusal } from './refusals.ts'

export { envelopeOf } from '#record/index.ts'
export type { Provenance } from '#record/index.ts'
export type Found = Refusal<FamiliesRefusal>

/** The part of an ask that goes into the body of an entry. */
export const asideOf = ({ because, toldBy }: Provenance): { because?: string; toldBy?: string } => ({
  ...(because === undefined ? {} : { because }),
  ...(toldBy === undefined ? {} : { toldBy }),
})

/** What cannot be meant about the dates beside an ask. A state may be said to begin later; what happened cannot be to come. */
export const besideRefused = ({ trueFrom, trueUntil, happenedOn }: Provenance, today: Temporal.PlainDate): Found[] => {
  const found: Found[] = []
  if (trueFrom !== undefined && span(trueFrom) === undefined) found.push({ reason: 'not-a-date', field: 'trueFrom' })
  if (trueUntil !== undefined && span(trueUntil) === undefined) found.push({ reason: 'not-a-date', field: 'trueUntil' })
  if (happenedOn !== undefined) found.push(...pastDate(happenedOn, today, 'happenedOn'))
  const begins = trueFrom === undefined ? undefined : span(trueFrom)
  const ends = trueUntil === undefined ? undefined : span(trueUntil)
  if (begins !== undefined && ends !== undefined && Temporal.PlainDate.compare(ends.last, begins.first) < 0)
    found.push({ reason: 'until-before-from', field: 'trueUntil' })
  return found
}

export const pastDate = (written: string, today: Temporal.PlainDate, field: string): Found[] => {
  const days = span(written)
  if (days === undefined) return [{ reason: 'not-a-date', field }]
  return Temporal.PlainDate.compare(days.first, today) > 0 ? [{ reason: 'in-the-future', field }] : []
}

export const anyDate = (written: string, field: string): Found[] =>
  span(written) === undefined ? [{ reason: 'not-a-date', field }] : []

export interface NumberSaid {
  readonly number: string
  readonly check: CheckDigit
}
