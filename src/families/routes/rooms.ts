import type { Premises, Viewer } from '#access/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Request } from '#platform/http/index.ts'
import type { FamilySection, PersonSection } from '../pages/family-view.ts'
import type { FamilyId } from '../subjects.ts'

export type Asked = Request<Viewer>

/** What this room's pages work with, and what later rooms put on them. */
export interface FamiliesRooms extends Premises {
  /** Further sub-pages of a family, such as its home. */
  readonly extraTabs?: (family: FamilyId) => readonly Link[]
  readonly sections?: readonly FamilySection[]
  /** What later rooms know of one person, on that person's page. */
  readonly personSections?: readonly PersonSection[]
  /** For how many days a reason opens a family: a policy. */
  readonly reasonDays?: (today: Temporal.PlainDate) => Promise<number>
}
