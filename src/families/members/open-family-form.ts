import { form, roleRules, startInvolvement } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { about, choice, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import { Fault } from '#platform/fault.ts'
import { html } from '#platform/html.ts'
import { openFamily, openRecord, statePregnancy } from '../commands/index.ts'
import { paths } from '../paths.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'
import { newRecordId } from '../subjects.ts'
import { namelessPerson, newPerson, placeOfNewPerson, statementsOf } from './new-person.ts'

/** The form by which a family's file is opened around a child, or around the mother of one who is expected. */
export const openFamilyForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: paths.openFamily,
    name: 'new family',
    what: 'a new family',
    rule: { who: 'signed-in' },
    // Roles that may learn that somebody is known may also find that nobody is, and open a file: see the roles of the access room.
    read: async ({ visitor }) => (roleRules(visitor.role).mayLearnExistence ? 'open' : undefined),
    shown: () => [],
    seen: 'new',
    frame: () => ({
      title: 'Open a family',
      heading: 'Open a family around a child',
      way: [{ text: 'Find a family', href: paths.find }, { text: 'Open a family' }],
      look: paths.find,
      submit: 'Open the family',
      before: html`<p class="govuk-body">Search first: two files for one family hide each from the other. You will be recorded as working with the family.</p>`,
    }),
    fields: () =>
      fieldsOf({
        around: choice({
          legend: 'Around whom?',
          begins: 'child',
          items: [
            { value: 'child', text: 'A child who is born', hint: 'Give the child’s name below' },
            { value: 'unborn', text: 'A baby who is expected', hint: 'Give the mother’s name below' },
          ],
        }),
        expected: onlyIf(
          'around',
          'unborn',
          about({
            legend: 'When is the baby expected?',
            hint: 'A month and a year will do. Leave it empty if it is not known.',
            what: 'The expected date',
          }),
        ),
        ...newPerson,
        role: text({
          label: 'What do you do for this family?',
          hint: 'For example: social worker',
          missing: 'Say what you do for this family',
        }),
      }),
    check: (answers, _facts, wrong) => namelessPerson(answers, wrong),
    record: async ({ book, tx, said, request }, { around, expected, role, ...person }) => {
      const record = newRecordId()
      const opened = await openRecord.record(book, tx, said, [{ record, statements: statementsOf(person) }])
      if (!opened.accepted) return opened
      if (around === 'unborn') {
        const pregnancy = { mother: record, expected: expected ?? 'not-known', babies: 'not-known' as const }
        const stated = await statePregnancy.record(book, tx, said, [pregnancy])
        if (!stated.accepted) return stated
      }
      const members = around === 'unborn' ? [{ record, role: 'parent' as const }] : []
      const made = await openFamily.record(book, tx, said, [{ around: [record], members }])
      if (!made.accepted) return made
      const involved = await startInvolvement.record(
        book,
        tx,
        said,
        made.value.ids.map((family) => ({ family, principal: request.visitor.user, role, from: request.today })),
      )
      if (!involved.accepted)
        throw new Fault(
          'families.opened-by-nobody',
          'A family was opened, but whoever opened it could not be recorded as working with it.',
        )
      return made
    },
    place: ({ field }) => placeOfNewPerson(field) ?? field ?? 'given',
    done: ([family]) => ({
      goTo: family === undefined ? '/' : paths.family(family),
      message: 'The family was opened.',
    }),
  })
