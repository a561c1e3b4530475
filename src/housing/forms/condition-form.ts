import type { HouseRoute, Premises } from '#access/index.ts'
import { choice, day, fieldsOf, text } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import { stateCondition } from '../commands/index.ts'
import { conditionKinds } from '../entries/index.ts'
import { conditionWords } from '../words.ts'
import { homeForm, upper } from './home-form.ts'

export const conditionForm = (premises: Premises): HouseRoute[] =>
  homeForm(premises, {
    name: 'condition',
    what: 'condition of a home',
    heading: 'Report damp, mould or another hazard',
    // A report stands beside every other.
    replaces: [],
    before: html`<p class="govuk-body">For a social landlord a report of damp or mould starts a clock, whoever makes it (Hazards in Social Housing Regulations 2025). Judge it for the people who live here: a baby, an ill child.</p>`,
    fields: ({ view }, today) =>
      fieldsOf({
        what: choice({
          legend: 'What is it?',
          as: 'list',
          missing: 'Choose what it is',
          items: conditionKinds.map((value) => ({ value, text: upper(conditionWords(value)) })),
        }),
        room: choice({
          legend: 'In which room?',
          as: 'list',
          unchosen: 'Not in one room, or not known',
          items: (view.facts.rooms.shown?.value ?? []).map(({ name }) => ({ value: name, text: name })),
        }),
        reportedOn: day({
          legend: 'When was it reported or seen?',
          missing: 'Enter the day on which it was reported or seen',
          notAfter: today,
        }),
        foundBy: choice({
          legend: 'Who found it?',
          items: [
            { value: 'household', text: 'Somebody of the household' },
            { value: 'landlord', text: 'The landlord' },
            { value: 'council', text: 'The council' },
            { value: 'other-agency', text: 'Another agency' },
            { divider: 'or' },
            { value: 'not-known', text: 'Not known' },
          ],
        }),
        toldBy: text({ label: 'Who told you, if somebody did', width: 20 }),
      }),
    record: async ({ book, tx, said, expect }, { foundBy, room, toldBy, ...answers }, { view }) =>
      stateCondition.record(
        book,
        tx,
        said,
        [
          {
            home: view.home,
            ...answers,
            stage: 'reported',
            foundBy: foundBy ?? 'not-known',
            ...given({ room, toldBy }),
          },
        ],
        expect,
      ),
    message: 'The report is recorded. Tell the landlord too, if you are not the landlord.',
  })
