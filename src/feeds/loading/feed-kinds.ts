import type { Format } from '../format.ts'
import { housing } from '../housing/index.ts'
import { ssd } from '../ssd/index.ts'
import { housingMapping } from './housing/mapping.ts'
import type { Mapping } from './loaded-rows.ts'
import { ssdMapping } from './ssd/mapping.ts'

/** The kinds of delivery that can be loaded: how each is read, and what it asks of the rooms. */
export const feedKinds = {
  housing: { format: housing, mapping: housingMapping },
  ssd: { format: ssd, mapping: ssdMapping },
} as const satisfies Record<string, { format: Format; mapping: Mapping }>
export type FeedKind = keyof typeof feedKinds
export const feedKindNames: readonly FeedKind[] = ['housing', 'ssd']
export const isFeedKind = (text: string): text is FeedKind => Object.hasOwn(feedKinds, text)
