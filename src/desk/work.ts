import type { Viewer } from '#access/index.ts'
import type { Html } from '#platform/html.ts'
import type { Tx } from '#platform/database/index.ts'
import { socket } from '#record/index.ts'

/** One part of "My work": what waits for somebody, and the way to it. Read in the viewer's own standing, so that it shows no more than they may see. */
export interface WorkSection {
  readonly heading: string
  /** For those who look after this, and of no family: read in the house's standing, since nobody's own rows open it. */
  readonly forWhoAdministers?: 'people' | 'settings'
  readonly read: (tx: Tx, viewer: Viewer, today: Temporal.PlainDate) => Promise<WorkFound>
}

export const workSections = socket<WorkSection>('sections of My work')

export interface WorkFound {
  /** Nothing waits: said so, in a sentence. */
  readonly nothing?: string
  readonly body?: Html
  /** Subjects whose facts it shows, for the look. */
  readonly shown: readonly string[]
}
