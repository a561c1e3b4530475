import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import type { FrontDesk, Look } from '#platform/http/index.ts'
import { forbiddenPage, notFoundPage } from '#platform/page/index.ts'
import type { NavItem, Shell } from '#platform/page/index.ts'
import { openFamily, openHome, openRecord, viewerStanding, whoIs } from '../decisions.ts'
import type { Access } from '../decisions.ts'
import { recordLook } from '../looks.ts'
import { roleRules } from '../roles.ts'
import type { Admission, NavPlace, Request, Rule, Visitor } from './rule.ts'

interface DeskParts {
  readonly database: Database
  /** What stands in the navigation for somebody who has signed in, in these roles or in any. */
  readonly nav: readonly NavPlace[]
  /** Whether the record says that it is a demo. */
  readonly isDemo: () => boolean
}

/** The front desk: asks the access room at every door, answers with a reason, and writes down every look. */
export const openFrontDesk = ({ database, nav, isDemo }: DeskParts): FrontDesk<Visitor, Rule> => ({
  stranger: undefined,
  open: (rule) => rule.who === 'anyone',
  identify: whoIs,
  admit: async (tx, rule, request) => admit(tx, database, rule, request, request.visitor),
  shell: (visitor, path, csrf, at) => shellFor(visitor, path, csrf, at, nav, isDemo()),
  look: async (seen) => {
    const viewer = seen.visitor
    if (viewer !== undefined) await database.transaction('app', async (tx) => recordLook(tx, lookOf(seen, viewer)))
  },
})

const admit = async (
  tx: Tx,
  database: Database,
  rule: Rule,
  request: Request<Visitor>,
  viewer: Visitor,
): Promise<Admission | { readonly later: () => Promise<Admission> }> => {
  if (rule.who === 'anyone') return { admitted: true, because: 'open to anyone' }
  if (viewer === undefined) return missing(request)
  switch (rule.who) {
    case 'signed-in':
      return { admitted: true, because: 'signed in' }
    case 'administers':
      return roleRules(viewer.role).administers.includes(rule.what)
        ? { admitted: true, because: `administers ${rule.what}` }
        : {
            admitted: false,
            status: 403,
            because: `does not administer ${rule.what}`,
            page: forbiddenPage(request.shell, {
              because: [
                `Only people who look after ${rule.what} can use this page. Your role is ${roleRules(viewer.role).title.toLowerCase()}.`,
              ],
              ask: [{ who: 'The partnership office' }],
            }),
          }
    case 'may-give-reason': {
      const access = await openFamily(tx, viewer, request.params['family'] ?? '', request.today)
      return access.may || access.canGiveReason
        ? { admitted: true, because: 'may give a reason' }
        : refused(access, request, undefined)
    }
    case 'may-open': {
      const subject = request.params[rule.param] ?? ''
      if (rule.param === 'alert') return { later: async () => admitToAlert(database, request, viewer, subject) }
      const open = { family: openFamily, record: openRecord, home: openHome }[rule.param]
      const access = await open(tx, viewer, subject, request.today)
      if (access.may && (rule.ways === undefined || rule.ways.includes(access.way)))
        return { admitted: true, because: access.because }
      return refused(access, request, rule.param === 'family' ? subject : undefined)
    }
  }
}

/** An alert opens to whoever may see an entry of it: row security answers, by its home, its people and its families. Otherwise it is not there. */
const admitToAlert = async (
  database: Database,
  request: Request<Visitor>,
  viewer: NonNullable<Visitor>,
  alert: string,
): Promise<Admission> => {
  const found = await database.transaction(viewerStanding(viewer, request.today), async (tx) =>
    sql`select from entry where id in (select record_entries_about(${[alert]}::text[])) limit 1`.execute(tx),
  )
  return alert.startsWith('alert:') && found.rows.length > 0
    ? { admitted: true, because: 'an alert about a home or people of theirs' }
    : missing(request)
}

/** Where somebody may not even learn that a family exists, the answer is the one for a page that is not there. */
const refused = (access: Access, request: Request<Visitor>, family: string | undefined): Admission => {
  if (access.may) {
    return {
      admitted: false,
      status: 403,
      because: 'not by this way in',
      page: forbiddenPage(request.shell, {
        because: ['You may read this family’s page, but only people who work with the family can record here.'],
        ask: [],
      }),
    }
  }
  if (access.tell === 'nothing') return missing(request)
  const { team, phone } = access.tell
  const next =
    access.canGiveReason && family !== undefined
      ? { next: [{ text: 'Give a reason why you need to see this family', href: `/families/${family}/reason` }] }
      : {}
  return {
    admitted: false,
    status: 403,
    because: access.because,
    page: forbiddenPage(request.shell, {
      because: [access.because],
      ask: [{ who: team, ...(phone === undefined ? {} : { how: `ring ${phone}` }) }],
      ...next,
    }),
  }
}

const missing = (request: Request<Visitor>): Admission => ({
  admitted: false,
  status: 404,
  because: 'not found',
  page: notFoundPage(request.shell),
})

const shellFor = (
  visitor: Visitor,
  path: string,
  csrf: string,
  at: Temporal.Instant,
  nav: DeskParts['nav'],
  demo: boolean,
): Shell => {
  const footer = [{ text: 'About Rooftree', href: '/about' }]
  if (visitor === undefined) return { nav: [], demo, shownAt: at, footer }
  const items: NavItem[] = nav
    .filter(({ roles }) => roles === undefined || roles.includes(visitor.role))
    .map((item) => ({ ...item, current: item.href === '/' ? path === '/' : path.startsWith(item.href) }))
  return {
    nav: items,
    demo,
    shownAt: at,
    footer,
    user: {
      name: visitor.name,
      role: roleRules(visitor.role).title,
      agency: visitor.agencyName,
      signOut: { action: '/sign-out', csrfToken: csrf },
    },
  }
}

const lookOf = (seen: Look<Visitor>, viewer: NonNullable<Visitor>): Parameters<typeof recordLook>[1] => ({
  at: seen.at,
  user: viewer.user,
  role: viewer.role,
  agency: viewer.agency,
  what: seen.what,
  subjects: seen.subjects,
  outcome: seen.outcome,
  because: seen.because,
  reference: seen.reference,
  ...given({ knownAt: seen.knownAt }),
})
