import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { csrfFieldName } from '#platform/page/index.ts'
import { findDraft } from './drafts.ts'
import { fieldText, withoutZeros } from './form.ts'
import type { FormFields } from './form.ts'
import type { Visit } from './parts.ts'
import type { Admission, Request, Route, Upload } from './route.ts'
import { findSession } from './sessions.ts'
import type { Session } from './sessions.ts'

/** Somebody knocks: what they ask for, when, and what they bring. */
export interface Knock<Visitor, Rule> {
  readonly house: Visit<Visitor, Rule>
  readonly route: Route<Visitor, Rule>
  readonly request: FastifyRequest
  readonly at: Temporal.Instant
  readonly given: { readonly form: FormFields; readonly upload?: Upload }
}

/** Why nobody is even asked whether they may come in. */
export type Stopped = 'other-origin' | 'not-signed-in' | 'old-form'

export type Door<Visitor> = { readonly ask: Request<Visitor>; readonly session: Session | undefined } & (
  | { readonly stopped: Stopped }
  | { readonly stopped?: undefined; readonly later?: undefined; readonly admission: Admission }
  /** To be asked once this transaction has ended, in the visitor's own standing. */
  | { readonly stopped?: undefined; readonly later: () => Promise<Admission> }
)

/** Whoever brings no session. */
export const strangerAtDoor = <Visitor, Rule>(knock: Knock<Visitor, Rule>): Door<Visitor> => {
  const ask = askOf(knock, undefined, undefined)
  const stopped = stoppedBy(knock, ask, false)
  return stopped === undefined
    ? { ask, session: undefined, admission: openToAnyone }
    : { ask, session: undefined, stopped }
}

/** Whoever brings one: whose it is, who they are today, and whether they may come in. */
export const atTheDoor = async <Visitor, Rule>(
  tx: Tx,
  knock: Knock<Visitor, Rule>,
  token: string,
): Promise<Door<Visitor>> => {
  const { house, route, at } = knock
  const session = await findSession(tx, token, at, house.limits)
  const signedIn = session === undefined || session.over ? undefined : await house.desk.identify(tx, session.user)
  const ask = askOf(knock, session, signedIn)
  const stopped = stoppedBy(knock, ask, signedIn !== undefined)
  if (stopped !== undefined) return { ask, session, stopped }
  if (house.desk.open(route.rule)) return { ask, session, admission: openToAnyone }
  const admission = await house.desk.admit(tx, route.rule, ask)
  return 'later' in admission ? { ask, session, later: admission.later } : { ask, session, admission }
}

const openToAnyone: Admission = { admitted: true, because: 'open to anyone' }

const askOf = <Visitor, Rule>(
  { house, request, at, given }: Knock<Visitor, Rule>,
  session: Session | undefined,
  signedIn: Visitor | undefined,
): Request<Visitor> => {
  const path = request.url.split('?')[0] ?? '/'
  const visitor = signedIn ?? house.desk.stranger
  const csrf = signedIn === undefined ? '' : (session?.csrf ?? '')
  const shell = {
    ...house.desk.shell(visitor, path, csrf, at),
    ...(session?.message === undefined ? {} : { message: session.message }),
  }
  return {
    path,
    visitor,
    at,
    csrf,
    shell,
    ...given,
    today: dayInLondon(at),
    params: textsOf(request.params),
    query: textsOf(request.query),
    reference: request.id,
    draft: async (action) => (session === undefined ? undefined : findDraft(house.database, session.user, action)),
  }
}

const stoppedBy = <Visitor, Rule>(
  { house, route, request }: Knock<Visitor, Rule>,
  { csrf, form }: Request<Visitor>,
  signedIn: boolean,
): Stopped | undefined => {
  if (route.method === 'POST' && !sameOrigin(request, house.publicUrl)) return 'other-origin'
  if (!signedIn && !house.desk.open(route.rule)) return 'not-signed-in'
  if (
    route.method === 'POST' &&
    route.csrf !== 'not-needed' &&
    (csrf === '' || fieldText(form, csrfFieldName) !== csrf)
  )
    return 'old-form'
  return undefined
}

/** A browser that says where a form came from must say here; other programs say nothing. */
const sameOrigin = (request: FastifyRequest, publicUrl: string | undefined): boolean => {
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return (
    new URL(origin).host === request.headers.host ||
    (publicUrl !== undefined && new URL(origin).origin === new URL(publicUrl).origin)
  )
}

const textsShape = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()).transform((texts) => texts.at(-1) ?? '')]).transform(withoutZeros),
)
const textsOf = (given: unknown): Readonly<Record<string, string>> => {
  const parsed = textsShape.safeParse(given ?? {})
  return parsed.success ? parsed.data : {}
}
