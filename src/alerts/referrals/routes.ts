import { route, saidBy, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import type { Ask } from '#platform/http/index.ts'
import { waitingReferralPage } from './page.ts'
import { takeUp } from './take-up.ts'
import { referralsWaiting } from './waiting.ts'
import type { WaitingReferral } from './waiting.ts'

/** The database lists referrals to children's social care alone: for everybody else, and once it is taken up, the page is not there. */
export const referralRoutes = (premises: Premises): HouseRoute[] => [
  route({
    method: 'GET', path: '/referrals/:referral', what: 'referral waiting', rule: { who: 'signed-in' },
    handle: async (ask) => {
      const waiting = await find(premises, ask)
      if (waiting === undefined) return { missing: true }
      return { page: waitingReferralPage(ask.shell, { waiting, today: ask.today, csrf: ask.csrf, nobodyKnown: false }), shown: shownOf(waiting) }
    },
  }),
  route({
    method: 'POST', path: '/referrals/:referral', what: 'taking up of a referral', rule: { who: 'signed-in' },
    handle: async (ask) => {
      const waiting = await find(premises, ask)
      if (waiting === undefined) return { missing: true }
      const done = await premises.database.transaction('app', async (tx) => takeUp(premises.book, tx, saidBy(ask, 'referral'), ask.visitor, waiting, ask.today))
      if (done === 'taken-up-meanwhile') return { goTo: '/', message: 'Somebody else took up that referral a moment ago. Nothing of yours was recorded.' }
      if (done === 'nobody-known') return { page: waitingReferralPage(ask.shell, { waiting, today: ask.today, csrf: ask.csrf, nobodyKnown: true }), shown: shownOf(waiting), status: 422 }
      const [family] = done.families
      return { goTo: family === undefined || done.families.length > 1 ? '/' : `/families/${family}`, message: done.opened ? 'The referral is yours. A family was opened for the children in this home.' : 'The referral is yours, and you work with the family from today.' }
    },
  }),
]

const find = async ({ database }: Premises, ask: Ask<Viewer>): Promise<WaitingReferral | undefined> =>
  (await database.transaction(viewerStanding(ask.visitor, ask.today), async (tx) => referralsWaiting(tx))).find(({ referral }) => referral === ask.params['referral'])

/** For the look: ages and an address were shown of these. */
const shownOf = ({ subjects }: WaitingReferral): string[] => subjects.filter(({ type }) => type === 'record' || type === 'home').map(({ id }) => id)
