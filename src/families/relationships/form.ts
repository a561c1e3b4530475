import { form } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { about, choice, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import { html } from '#platform/html.ts'
import { stateRelationship } from '../commands/index.ts'
import { parentages, relationshipTypes } from '../entries/index.ts'
import { byWhoWorksWithThem, familyFormShown, familyWay, readFamilyForm, versionsSeen } from '../forms/family-form.ts'
import type { FamilyForm } from '../forms/family-form.ts'
import { personChoice, somebodyAsked } from '../forms/somebody.ts'
import { parentWords, relationWords } from '../pages/words.ts'
import { paths } from '../paths.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'

/** The form by which it is recorded how two people are related. */
export const relationshipForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/relationship',
    name: 'relationship',
    what: 'a relationship',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    seen: versionsSeen,
    frame: (facts) => ({
      title: 'How two people are related',
      heading: 'How are two people related?',
      ...familyWay(facts, 'How two people are related'),
      submit: 'Record it',
      before: html`<p class="govuk-body">This says who somebody is to somebody else. It says nothing about parental responsibility, which is recorded apart.</p>`,
    }),
    fields: ({ people, network }: FamilyForm) =>
      fieldsOf({
        from: somebodyAsked('Who?', [...people, ...network]),
        type: choice({
          legend: 'What are they?',
          missing: 'Say how they are related',
          items: relationshipTypes.map((value) => ({ value, text: relationWords[value] })),
        }),
        as: onlyIf(
          'type',
          'parent',
          choice({
            legend: 'Which parent?',
            as: 'list',
            items: parentages.map((value) => ({
              value,
              text: value === 'not-said' ? 'Not said' : (parentWords[value] ?? value),
            })),
          }),
        ),
        to: personChoice('To whom?', 'Say to whom', [...people, ...network]),
        trueFrom: about({ legend: 'Since when? (if you know)', hint: 'The year alone will do', what: 'The first day' }),
        ended: choice({
          legend: 'Is it still so?',
          begins: 'no',
          items: [
            { value: 'no', text: 'Yes' },
            { value: 'yes', text: 'No, it has ended' },
          ],
        }),
        toldBy: text({ label: 'Who told you? (if anybody)' }),
      }),
    record: async ({ book, tx, said, expect }, { ended, ...answers }) =>
      stateRelationship.record(book, tx, said, [{ ...answers, ...(ended === 'yes' ? { ended: true } : {}) }], expect),
    done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'The relationship was recorded.' }),
  })
