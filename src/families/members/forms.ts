import { form } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { about, choice, day, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import { addMember, endMembership, openRecord } from '../commands/index.ts'
import { memberRoles } from '../entries/index.ts'
import { byWhoWorksWithThem, familyFormShown, familyWay, readFamilyForm, versionsSeen } from '../forms/family-form.ts'
import { personChoice } from '../forms/somebody.ts'
import { roleWords } from '../pages/words.ts'
import { paths } from '../paths.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'
import { newRecordId } from '../subjects.ts'
import { namelessPerson, newPerson, placeOfNewPerson, statementsOf } from './new-person.ts'

/** The forms by which somebody belongs to a family, and no longer does. */
export const memberForms = (rooms: FamiliesRooms): HouseRoute[] => [...addForm(rooms), ...endForm(rooms)]

const addForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/add-member',
    name: 'family member',
    what: 'who belongs to a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: (facts) => [...familyFormShown(facts), ...facts.network.map(({ record }) => record)],
    seen: versionsSeen,
    frame: (facts) => ({
      title: 'Somebody belongs to the family',
      heading: 'Who belongs to this family?',
      ...familyWay(facts, 'Who belongs to the family'),
      submit: 'Record it',
      before: html`<p class="govuk-body">A family is a file around children. Nobody belongs to it only because they live in the same home.</p>`,
    }),
    fields: ({ network }) =>
      fieldsOf({
        record: choice({
          legend: 'Who?',
          missing: 'Say who it is',
          ...(network.length === 0 ? { begins: 'new' } : {}),
          items: [
            ...network.map(({ record, name }) => ({ value: record, text: name })),
            {
              value: 'new',
              text:
                network.length === 0
                  ? 'Somebody who has no record of your agency yet'
                  : 'Somebody else, who has no record of your agency yet',
            },
          ],
        }),
        given: onlyIf('record', 'new', newPerson.given),
        familyName: onlyIf('record', 'new', newPerson.familyName),
        born: onlyIf('record', 'new', newPerson.born),
        sex: onlyIf('record', 'new', newPerson.sex),
        role: choice({
          legend: 'As what?',
          missing: 'Say as what they belong',
          items: memberRoles.map((value) => ({ value, text: roleWords[value] })),
        }),
        trueFrom: about({
          legend: 'Since when? (if you know)',
          hint: 'A child belongs from birth',
          what: 'The first day',
        }),
      }),
    check: (answers, _facts, wrong) => (answers.record === 'new' ? namelessPerson(answers, wrong) : []),
    record: async ({ book, tx, said, expect }, answers, { family }) => {
      const { record: chosen, role, trueFrom } = answers
      const record = chosen === 'new' ? newRecordId() : chosen
      if (chosen === 'new') {
        const opened = await openRecord.record(book, tx, said, [{ record, statements: statementsOf(answers) }])
        if (!opened.accepted) return opened
      }
      return addMember.record(book, tx, said, [{ family, record, role, ...given({ trueFrom }) }], expect)
    },
    place: ({ field }) => placeOfNewPerson(field) ?? field ?? 'record',
    done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'Recorded who belongs to the family.' }),
  })

const endForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/end-member',
    name: 'family member',
    what: 'who no longer belongs to a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    seen: versionsSeen,
    frame: (facts) => ({
      title: 'Somebody no longer belongs to the family',
      heading: 'Who no longer belongs to this family?',
      ...familyWay(facts, 'Who no longer belongs'),
      submit: 'Record it',
      before: html`<p class="govuk-body">What was recorded while they belonged stays on the timeline. Moving out of a home does not end belonging to a family.</p>`,
    }),
    fields: ({ people }) =>
      fieldsOf({
        record: personChoice('Who?', 'Choose who no longer belongs', people),
        trueFrom: day({ legend: 'From which day?', missing: 'Enter the day' }),
        because: text({ label: 'Why?', missing: 'Say why', most: 4000 }),
      }),
    record: async ({ book, tx, said, expect }, answers, { family }) =>
      endMembership.record(book, tx, said, [{ family, ...answers }], expect),
    done: (_ids, { family }) => ({
      goTo: paths.family(family),
      message: 'Recorded who no longer belongs to the family.',
    }),
  })
