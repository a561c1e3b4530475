import type { Admission, Answer, Request, Route } from '#platform/http/index.ts'
import type { Database } from '#platform/database/index.ts'
import { socket } from '#record/index.ts'
import type { Authorship, Plug, RecordBook } from '#record/index.ts'
import type { Role, Viewer } from '../roles.ts'
import type { Way } from '../views.ts'

/**
 * Who may come through a door. Every route has one; a family, a person's record and a home are asked of the access room by the id
 * in the path. Nothing else opens them.
 */
export type Rule =
  | { readonly who: 'anyone' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'administers'; readonly what: 'people' | 'settings' }
  | { readonly who: 'may-open'; readonly param: 'family' | 'record' | 'home' | 'alert'; readonly ways?: readonly Way[] }
  /** The page on which somebody turned away at a family says why they must see it. */
  | { readonly who: 'may-give-reason' }

/** Somebody at the door; nobody until they have signed in. */
export type Visitor = Viewer | undefined

export type HouseRoute = Route<Visitor, Rule>

/** What rooms' routes work with. */
export interface Premises {
  readonly database: Database
  readonly book: RecordBook
  /** What the rooms of this house hand to each other: see `socket`. */
  readonly plugs: readonly Plug[]
}

/** The ways in that a room offers. */
export const routes = socket<(premises: Premises) => HouseRoute[]>('ways in')

/** What stands in the navigation for people who have signed in, in these roles or in any. */
export interface NavPlace {
  readonly text: string
  readonly href: string
  readonly roles?: readonly Role[]
  /** Before or after what other rooms offer. */
  readonly place?: 'first' | 'last'
}
export const navigation = socket<NavPlace>('navigation')

/** In the order of the rooms, but for what stands first and last. */
export const navigationOf = (plugs: readonly Plug[]): NavPlace[] => {
  const all = navigation.from(plugs)
  return [
    ...all.filter(({ place }) => place === 'first'),
    ...all.filter(({ place }) => place === undefined),
    ...all.filter(({ place }) => place === 'last'),
  ]
}

type SignedInRule = Exclude<Rule, { readonly who: 'anyone' }>

/** A route for people who have signed in: its handler is never called for anybody else. */
export const route = (declared: Omit<Route<Viewer, SignedInRule>, 'csrf' | 'limit'>): HouseRoute => ({
  ...declared,
  handle: async (request): Promise<Answer> =>
    request.visitor === undefined ? { missing: true } : declared.handle({ ...request, visitor: request.visitor }),
})

/** What a signed-in person says by a form, at this moment. */
export const saidBy = (request: Request<Viewer>, form: string): Authorship => ({
  by: request.visitor.user,
  agency: request.visitor.agency,
  source: `form:${form}`,
  at: request.at,
})

export type { Admission, Request }
