import { form, giveReason, openFamily } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { fieldsOf, text } from '#platform/form/index.ts'
import { insetText } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { numberInForce } from '#policies/index.ts'
import { counted } from '../pages/words.ts'
import { paths } from '../paths.ts'
import { reasonDaysPolicy } from '../policies.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'

/** The form on which somebody who was turned away says why they must see a family. Nothing of the family stands on it. */
export const reasonForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/reason',
    name: 'reason',
    what: 'a reason to see a family',
    rule: { who: 'may-give-reason' },
    read: async ({ params, today }) => ({
      family: params['family'] ?? '',
      days: await numberInForce(rooms.database, reasonDaysPolicy, today),
    }),
    shown: () => [],
    // A reason stands beside every other; nobody's is overwritten by it.
    seen: 'new',
    frame: ({ days }) => ({
      title: 'Give a reason',
      heading: 'Why do you need to see this family?',
      way: [{ text: 'Find a family', href: paths.find }, { text: 'Give a reason' }],
      look: paths.find,
      submit: 'Give this reason and open the family',
      before: insetText({
        html: html`Your name and your reason will be seen by the family’s lead practitioner, and the family may ask to see them. The family is then open to you for ${counted(days, 'day', 'days')}, as far as your role sees.`,
      }),
    }),
    fields: () =>
      fieldsOf({
        reason: text({
          label: { text: 'Your reason', size: 's' },
          hint: 'What happened, and what you need to find out. For example: baby brought to the emergency department last night; I need to know who to ring.',
          rows: 4,
          missing: 'Say in a sentence why you need to see this family.',
        }),
      }),
    record: async ({ book, tx, said, expect, request }, { reason }, { family, days }) => {
      // Sent twice, or given by somebody who works with them by now: the family is open already, and there is nothing to record.
      const access = await openFamily(tx, request.visitor, family, request.today)
      if (access.may) return { accepted: true, value: { entries: [], ids: [] } }
      return giveReason(request.visitor).record(
        book,
        tx,
        said,
        [{ family, reason, today: request.today, days }],
        expect,
      )
    },
    done: (ids, { family }) => ({
      goTo: paths.family(family),
      message:
        ids.length === 0
          ? 'You may see this family already.'
          : 'Your reason was recorded. The lead practitioner sees it.',
    }),
  })
