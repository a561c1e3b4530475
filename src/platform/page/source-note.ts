import { type Html, html } from '#platform/html.ts'
import { dateOrTime } from './dates.ts'

/** How the agency came by it: what was seen weighs otherwise than what was told, and the reader should know which. */
export type SourceKind = 'recorded' | 'seen' | 'told' | 'extract' | 'worked out'

export interface Source {
  readonly agency: string
  readonly recordedOn: Temporal.PlainDate | Temporal.Instant | undefined
  /** Who recorded it, where the reader may know: a name, a role, or both. */
  readonly by?: string | undefined
  readonly kind: SourceKind
}

const verbs: Readonly<Record<SourceKind, string>> = {
  recorded: 'recorded',
  seen: 'seen by its worker, recorded',
  told: 'told to its worker, recorded',
  extract: 'in its extract of',
  'worked out': 'worked out by Rooftree from its entries on',
}

/** @example Source: Harbour Reach Children's Social Care, recorded 3 May 2025 */
export const sourceNote = (source: Source): Html => html`<p class="rt-source">
  Source: ${source.agency}, ${verbs[source.kind]} ${
    source.recordedOn === undefined ? 'on a date not known' : dateOrTime(source.recordedOn)
  }${source.by !== undefined && `, by ${source.by}`}
</p>`
