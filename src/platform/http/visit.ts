import { given } from '#platform/given.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { badFormPage, csrfFieldName, notFoundPage, timedOutPage } from '#platform/page/index.ts'
import { atTheDoor, strangerAtDoor } from './at-the-door.ts'
import type { Door, Knock, Stopped } from './at-the-door.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { fieldsOf } from './form.ts'
import type { Answer, Request, Route } from './route.ts'
import { sendPage } from './parts.ts'
import type { Visit } from './parts.ts'
import { uploadOf } from './upload.ts'
import { beginSession, endSession, leaveMessage } from './sessions.ts'
import type { Session } from './sessions.ts'

/**
 * One request, from the door to the reply: who is it, does their form come from our own page, may they come in here, what do
 * they get, and what is written down about what they saw, before they see it.
 */
export const visit = async <Visitor, Rule>(
  house: Visit<Visitor, Rule>,
  route: Route<Visitor, Rule>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { database, desk } = house
  const { form, upload } =
    route.upload === true && request.isMultipart() ? await uploadOf(request) : { form: fieldsOf(request.body) }
  // A reply may go out before a file was read to its end: by a refusal, or a fault. What is left of it is let run out.
  reply.raw.once('close', () => upload?.stream.resume())
  const token = request.cookies[cookieName(house.https)]
  const knock: Knock<Visitor, Rule> = {
    house,
    route,
    request,
    at: house.clock.now(),
    given: { form, ...given({ upload }) },
  }
  // All that is asked at the door is asked in one transaction; of whoever brings no session nothing is asked.
  const door =
    token === undefined
      ? strangerAtDoor(knock)
      : await database.transaction('app', async (tx) => atTheDoor(tx, knock, token))
  const { ask, session } = door
  if (door.stopped !== undefined) return stoppedAtDoor(house, door, door.stopped, route, request, reply)
  const admission = door.later === undefined ? door.admission : await door.later()
  const note = { visitor: ask.visitor, what: route.what, at: ask.at, reference: request.id, because: admission.because }
  if (!admission.admitted) {
    await desk.look({ ...note, subjects: Object.values(ask.params), outcome: 'refused' })
    return sendPage(reply, admission.status, admission.page)
  }
  const answer = await route.handle(ask)
  if ('shown' in answer && answer.shown.length > 0) {
    const knownAt = 'knownAt' in answer && answer.knownAt !== undefined ? { knownAt: answer.knownAt } : {}
    await desk.look({ ...note, subjects: answer.shown, outcome: 'shown', ...knownAt })
  }
  if ('listed' in answer)
    for (const { subjects, because } of answer.listed ?? [])
      await desk.look({ ...note, subjects, because, outcome: 'listed' })
  if ('goTo' in answer && session !== undefined && route.method === 'POST')
    await dropDraft(database, session.user, ask.path)
  return send(house, answer, ask, token, reply)
}

const stoppedAtDoor = async <Visitor, Rule>(
  house: Visit<Visitor, Rule>,
  { ask, session }: Door<Visitor>,
  stopped: Stopped,
  route: Route<Visitor, Rule>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const firstPage = { text: 'Go to the first page', href: '/' }
  switch (stopped) {
    case 'other-origin':
      return sendPage(
        reply,
        403,
        badFormPage(ask.shell, {
          problems: [{ field: '', text: 'The form did not come from a page of this address.' }],
          back: firstPage,
        }),
      )
    case 'old-form':
      if (session !== undefined) await keepDraft(house.database, session.user, ask.path, ask.form, ask.at)
      return sendPage(
        reply,
        403,
        badFormPage(ask.shell, {
          problems: [
            { field: '', text: 'The page it came from is out of date. What you typed is kept: open the form again.' },
          ],
          back: firstPage,
        }),
      )
    case 'not-signed-in':
      return turnAway(house, route, ask, session, request, reply)
  }
}

const turnAway = async <Visitor, Rule>(
  house: Visit<Visitor, Rule>,
  route: Route<Visitor, Rule>,
  ask: Request<Visitor>,
  session: Session | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (route.method === 'GET') return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303)
  // A form sent after the screen stood open too long: what was typed waits for the same person to sign in again. After somebody signed out nobody can say whose it is.
  const typed = Object.entries(ask.form).some(([name, value]) => name !== csrfFieldName && value.length > 0)
  const kept = session !== undefined && typed
  if (kept) await keepDraft(house.database, session.user, ask.path, ask.form, ask.at)
  const back = request.headers.referer === undefined ? '/' : pathOf(request.headers.referer)
  const signIn = { text: 'Sign in again', href: `/sign-in?next=${encodeURIComponent(back)}` }
  return sendPage(reply, 401, timedOutPage(ask.shell, { signIn, draft: kept ? 'kept' : typed ? 'lost' : 'none' }))
}

const send = async <Visitor, Rule>(
  house: Visit<Visitor, Rule>,
  answer: Answer,
  ask: Request<Visitor>,
  token: string | undefined,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if ('missing' in answer) return sendPage(reply, 404, notFoundPage(ask.shell))
  if ('page' in answer) return sendPage(reply, answer.status ?? 200, answer.page)
  if ('json' in answer) return reply.code(answer.status ?? 200).send(answer.json)
  if ('file' in answer) {
    return reply
      .type(answer.file.type)
      .header('content-disposition', `attachment; filename="${answer.file.name.replace(/[^\w.-]/gu, '-')}"`)
      .send(answer.file.body)
  }
  if (answer.signIn !== undefined) {
    if (token !== undefined) await endSession(house.database, token)
    const fresh = await beginSession(house.database, answer.signIn, ask.at)
    reply.setCookie(cookieName(house.https), fresh, { path: '/', httpOnly: true, sameSite: 'lax', secure: house.https })
  }
  if (answer.signOut === true && token !== undefined) {
    await endSession(house.database, token)
    reply.clearCookie(cookieName(house.https), { path: '/', httpOnly: true, sameSite: 'lax', secure: house.https })
  } else if (answer.message !== undefined && token !== undefined)
    await leaveMessage(house.database, token, answer.message)
  return reply.redirect(answer.goTo, 303)
}

const cookieName = (https: boolean): string => (https ? '__Host-rooftree' : 'rooftree')

const pathOf = (address: string): string => {
  if (!URL.canParse(address)) return '/'
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}
