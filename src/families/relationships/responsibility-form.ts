import { form } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { about, choice, day, fieldsOf, text } from '#platform/form/index.ts'
import { html } from '#platform/html.ts'
import { stateResponsibility } from '../commands/index.ts'
import { responsibilityBases, responsibilityStates } from '../entries/index.ts'
import { byWhoWorksWithThem, familyFormShown, familyWay, readFamilyForm, versionsSeen } from '../forms/family-form.ts'
import { personChoice, somebodyAsked } from '../forms/somebody.ts'
import { basisWords, stateWords } from '../pages/words.ts'
import { paths } from '../paths.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'

/** The form by which an agency states who has parental responsibility for one child. */
export const responsibilityForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/responsibility',
    name: 'parental responsibility',
    what: 'parental responsibility',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    seen: versionsSeen,
    frame: (facts) => ({
      title: 'Parental responsibility',
      heading: 'Who has parental responsibility?',
      ...familyWay(facts, 'Parental responsibility'),
      submit: 'Record it',
      before: html`<p class="govuk-body">It is stated for each child and each person, with what it rests on. It never follows from a name, an address or coming to appointments.</p>`,
    }),
    fields: ({ people, network }, { today }) =>
      fieldsOf({
        child: personChoice(
          'For which child?',
          'Choose the child',
          people.filter(({ child }) => child),
        ),
        holder: somebodyAsked(
          'Who?',
          [...people, ...network].filter(({ child }) => !child),
        ),
        state: choice({
          legend: 'What do you know?',
          missing: 'Say what you know',
          items: responsibilityStates.map((value) => ({ value, text: stateWords[value] })),
        }),
        basis: choice({
          legend: { text: 'What does it rest on?', size: 's' },
          as: 'list',
          missing: 'Choose what it rests on. If you do not know, choose “Not known”',
          items: responsibilityBases.map((value) => ({ value, text: basisWords[value] })),
        }),
        evidence: text({
          label: { text: 'What is the evidence? (if there is any)', size: 's' },
          hint: 'For example: birth certificate, order of 3 May 2025',
          rows: 2,
        }),
        verifiedBy: text({ label: 'Who has seen it? (if anybody)' }),
        verifiedOn: day({ legend: 'When was it seen?', what: 'The day it was seen', notAfter: today }),
        trueFrom: about({ legend: 'From when does it hold? (if you know)', what: 'The first day' }),
      }),
    record: async ({ book, tx, said, expect }, answers) =>
      stateResponsibility.record(book, tx, said, [answers], expect),
    place: ({ field }) => (field === 'record' ? 'holder' : field) ?? 'child',
    done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'Parental responsibility was recorded.' }),
  })
