import { form } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { choice, choices, day, each, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import { dateFields } from '#platform/page/index.ts'
import { recordContact } from '../commands/index.ts'
import { channels } from '../entries/index.ts'
import { byWhoWorksWithThem, familyFormShown, familyWay, readFamilyForm, versionsSeen } from '../forms/family-form.ts'
import type { FamilyForm } from '../forms/family-form.ts'
import { channelWords, sensitivityWords } from '../pages/words.ts'
import { paths } from '../paths.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'

/** The form by which somebody records what was seen, said and done: whether each child was seen is asked for every child. */
export const contactForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/contact',
    name: 'contact',
    what: 'a contact',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    seen: versionsSeen,
    begin: ({ today }) => dateFields('happenedOn', today),
    frame: (facts) => ({
      title: 'Record a contact',
      heading: 'Record a contact',
      ...familyWay(facts, 'Record a contact'),
      submit: 'Record the contact',
    }),
    fields: (facts, { today }) => contactFields(facts, today),
    record: async ({ book, tx, said, expect }, { children, interpreter, language, ...answers }, { family }) => {
      const spoken = interpreter === 'language' ? { language: language ?? '' } : interpreter
      const seen = children.map(({ of, values }) => ({ child: of, ...values }))
      return recordContact.record(book, tx, said, [{ family, ...answers, children: seen, interpreter: spoken }], expect)
    },
    done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'The contact was recorded.' }),
  })

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'Not known' },
] as const

const contactFields = ({ people }: FamilyForm, today: Temporal.PlainDate) => {
  const children = people.filter(({ child }) => child)
  const nameOf = new Map(people.map(({ record, name }) => [record, name]))
  return fieldsOf({
    happenedOn: day({
      legend: 'When was it?',
      hint: 'For example, 27 3 2026',
      missing: 'Enter the day',
      notAfter: today,
    }),
    channel: choice({
      legend: 'How?',
      missing: 'Say how it happened',
      items: channels.map((value) => ({ value, text: channelWords[value] })),
    }),
    what: text({
      label: { text: 'What was seen, said and done?', size: 's' },
      hint: 'Say what you saw, what you were told and by whom, and what happens next.',
      rows: 6,
      missing: 'Say what was seen, said and done',
    }),
    children: each(
      children.map(({ record }) => record),
      (record) => ({
        seen: choice({
          legend: `Was ${nameOf.get(record) ?? 'this child'} seen?`,
          missing: `Say whether ${nameOf.get(record) ?? 'this child'} was seen`,
          items: yesNo,
        }),
        alone: onlyIf(
          'seen',
          'yes',
          choice({ legend: 'Alone?', items: [{ value: 'yes', text: 'Yes, alone' }, yesNo[1], yesNo[2]] }),
        ),
      }),
      (_record, drawn) => drawn,
      'Somebody joined the family meanwhile: say whether they were seen',
    ),
    persons: choices({
      legend: 'Who else was seen or spoken to?',
      items: people.filter(({ child }) => !child).map(({ record, name }) => ({ value: record, text: name })),
    }),
    interpreter: choice({
      legend: 'Was an interpreter there?',
      missing: 'Say whether an interpreter was there',
      items: [
        { value: 'not-needed', text: 'Not needed' },
        { value: 'language', text: 'Yes' },
        { value: 'needed-but-none', text: 'Needed, but none was there' },
        { value: 'not-known', text: 'Not known' },
      ],
    }),
    language: onlyIf(
      'interpreter',
      'language',
      text({ label: 'For which language?', width: 20, missing: 'Enter the language' }),
    ),
    sensitivity: choice({
      legend: 'How private is it?',
      missing: 'Say how private it is',
      items: [
        {
          value: 'ordinary',
          text: sensitivityWords.ordinary,
          hint: 'Whoever works with the family and whose role sees contacts',
        },
        { value: 'health', text: sensitivityWords.health, hint: 'Only roles that see health' },
        { value: 'police', text: sensitivityWords.police, hint: 'Only police and social care' },
        {
          value: 'third-party',
          text: sensitivityWords['third-party'],
          hint: 'It tells of a person outside the family',
        },
      ],
    }),
  })
}
