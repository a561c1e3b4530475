import type { Entry, Sensitivity, Subject, SubjectId } from '#record/index.ts'
import type { ReachRow, RestrictionKind } from './reach.ts'
import { principalsOf } from './roles.ts'
import type { Viewer } from './roles.ts'
import type { ViewRow, ViewedTopic, Way } from './views.ts'

export interface Grant {
  readonly principal: string
  readonly scope: SubjectId
  readonly way: Way
  /** Why, in words a practitioner may read: the role in which they work with the family, or the reason given. */
  readonly because: string
  readonly from: string
  /** The day from which it no longer holds. */
  readonly until?: string | undefined
}

export interface Restriction {
  readonly subject: SubjectId
  readonly kind: RestrictionKind
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** What {@link may} decides from. */
export interface World {
  readonly grants: readonly Grant[]
  readonly reach: readonly ReachRow[]
  readonly persons: readonly { readonly record: SubjectId; readonly person: string }[]
  readonly restrictions: readonly Restriction[]
  readonly views: readonly ViewRow[]
}

export type Envelope = Pick<Entry, 'topic' | 'sensitivity' | 'agency' | 'subjects'>

type May =
  | { readonly may: true; readonly because: 'reference' | Grant }
  | { readonly may: false; readonly because: 'not-reached' | 'not-for-this-role' }

/**
 * May this viewer see this entry today? Denied unless one grant, through one way, opens the topic for every sensitivity the
 * entry has or is given by a restriction. The database answers the same by row security; a property test holds the two equal.
 */
export const may = (viewer: Viewer, entry: Envelope, world: World, today: Temporal.PlainDate): May => {
  if (isOpenReference(entry)) return { may: true, because: 'reference' }
  const grants = entry.subjects
    .filter((subject) => isAbout(subject) && !isReference(subject))
    .flatMap(({ id }) => grantsReaching(viewer, id, world, today))
  if (grants.length === 0) return { may: false, because: 'not-reached' }
  const required = requiredSensitivities(entry, world, today)
  const opening = grants.find(({ way }) =>
    required.every((sensitivity) => sees(viewer, way, entry.topic, sensitivity, entry.agency, world.views)),
  )
  return opening === undefined ? { may: false, because: 'not-for-this-role' } : { may: true, because: opening }
}

const isAbout = ({ role }: Subject): boolean => role === 'about'

/** Agencies, teams, people who use Rooftree and settings are for everybody who is signed in. */
const isOpenReference = (entry: Envelope): boolean => {
  const about = entry.subjects.filter(isAbout)
  return entry.topic === 'reference' && entry.sensitivity === 'ordinary' && about.length > 0 && about.every(isReference)
}

/** Never reached through a family or a home, and never restricted. */
const isReference = ({ type }: Subject): boolean => ['agency', 'user', 'team', 'policy'].includes(type)

/** The grants in force by which the viewer reaches a subject, through any record of the same person. */
const grantsReaching = (viewer: Viewer, subject: SubjectId, world: World, today: Temporal.PlainDate): Grant[] => {
  const same = sameAs(subject, world)
  const scopes = new Set([
    ...world.reach.filter((row) => same.has(row.subject) && inForce(row, today)).map(({ scope }) => scope),
    ...familiesLiving(subject, world, today),
  ])
  const principals = principalsOf(viewer)
  const mine = world.grants.filter((grant) => principals.includes(grant.principal) && inForce(grant, today))
  const direct = mine.filter(({ scope }) => scopes.has(scope))
  // Whoever works with the person anyway needs no other way to them.
  if (!subject.startsWith('record:') || direct.some(({ way }) => way === 'involved')) return direct
  const roofs = new Set(
    [...scopes]
      .filter((scope) => scope.startsWith('home:') && !restrictionsOf(scope, world, today).has('hidden-address'))
      .flatMap((home) => familiesLiving(home, world, today)),
  )
  return [...direct, ...mine.filter(({ scope, way }) => way === 'involved' && roofs.has(scope)).map(underOneRoof)]
}

/** Whoever works with a family needs the name and age of whoever lives under one roof with it; not where the home is hidden. */
export const underOneRoof = (grant: Grant): Grant => ({
  ...grant,
  way: 'under-one-roof',
  because: `${grant.because}, of a family in the same home`,
})

/** A family reaches the home where any record of a member lives, whichever agency says so; a home never reaches another home. */
const familiesLiving = (home: SubjectId, world: World, today: Temporal.PlainDate): SubjectId[] => {
  if (!home.startsWith('home:')) return []
  const living = world.reach
    .filter((row) => row.scope === home && row.subject !== home && inForce(row, today))
    .map(({ subject }) => sameAs(subject, world))
  return world.reach
    .filter(
      (row) => row.scope.startsWith('family:') && inForce(row, today) && living.some((same) => same.has(row.subject)),
    )
    .map(({ scope }) => scope)
}

export const inForce = (
  period: { readonly from?: string | undefined; readonly until?: string | undefined },
  today: Temporal.PlainDate,
): boolean => {
  const day = today.toString()
  return (period.from === undefined || period.from <= day) && (period.until === undefined || day < period.until)
}

const sameAs = (subject: SubjectId, world: World): ReadonlySet<SubjectId> => {
  const persons = new Set(world.persons.filter(({ record }) => record === subject).map(({ person }) => person))
  return new Set([subject, ...world.persons.filter(({ person }) => persons.has(person)).map(({ record }) => record)])
}

/** The entry's own sensitivity, and those that restrictions add: to addresses and homes of the hidden, to all about the sealed. */
const requiredSensitivities = (entry: Envelope, world: World, today: Temporal.PlainDate): Sensitivity[] => {
  const added = entry.subjects
    .filter((subject) => !isReference(subject))
    .flatMap(({ id, type, role }): Sensitivity[] => {
      const kinds = restrictionsOf(id, world, today)
      const hidden =
        kinds.has('hidden-address') && (type === 'home' || entry.topic === 'address' || entry.topic === 'housing')
      return [
        ...(hidden ? (['hidden-address'] as const) : []),
        ...(role === 'about' && kinds.has('sealed') ? (['sealed'] as const) : []),
      ]
    })
  return [...new Set([entry.sensitivity, ...added])]
}

const restrictionsOf = (subject: SubjectId, world: World, today: Temporal.PlainDate): ReadonlySet<RestrictionKind> => {
  const same = sameAs(subject, world)
  return new Set(
    world.restrictions.filter((row) => same.has(row.subject) && inForce(row, today)).map(({ kind }) => kind),
  )
}

/** Does the role, through this way, see a topic at a sensitivity, of this agency's making? */
export const sees = (
  viewer: Viewer,
  way: Way,
  topic: ViewedTopic,
  sensitivity: Sensitivity,
  agency: string,
  rows: readonly ViewRow[],
): boolean =>
  rows.some(
    (row) =>
      row.role === viewer.role &&
      row.way === way &&
      row.topic === topic &&
      row.sensitivity === sensitivity &&
      (row.whose === 'any' || agency === viewer.agency),
  )
