import type { Link } from '#platform/govuk/index.ts'

/** The person signed in, as the header names them, and the way out. */
export interface SignedIn {
  readonly name: string
  readonly role: string
  readonly agency: string
  readonly signOut: { readonly action: string; readonly csrfToken: string }
}

export interface NavItem extends Link {
  readonly current?: boolean | undefined
}

/** What is the same on every page of one person's visit: the route hands it on as it is. */
export interface Shell {
  readonly nav: readonly NavItem[]
  readonly user?: SignedIn | undefined
  /** True only in a demo record: a strip on every page then says that nobody here exists. */
  readonly demo?: boolean | undefined
  /** What the page before wants to be said, once: `The contact was recorded.` */
  readonly message?: string | undefined
  /** When the page was drawn, for the line at the foot of a printed copy. */
  readonly shownAt?: Temporal.Instant | undefined
  readonly footer?: readonly Link[] | undefined
}

/** The hidden field in which a form carries its token. */
export const csrfFieldName = '_csrf'
