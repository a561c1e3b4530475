import type { Premises, Viewer } from '#access/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Request } from '#platform/http/index.ts'
import type { FamilySection, PersonSection } from '../pages/family-view.ts'
import type { Telling } from '../pages/entry-in-words.ts'
import type { FamilyId } from '../subjects.ts'

export type Asked = Request<Viewer>

/** What this room's pages work with, and what later rooms put on them. */
export interface FamiliesRooms extends Premises {
  /** Further sub-pages of a family, such as its home. */
  readonly extraTabs?: (family: FamilyId) => readonly Link[]
  readonly sections?: readonly FamilySection[]
  /** What later rooms know of one person, on that person's page. */
  readonly personSections?: readonly PersonSection[]
  /** How other rooms' entries are told on a timeline. */
  readonly tellings?: readonly Telling[]
  /** For how many days a reason opens a family: a policy. */
  readonly reasonDays?: (today: Temporal.PlainDate) => Promise<number>
}
