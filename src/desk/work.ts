import type { Viewer } from '#access/index.ts'
import type { Html } from '#platform/html.ts'
import type { Tx } from '#platform/database/index.ts'

/** One part of "My work": what waits for somebody, and the way to it. Read in the viewer's own transaction. */
export interface WorkSection {
  readonly heading: string
  readonly read: (tx: Tx, viewer: Viewer, today: Temporal.PlainDate) => Promise<WorkFound>
}

export interface WorkFound {
  /** Nothing waits: said so, in a sentence. */
  readonly nothing?: string
  readonly body?: Html
  /** Subjects whose facts it shows, for the look. */
  readonly shown: readonly string[]
}
