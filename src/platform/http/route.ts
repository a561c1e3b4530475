import type { Readable } from 'node:stream'
import type { Tx } from '#platform/database/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { FormFields } from './form.ts'

/**
 * One way in: its path, who may use it (its rule, which the front desk knows how to request), and what it answers. A route without
 * a rule does not compile.
 */
export interface Route<Visitor, Rule> {
  readonly method: 'GET' | 'POST'
  /** As Fastify writes paths: `/families/:family/contacts`. */
  readonly path: string
  /** What the look says was done, in words: `family page`. */
  readonly what: string
  readonly rule: Rule
  /** Without a token only where there is no session yet. */
  readonly csrf?: 'not-needed'
  readonly limit?: 'few-a-minute'
  /** The form may bring one file, after its other fields. */
  readonly upload?: true
  readonly handle: (request: Request<Visitor>) => Promise<Answer>
}

export interface Request<Visitor> {
  /** The path as asked for, without the query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: FormFields
  /** The file that a form brought, on a route that takes one: read as it arrives, never held whole. */
  readonly upload?: Upload
  readonly visitor: Visitor
  readonly at: Temporal.Instant
  /** The day in London. */
  readonly today: Temporal.PlainDate
  /** To find this request in the log. */
  readonly reference: string
  /** The token that this visitor's forms carry. */
  readonly csrf: string
  /** What is the same on every page of this visit. */
  readonly shell: Shell
  /** What the visitor had typed into the form with this action, if it was kept. */
  readonly draft: (action: string) => Promise<FormFields | undefined>
}

export interface Upload {
  /** As the sender calls it: for showing, never for a path. */
  readonly name: string
  readonly stream: Readable
  /** Once the stream has ended: whether it was longer than is taken. */
  readonly cut: () => boolean
}

/** `shown` names the subjects whose facts the answer shows: they become the look. */
export type Answer =
  | {
      readonly page: string
      readonly status?: 200 | 400 | 404 | 409 | 422
      readonly shown: readonly string[]
      readonly knownAt?: Temporal.Instant
      readonly listed?: readonly Listed[]
    }
  | { readonly goTo: string; readonly message?: string; readonly signIn?: string; readonly signOut?: true }
  | { readonly json: unknown; readonly shown: readonly string[]; readonly status?: 200 | 400 | 404 }
  | {
      readonly file: { readonly name: string; readonly type: string; readonly body: string | Buffer }
      readonly shown: readonly string[]
    }
  | { readonly missing: true }

/** Subjects that a list named without showing their page, and why it named them: a look of its own. */
export interface Listed {
  readonly subjects: readonly string[]
  readonly because: string
}

/** What the front desk says to somebody who stands at a door. */
export type Admission =
  | { readonly admitted: true; readonly because: string }
  | { readonly admitted: false; readonly because: string; readonly page: string; readonly status: 403 | 404 }

/** The house's front desk: knows people, rules and looks, which the platform does not. What it is asked at the door it reads in the door's `app` transaction. */
export interface FrontDesk<Visitor, Rule> {
  readonly identify: (tx: Tx, user: string) => Promise<Visitor | undefined>
  /** Whether a rule lets people in who have not signed in. */
  readonly open: (rule: Rule) => boolean
  readonly stranger: Visitor
  /** Asked of everybody who has signed in, unless the rule lets anyone in; `later` where only the visitor's own standing can answer. */
  readonly admit: (
    tx: Tx,
    rule: Rule,
    request: Request<Visitor>,
  ) => Promise<Admission | { readonly later: () => Promise<Admission> }>
  readonly shell: (visitor: Visitor, path: string, csrf: string, at: Temporal.Instant) => Shell
  /** Recorded before the reply is sent. */
  readonly look: (seen: Look<Visitor>) => Promise<void>
}

export interface Look<Visitor> {
  readonly visitor: Visitor
  readonly what: string
  readonly at: Temporal.Instant
  readonly subjects: readonly string[]
  readonly outcome: 'shown' | 'refused' | 'listed'
  readonly because: string
  readonly reference: string
  readonly knownAt?: Temporal.Instant
}
