import type { ViewerStanding } from '#platform/database/index.ts'
import { principalsOf } from './roles.ts'
import type { Viewer } from './roles.ts'

/** In whose standing a viewer's pages are read. */
export const viewerStanding = (viewer: Viewer, today: Temporal.PlainDate): ViewerStanding => ({
  principals: principalsOf(viewer),
  role: viewer.role,
  agency: viewer.agency,
  today,
})
