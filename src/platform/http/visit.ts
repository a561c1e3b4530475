import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayInLondon } from '#platform/dates.ts'
import { badFormPage, csrfFieldName, notFoundPage, timedOutPage } from '#platform/page/index.ts'
import { dropDraft, findDraft, keepDraft } from './drafts.ts'
import { fieldsOf, fieldText } from './form.ts'
import type { Answer, Ask, Route } from './route.ts'
import { sendPage } from './parts.ts'
import type { Visit } from './parts.ts'
import { uploadOf } from './upload.ts'
import { beginSession, endSession, findSession, leaveMessage } from './sessions.ts'
import type { Session } from './sessions.ts'

/**
 * One request, from the door to the reply: who is it, does their form come from our own page, may they come in here, what do
 * they get, and what is written down about what they saw, before they see it.
 */
export const visit = async <Visitor, Rule>(house: Visit<Visitor, Rule>, route: Route<Visitor, Rule>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { database, desk, clock } = house
  const at = clock.now()
  const today = dayInLondon(at)
  const path = request.url.split('?')[0] ?? '/'
  const { form, upload } = route.upload === true && request.isMultipart() ? await uploadOf(request) : { form: fieldsOf(request.body) }
  // A reply may go out before a file was read to its end: by a refusal, or a fault. What is left of it is let run out.
  reply.raw.once('close', () => upload?.stream.resume())
  const token = request.cookies[cookieName(house.https)]
  const session = token === undefined ? undefined : await findSession(database, token, at, house.limits)
  const signedIn = session === undefined || session.over ? undefined : await desk.identify(session.user, today)
  const visitor = signedIn ?? desk.stranger
  const csrf = signedIn === undefined ? '' : (session?.csrf ?? '')
  const shell = { ...desk.shell(visitor, path, csrf, at), ...(session?.message === undefined ? {} : { message: session.message }) }
  const ask: Ask<Visitor> = {
    path, form, visitor, at, today, csrf, shell,
    params: textsOf(request.params),
    query: textsOf(request.query),
    reference: request.id,
    ...(upload === undefined ? {} : { upload }),
    draft: async (action) => (session === undefined ? undefined : findDraft(database, session.user, action)),
  }
  if (route.method === 'POST' && !sameOrigin(request, house.publicUrl)) {
    return sendPage(reply, 403, badFormPage(shell, { problems: [{ field: '', text: 'The form did not come from a page of this address.' }], back: { text: 'Go to the first page', href: '/' } }))
  }
  if (signedIn === undefined && !desk.open(route.rule)) return turnAway(house, route, ask, session, request, reply)
  if (route.method === 'POST' && route.csrf !== 'not-needed' && (csrf === '' || fieldText(form, csrfFieldName) !== csrf)) {
    if (session !== undefined) await keepDraft(database, session.user, path, form, at)
    return sendPage(reply, 403, badFormPage(shell, { problems: [{ field: '', text: 'The page it came from is out of date. What you typed is kept: open the form again.' }], back: { text: 'Go to the first page', href: '/' } }))
  }
  const admission = await desk.admit(route.rule, ask)
  const note = { visitor, what: route.what, at, reference: request.id, because: admission.because }
  if (!admission.admitted) {
    await desk.look({ ...note, subjects: Object.values(ask.params), outcome: 'refused' })
    return sendPage(reply, admission.status, admission.page)
  }
  const answer = await route.handle(ask)
  if ('shown' in answer && answer.shown.length > 0) {
    const knownAt = 'knownAt' in answer && answer.knownAt !== undefined ? { knownAt: answer.knownAt } : {}
    await desk.look({ ...note, subjects: answer.shown, outcome: 'shown', ...knownAt })
  }
  if ('listed' in answer) for (const { subjects, because } of answer.listed ?? []) await desk.look({ ...note, subjects, because, outcome: 'listed' })
  if ('goTo' in answer && session !== undefined && route.method === 'POST') await dropDraft(database, session.user, path)
  return send(house, answer, ask, token, reply)
}

const turnAway = async <Visitor, Rule>(house: Visit<Visitor, Rule>, route: Route<Visitor, Rule>, ask: Ask<Visitor>, session: Session | undefined, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  if (route.method === 'GET') return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303)
  // A form sent after the screen stood open too long: what was typed waits for the same person to sign in again.
  const kept = session !== undefined && Object.keys(ask.form).length > 0
  if (kept) await keepDraft(house.database, session.user, ask.path, ask.form, ask.at)
  const back = request.headers.referer === undefined ? '/' : pathOf(request.headers.referer)
  const signIn = { text: 'Sign in again', href: `/sign-in?next=${encodeURIComponent(back)}` }
  return sendPage(reply, 401, timedOutPage(ask.shell, { signIn, draft: kept ? 'kept' : 'none' }))
}

const send = async <Visitor, Rule>(house: Visit<Visitor, Rule>, answer: Answer, ask: Ask<Visitor>, token: string | undefined, reply: FastifyReply): Promise<FastifyReply> => {
  if ('missing' in answer) return sendPage(reply, 404, notFoundPage(ask.shell))
  if ('page' in answer) return sendPage(reply, answer.status ?? 200, answer.page)
  if ('json' in answer) return reply.code(answer.status ?? 200).send(answer.json)
  if ('file' in answer) {
    return reply.type(answer.file.type).header('content-disposition', `attachment; filename="${answer.file.name.replace(/[^\w.-]/gu, '-')}"`).send(answer.file.body)
  }
  if (answer.signIn !== undefined) {
    if (token !== undefined) await endSession(house.database, token)
    const fresh = await beginSession(house.database, answer.signIn, ask.at)
    reply.setCookie(cookieName(house.https), fresh, { path: '/', httpOnly: true, sameSite: 'lax', secure: house.https })
  }
  if (answer.signOut === true && token !== undefined) {
    await endSession(house.database, token)
    reply.clearCookie(cookieName(house.https), { path: '/', httpOnly: true, sameSite: 'lax', secure: house.https })
  } else if (answer.message !== undefined && token !== undefined) await leaveMessage(house.database, token, answer.message)
  return reply.redirect(answer.goTo, 303)
}

export const cookieName = (https: boolean): string => (https ? '__Host-rooftree' : 'rooftree')

/** A browser that says where a form came from must say here; other programs say nothing. */
const sameOrigin = (request: FastifyRequest, publicUrl: string | undefined): boolean => {
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === request.headers.host || (publicUrl !== undefined && new URL(origin).origin === new URL(publicUrl).origin)
}

const pathOf = (address: string): string => {
  if (!URL.canParse(address)) return '/'
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

const textsShape = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((texts) => texts.at(-1) ?? '')]))
const textsOf = (given: unknown): Readonly<Record<string, string>> => {
  const parsed = textsShape.safeParse(given ?? {})
  return parsed.success ? parsed.data : {}
}
