import type { UserId } from '#record/index.ts'

/**
 * The roles people are enrolled in, with what does not depend on a family: may they learn that somebody is known at all, may they
 * give a reason for access, what may they administer. What each sees of a family stands in views.ts.
 */
export const roles = {
  'housing-officer': { title: 'Housing officer', mayLearnExistence: false, mayGiveReason: false, administers: [] },
  'social-worker': { title: 'Social worker', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  'conference-chair': { title: 'Conference chair', mayLearnExistence: true, mayGiveReason: false, administers: [] },
  midwife: { title: 'Midwife', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  'health-visitor': { title: 'Health visitor', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  'ward-nurse': { title: 'Ward nurse', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  gp: { title: 'General practitioner', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  'designated-safeguarding-lead': {
    title: 'Designated safeguarding lead',
    mayLearnExistence: true,
    mayGiveReason: false,
    administers: [],
  },
  'police-officer': { title: 'Police officer', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  'early-help-worker': { title: 'Early help worker', mayLearnExistence: true, mayGiveReason: false, administers: [] },
  supervisor: { title: 'Supervisor', mayLearnExistence: true, mayGiveReason: true, administers: [] },
  'partnership-manager': {
    title: 'Partnership manager',
    mayLearnExistence: true,
    mayGiveReason: true,
    administers: ['settings'],
  },
  'system-administrator': {
    title: 'System administrator',
    mayLearnExistence: false,
    mayGiveReason: false,
    administers: ['people', 'settings'],
  },
} as const satisfies Record<string, RoleRules>

interface RoleRules {
  readonly title: string
  /** "Known to team X, ring …", by exact name and birth date or by an identifier, never by browsing. */
  readonly mayLearnExistence: boolean
  readonly mayGiveReason: boolean
  readonly administers: readonly ('people' | 'settings')[]
}

export type Role = keyof typeof roles
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)
export const roleNames: readonly Role[] = Object.keys(roles).filter(isRole)
export const roleRules = (role: Role): RoleRules => roles[role]

/** Who looks: a person, in the role and for the agency they are enrolled with, and the teams they act for. */
export interface Viewer {
  readonly user: UserId
  readonly name: string
  readonly role: Role
  readonly agency: string
  readonly agencyName: string
  readonly teams: readonly string[]
}

/** What grants name: the person and their teams. */
export const principalsOf = (viewer: Pick<Viewer, 'user' | 'teams'>): readonly string[] => [
  viewer.user,
  ...viewer.teams,
]
