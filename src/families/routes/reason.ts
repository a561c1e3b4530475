import { formRoutes, giveReason, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { textGiven } from '#platform/http/index.ts'
import { numberInForce } from '#policies/index.ts'
import { reasonForm } from '../pages/reason-form.ts'
import { paths } from '../paths.ts'
import { reasonDaysPolicy } from '../policies.ts'
import { recordedOr } from './parsing.ts'
import type { FamiliesRooms } from './rooms.ts'

export const reasonRoutes = (rooms: FamiliesRooms): HouseRoute[] =>
  formRoutes<{ readonly family: string; readonly days: number }>({
    path: '/families/:family/reason',
    what: 'a reason to see a family',
    rule: { who: 'may-give-reason' },
    read: async ({ params, today }) => ({
      family: params['family'] ?? '',
      days: await numberInForce(rooms.database, reasonDaysPolicy, today),
    }),
    shown: () => [],
    draw: (request, { days }, state) => reasonForm(request.shell, state, days),
    record: async (request, { family, days }) => {
      const { text: reason, errors } = textGiven(request.form, 'reason', '')
      if (reason !== '' && errors.length > 0) return { errors }
      const done = await rooms.database.transaction('app', async (tx) =>
        giveReason(request.visitor).record(rooms.book, tx, saidBy(request, 'reason'), [
          { family, reason, today: request.today, days },
        ]),
      )
      if (!done.accepted && done.because.every((one) => one.reason === 'reason.not-needed'))
        return { goTo: paths.family(family), message: 'You may see this family already.' }
      return recordedOr(done, () => paths.family(family), 'Your reason was recorded. The lead practitioner sees it.')
    },
  })
