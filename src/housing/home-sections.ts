import type { Viewer } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import { socket } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import type { HomeId } from './subjects.ts'

/** What another room knows of a home, shown near the top of its page. */
export interface HomeSection {
  readonly heading: string
  /** In the viewer's own transaction. Undefined where there is nothing to say. */
  readonly read: (ask: HomeSectionAsk) => Promise<Html | undefined>
}

interface HomeSectionAsk {
  readonly tx: Tx
  readonly home: HomeId
  readonly viewer: Viewer
  readonly on: Temporal.PlainDate
  /** What the viewer may read about the home. */
  readonly entries: readonly Entry[]
}

/** What the viewer is asked about homes, and the way to answer: for a list of many homes, in the viewer's own transaction. */
export type AskedOfHomes = (
  tx: Tx,
  viewer: Viewer,
  on: Temporal.PlainDate,
) => Promise<ReadonlyMap<HomeId, readonly Link[]>>

export const homeSections = socket<HomeSection>('sections of a home’s page')
export const askedOfHomes = socket<AskedOfHomes>('what is asked about homes')
