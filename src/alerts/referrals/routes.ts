import { route, saidBy, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import { FamilyOpened, paths as familyPaths } from '#families/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Request } from '#platform/http/index.ts'
import { longDate } from '#platform/page/index.ts'
import { entriesAbout, entryById, EntryWithdrawn, standing } from '#record/index.ts'
import { mayRefer } from '../commands/answer-alert.ts'
import { ReferralTakenUp } from '../entries.ts'
import { waitingReferralPage } from './page.ts'
import { takeUp } from './take-up.ts'
import { receivesReferrals, referralsWaiting } from './waiting.ts'
import type { WaitingReferral } from './waiting.ts'

/** The database lists referrals to children's social care alone: for everybody else the page is not there. Once it is taken up it leads those who work with the family on to them. */
export const referralRoutes = (premises: Premises): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/referrals/:referral',
    what: 'referral waiting',
    rule: { who: 'signed-in' },
    handle: async (request) => {
      const waiting = await find(premises, request)
      if (waiting === undefined) return leadOn(premises, request)
      return {
        page: waitingReferralPage(request.shell, {
          waiting,
          today: request.today,
          csrf: request.csrf,
          nobodyKnown: false,
        }),
        shown: shownOf(waiting),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/referrals/:referral',
    what: 'taking up of a referral',
    rule: { who: 'signed-in' },
    handle: async (request) => {
      const waiting = await find(premises, request)
      if (waiting === undefined) return tooLate(premises, request)
      const done = await premises.database.transaction('app', async (tx) =>
        takeUp(premises.book, tx, saidBy(request, 'referral'), request.visitor, waiting, request.today),
      )
      if (done === 'taken-up-meanwhile')
        return {
          goTo: '/',
          message: 'Somebody else took up that referral a moment ago. Nothing of yours was recorded.',
        }
      if (done === 'nobody-known')
        return {
          page: waitingReferralPage(request.shell, {
            waiting,
            today: request.today,
            csrf: request.csrf,
            nobodyKnown: true,
          }),
          shown: shownOf(waiting),
          status: 422,
        }
      const [family] = done.families
      return {
        goTo: family === undefined || done.families.length > 1 ? '/' : `/families/${family}`,
        message: done.opened
          ? 'The referral is yours. A family was opened for the children in this home.'
          : 'The referral is yours, and you work with the family from today.',
      }
    },
  }),
]

const find = async ({ database }: Premises, request: Request<Viewer>): Promise<WaitingReferral | undefined> =>
  (await database.transaction(viewerStanding(request.visitor, request.today), async (tx) => referralsWaiting(tx))).find(
    ({ referral }) => referral === request.params['referral'],
  )

/** Taken up: whoever works with the family now is led on to it, also by an old tab or a second click. For everybody else it is not there. */
const leadOn = async (
  { database }: Premises,
  request: Request<Viewer>,
): Promise<{ missing: true } | { goTo: string; message: string }> => {
  const referral = request.params['referral'] ?? ''
  if (!isUuid(referral)) return { missing: true }
  const found = await database.transaction(viewerStanding(request.visitor, request.today), async (tx) => {
    const about =
      (await entryById(tx, referral))?.subjects.filter(({ type }) => type === 'alert').map(({ id }) => id) ?? []
    const taken = standing(
      await entriesAbout(tx, { subjects: about, kinds: [ReferralTakenUp.kind, EntryWithdrawn.kind] }),
    )
      .filter(ReferralTakenUp.is)
      .findLast(({ body }) => body.referral === referral)
    if (taken === undefined) return undefined
    const opened = await entriesAbout(tx, { subjects: taken.body.families, kinds: [FamilyOpened.kind] })
    const family = taken.body.families.find((id) =>
      opened.some(({ subjects }) => subjects.some((subject) => subject.id === id)),
    )
    return family === undefined ? undefined : { family, on: longDate(dayInLondon(taken.recordedAt)) }
  })
  return found === undefined
    ? { missing: true }
    : {
        goTo: familyPaths.family(found.family),
        message: `The referral was taken up on ${found.on}. This is the family.`,
      }
}

/**
 * A colleague was quicker, and the family is not open to whoever clicked second. Said alike of a referral that never was and of one that is
 * not told of, so that nobody learns which it is; and only to those whose list it would stand in.
 */
const tooLate = async (
  premises: Premises,
  request: Request<Viewer>,
): Promise<{ missing: true } | { goTo: string; message: string }> => {
  const led = await leadOn(premises, request)
  if (
    'goTo' in led ||
    mayRefer(request.visitor.role) ||
    !(await premises.database.transaction('app', async (tx) => receivesReferrals(tx, request.visitor.agency)))
  )
    return led
  return {
    goTo: '/',
    message: 'That referral waits no more: a colleague may have taken it up. Nothing of yours was recorded.',
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text)

/** For the look: ages and an address were shown of these. */
const shownOf = ({ subjects }: WaitingReferral): string[] =>
  subjects.filter(({ type }) => type === 'record' || type === 'home').map(({ id }) => id)
