import {
  AccessReasonGiven,
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
  partsOpen,
  principalsOf,
  roleRules,
  UserEnrolled,
  grantRowsOf,
  leadRowsOf,
} from '#access/index.ts'
import type { GrantRow, Viewer } from '#access/index.ts'
import type { WorkSection } from '#desk/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { homesOfWork, familiesOfWork, reasonsOfWork } from './pages/work.ts'
import type { FamilyAtWork, HomeAtWork } from './pages/work.ts'
import { questionsOf } from './pages/not-known-yet.ts'
import { familiesAtWork } from './queries/index.ts'

/**
 * What a person works with, read from the entries that name them or a team of theirs, as far as they may see those: a section has
 * the viewer's own standing and no other.
 */
const grantsOf = async (
  tx: Tx,
  viewer: Viewer,
  today: Temporal.PlainDate,
): Promise<{ grants: GrantRow[]; entries: Entry[] }> => {
  const mine = principalsOf(viewer)
  const kinds = [
    InvolvementStarted,
    InvolvementEnded,
    ResponsibilityForHomeStarted,
    ResponsibilityForHomeEnded,
    AccessReasonGiven,
    EntryWithdrawn,
  ].map(({ kind }) => kind)
  const entries = standing(await entriesAbout(tx, { subjects: mine, kinds }))
  const scopes = new Set(
    entries.flatMap(({ subjects }) =>
      subjects
        .filter(({ role, type }) => role === 'about' && (type === 'family' || type === 'home'))
        .map(({ id }) => id),
    ),
  )
  const day = today.toString()
  const grants = [...scopes]
    .flatMap((scope) => grantRowsOf(scope, entries))
    .filter(
      ({ principal, from, until }) => mine.includes(principal) && from <= day && (until === undefined || day < until),
    )
  return { grants, entries }
}

/** How many are shown; the rest are found by search. */
const most = 30
/** A line each, in the order of their addresses: as many as a patch has. */
const mostHomes = 200

const families: WorkSection = {
  heading: 'My families',
  read: async (tx, viewer, today) => {
    const { grants } = await grantsOf(tx, viewer, today)
    const mine = [
      ...new Map(
        grants
          .filter(({ scope, way }) => scope.startsWith('family:') && way !== 'responsible-for-home')
          .map((grant) => [grant.scope, grant]),
      ).values(),
    ]
    const found = (
      await familiesAtWork(
        tx,
        mine.slice(0, most).map(({ scope }) => scope),
        { on: today },
      )
    )
      .flatMap((view): FamilyAtWork[] => {
        const grant = mine.find(({ scope }) => scope === view.family)
        if (grant === undefined) return []
        const questions = questionsOf({
          view,
          parts: partsOpen(viewer.role, [grant.way]),
          names: { people: view.people, persons: view.persons, directory: new Map() },
        })
        return [
          {
            view,
            because: grant.because,
            way: grant.way,
            question: questions[0],
            more: Math.max(0, questions.length - 1),
          },
        ]
      })
      .toSorted((a, b) => (a.view.title ?? '').localeCompare(b.view.title ?? ''))
    if (found.length === 0)
      return {
        shown: [],
        ...(viewer.role === 'housing-officer' || roleRules(viewer.role).administers.length > 0
          ? {}
          : { nothing: 'You work with no family at the moment.' }),
      }
    return {
      body: familiesOfWork(found, mine.length, today, roleRules(viewer.role).title),
      shown: found.flatMap(({ view }) => [view.family, ...view.persons.keys()]),
    }
  },
}

const homes: WorkSection = {
  heading: 'My homes',
  read: async (tx, viewer, today) => {
    if (viewer.role !== 'housing-officer') return { shown: [] }
    const { grants } = await grantsOf(tx, viewer, today)
    const mine = [...new Set(grants.filter(({ way }) => way === 'responsible-for-home').map(({ scope }) => scope))]
    const named = standing(
      await entriesAbout(tx, { subjects: mine.slice(0, mostHomes), kinds: ['HomeNamed', EntryWithdrawn.kind] }),
    )
    const found = mine
      .slice(0, mostHomes)
      .map((home): HomeAtWork => ({
        home,
        named: named.findLast(({ subjects }) => subjects.some(({ id }) => id === home)),
      }))
    if (found.length === 0) return { nothing: 'No home is recorded as yours to look after.', shown: [] }
    return { body: homesOfWork(found, mine.length), shown: mine.slice(0, mostHomes) }
  },
}

/** Reasons by which others saw families whose work this person leads, in the last four weeks. */
const reasons: WorkSection = {
  heading: 'Reasons given to see families you lead',
  read: async (tx, viewer, today) => {
    const { grants } = await grantsOf(tx, viewer, today)
    const scopes = [...new Set(grants.filter(({ way }) => way === 'involved').map(({ scope }) => scope))]
    const entries = standing(
      await entriesAbout(tx, {
        subjects: scopes,
        kinds: [AccessReasonGiven.kind, LeadPractitionerNamed.kind, EntryWithdrawn.kind],
      }),
    )
    const day = today.toString()
    const led = new Set(
      scopes.filter(
        (scope) =>
          leadRowsOf(
            scope,
            entries.filter(({ subjects }) => subjects.some(({ id }) => id === scope)),
          )
            .filter(({ from }) => from <= day)
            .toSorted((a, b) => (a.from < b.from ? -1 : 1))
            .at(-1)?.user === viewer.user,
      ),
    )
    const since = today.subtract({ days: 28 }).toString()
    const given = entries.filter(AccessReasonGiven.is).flatMap((entry) => {
      const family = entry.subjects.find(({ type }) => type === 'family')?.id
      return family !== undefined && led.has(family) && (entry.trueFrom ?? '') >= since
        ? [{ family, user: entry.body.user, reason: entry.body.reason, from: entry.trueFrom ?? '' }]
        : []
    })
    if (given.length === 0)
      return { shown: [], ...(led.size === 0 ? {} : { nothing: 'Nobody gave a reason in the last four weeks.' }) }
    const people = standing(
      await entriesAbout(tx, { subjects: [...new Set(given.map(({ user }) => user))], kinds: [UserEnrolled.kind] }),
    )
    const nameOf = (user: string): string =>
      people
        .filter(UserEnrolled.is)
        .findLast(({ subjects }) => subjects.some(({ id, role }) => id === user && role === 'about'))?.body.name ??
      'Somebody'
    return {
      body: reasonsOfWork(given.map((one) => ({ ...one, name: nameOf(one.user) }))),
      shown: [...new Set(given.map(({ family }) => family))],
    }
  },
}

export const familiesWork: readonly WorkSection[] = [families, homes, reasons]
