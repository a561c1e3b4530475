import type { HouseRoute, Premises } from '#access/index.ts'
import { namelessPerson, newPerson, newRecordId, openRecord, placeOfNewPerson, statementsOf } from '#families/index.ts'
import { dayFrom } from '#platform/dates.ts'
import { choice, choices, day, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import type { Values } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import { stateOccupancy } from '../commands/index.ts'
import type { StateOccupancy } from '../commands/index.ts'
import {
  applicationParts,
  OnApplicationStated,
  OnTenancyStated,
  SleepsHereStated,
  tenancyParts,
  toLead,
} from '../entries/index.ts'
import type { OccupancyStatement } from '../facts/occupancy.ts'
import type { ListName } from '../paths.ts'
import type { RecordId } from '../subjects.ts'
import { partWords, toLeadWords } from '../words.ts'
import { byWhoLooksAfterIt, homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'
import { choosable, listWords, soFar } from './list-words.ts'

/** What one of the three lists says of some people: one form, since it is one question asked three times. */
export const listForms = (premises: Premises): HouseRoute[] => [
  ...listForm(premises, 'sleeps-here', 'who sleeps in a home', 'It is recorded who sleeps here.'),
  ...listForm(premises, 'on-tenancy', 'who is on a tenancy', 'It is recorded who is on the tenancy.'),
  ...listForm(
    premises,
    'on-application',
    'who is on a housing application',
    'It is recorded who is on the application.',
  ),
]

/** Somebody who has no record yet is given one with the same click; if either is refused, neither is kept. */
const listForm = (premises: Premises, list: ListName, what: string, message: string): HouseRoute[] =>
  homeForm(premises, {
    name: list,
    what,
    message,
    heading: listWords[list].heading,
    replaces: [SleepsHereStated, OnTenancyStated, OnApplicationStated],
    ...(list === 'sleeps-here' ? {} : { ways: byWhoLooksAfterIt }),
    before: html`<p class="govuk-body">${listWords[list].about}</p>`,
    fields: (asked, today) => fieldsOf(askedOf(list, asked, today)),
    draw: (fields, typing) =>
      list === 'sleeps-here' ? fields.draw(typing) : fields.draw(typing, 'who', 'says', 'toldBy', 'verifiedOn'),
    check: (answers, _asked, wrong) => [
      ...(answers.who?.length === 0 ? [{ field: 'who', text: 'Choose at least one person' }] : []),
      ...(answers.who?.includes('new') === true ? namelessPerson(answers, wrong) : []),
      ...(answers.who?.includes('new') === true && answers.says !== undefined && answers.says !== 'yes'
        ? [{ field: 'says', text: `Somebody who is in no list yet can only be added: choose “${listWords[list].yes}”` }]
        : []),
      ...(list === 'sleeps-here' && answers.knownHow === undefined && !wrong.has('knownHow')
        ? [{ field: 'knownHow', text: 'Say whether you saw it or were told' }]
        : []),
    ],
    record: async ({ book, tx, said, expect }, answers, asked) => {
      const asks = choosable(asked, list)
        .filter(({ record }) => answers.who.includes(record))
        .map(({ record, own }) => saidOf(list, asked.view.home, answers, record, own))
      if (answers.who.includes('new')) {
        const record = newRecordId()
        const opened = await openRecord.record(book, tx, said, [{ record, statements: statementsOf(answers) }])
        if (!opened.accepted) return opened
        asks.push(saidOf(list, asked.view.home, answers, record, undefined))
      }
      return stateOccupancy.record(book, tx, said, asks, expect)
    },
    place: ({ field }) => placeOfNewPerson(field) ?? field ?? 'who',
  })

const askedOf = (list: ListName, asked: HomeAsked, today: Temporal.PlainDate) => {
  const { names } = asked
  const words = listWords[list]
  const parts = list === 'on-application' ? applicationParts : tenancyParts
  return {
    who: choices({
      legend: 'Who?',
      items: [
        ...choosable(asked, list).map(({ person, record, said }) => ({
          value: record,
          text: `${names.get(person)?.called ?? 'Somebody'} (${names.get(person)?.age ?? 'age not known'})`,
          hint: soFar(asked, list, said),
        })),
        {
          value: 'new',
          text: 'Somebody who is in none of the three lists',
          hint: 'A record of your agency is opened for them. If there is one already, somebody can join the two afterwards.',
        },
      ],
    }),
    given: onlyIf('who', 'new', newPerson.given),
    familyName: onlyIf('who', 'new', newPerson.familyName),
    born: onlyIf('who', 'new', newPerson.born),
    sex: onlyIf('who', 'new', newPerson.sex),
    says: choice({
      legend: 'What changed?',
      missing: 'Choose what changed, or what is still so',
      items: [
        { value: 'yes', text: words.yes },
        { value: 'left', text: words.left },
        { value: 'no', text: words.no },
        { divider: 'or' },
        { value: 'not-known', text: 'I asked, and nobody could say' },
      ],
    }),
    relationshipToLead: onlyIf(
      list === 'sleeps-here' ? 'says' : 'never',
      'yes',
      choice({
        legend: 'What are they to the tenant or owner?',
        hint: 'Leave it as it was told before, or not known',
        as: 'list',
        unchosen: 'Not asked',
        items: toLead.filter((one) => one !== 'not-known').map((value) => ({ value, text: upper(toLeadWords[value]) })),
      }),
    ),
    temporary: onlyIf(
      list === 'sleeps-here' ? 'says' : 'never',
      'yes',
      choices({ legend: 'How long?', items: [{ value: 'yes', text: 'Only for a while, such as a visitor' }] }),
    ),
    part: onlyIf(
      list === 'sleeps-here' ? 'never' : 'says',
      'yes',
      choice({
        legend: 'As what?',
        as: 'list',
        unchosen: 'Not asked',
        items: parts.filter((one) => one !== 'not-known').map((value) => ({ value, text: upper(partWords[value]) })),
      }),
    ),
    trueFrom: onlyIf(
      'says',
      'yes',
      day({
        legend: 'Since when?',
        hint: 'Leave it empty if it is not known, or was told before',
        what: 'The day since when it is so',
      }),
    ),
    trueUntil: onlyIf(
      'says',
      'left',
      day({ legend: words.leftOn, what: words.leftWhat, missing: `Enter ${lower(words.leftWhat)}` }),
    ),
    knownHow: choice({
      legend: 'How do you know?',
      as: 'inline',
      items: [
        { value: 'seen', text: 'I saw it' },
        { value: 'told', text: 'I was told' },
      ],
    }),
    toldBy: text({ label: 'If somebody told you: who', width: 20 }),
    verifiedOn: day({
      legend: 'On which day did you find this out?',
      what: 'The day on which you found this out',
      missing: 'Enter the day on which you found this out',
      notAfter: today,
    }),
  }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

type Answers = Values<ReturnType<typeof askedOf>>

/** An agency's new statement replaces its own earlier one: what the form did not ask again (since when, as what) is said again with it. */
const saidOf = (
  list: ListName,
  home: string,
  { says, knownHow, trueFrom, trueUntil, toldBy, verifiedOn, relationshipToLead, temporary, part }: Answers,
  record: RecordId,
  own: OccupancyStatement | undefined,
): StateOccupancy => {
  const still = says === 'yes' || says === 'left' ? own : undefined
  const common = {
    home,
    record,
    says: says === 'left' ? ('yes' as const) : says,
    verifiedOn,
    ...given({ trueFrom: trueFrom ?? sinceThen(still), trueUntil, toldBy }),
  }
  switch (list) {
    case 'sleeps-here':
      return {
        ...common,
        list,
        knownHow: knownHow ?? 'not-known',
        ...given({ relationshipToLead: relationshipToLead ?? oneOf(toLead, still?.toLead) }),
        ...(temporary?.includes('yes') === true ? { temporary: 'yes' } : {}),
      }
    case 'on-tenancy':
      return { ...common, list, ...given({ part: oneOf(tenancyParts, part) ?? oneOf(tenancyParts, still?.part) }) }
    case 'on-application':
      return {
        ...common,
        list,
        ...given({ part: oneOf(applicationParts, part) ?? oneOf(applicationParts, still?.part) }),
      }
  }
}

const sinceThen = (still: OccupancyStatement | undefined): string | undefined => {
  if (still === undefined || still.way === 'address' || still.says !== 'yes' || still.from === undefined)
    return undefined
  return dayFrom(still.from) === undefined ? undefined : still.from
}

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text)
