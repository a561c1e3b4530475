import { form } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { about, choices, fieldsOf, text } from '#platform/form/index.ts'
import { html } from '#platform/html.ts'
import { hideAddress } from '../commands/index.ts'
import { byWhoWorksWithThisPerson, personWay } from '../forms/person-form.ts'
import { paths } from '../paths.ts'
import { personShown, readPerson } from '../routes/person.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'

/** The form by which it is recorded that somebody's address must not be disclosed. */
export const hideAddressForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/people/:record/hide-address',
    name: 'hide address',
    what: 'an address that must not be told',
    rule: byWhoWorksWithThisPerson,
    read: async (request) => readPerson(rooms, { ...request, query: {} }),
    shown: personShown,
    seen: ({ record, view }) => new Map([[record, view.version]]),
    frame: (person) => ({
      title: 'Hide an address',
      heading: 'Must this address not be disclosed?',
      ...personWay(person, 'Hide an address'),
      submit: 'Hide the address',
      before: html`<p class="govuk-body">Most who work with the family will see only that the address must not be disclosed. Those who visit or lead the work still see it, with a warning. Why it is hidden is shown to very few.</p>`,
    }),
    fields: () =>
      fieldsOf({
        why: text({ label: { text: 'Why?', size: 's' }, rows: 3, missing: 'Say why' }),
        askedBy: text({
          label: 'Who asked for it?',
          hint: 'For example: the mother, through her solicitor',
          missing: 'Say who asked for it',
        }),
        from: about({ legend: 'From which day?', hint: 'Leave it empty if it always held', what: 'The first day' }),
        onlyThem: choices({
          legend: 'Who else lives there?',
          items: [
            {
              value: 'yes',
              text: 'Hide only theirs',
              hint: 'Otherwise whoever of the family lives in the same home is hidden with them, since one address would tell the other.',
            },
          ],
        }),
      }),
    record: async ({ book, tx, said, expect }, { onlyThem, ...answers }, { record }) =>
      hideAddress.record(
        book,
        tx,
        said,
        [{ record, ...answers, ...(onlyThem.includes('yes') ? { onlyThem: true } : {}) }],
        expect,
      ),
    place: ({ field }) => (field === 'trueFrom' ? 'from' : field === 'because' ? 'why' : (field ?? 'why')),
    done: (_ids, { record }) => ({ goTo: paths.person(record), message: 'The address is hidden.' }),
  })
