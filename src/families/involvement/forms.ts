import { accessSentences, endInvolvement, form, nameLead, peopleAndTeams, startInvolvement } from '#access/index.ts'
import type { HouseRoute, Listing } from '#access/index.ts'
import { choice, day, fieldsOf, text } from '#platform/form/index.ts'
import { input } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import { dateFields } from '#platform/page/index.ts'
import { byWhoWorksWithThem, familyFormShown, familyWay, readFamilyForm, versionsSeen } from '../forms/family-form.ts'
import type { FamilyForm } from '../forms/family-form.ts'
import { agencyName, listing } from '../pages/names.ts'
import { paths } from '../paths.ts'
import { namesWithAgencies } from '../routes/reading.ts'
import type { Asked, FamiliesRooms } from '../routes/rooms.ts'

/** The forms by which it is recorded who works with a family, who no longer does, and who leads. */
export const involvementForms = (rooms: FamiliesRooms): HouseRoute[] => [
  ...involveForm(rooms),
  ...endForm(rooms),
  ...leadForm(rooms),
]

interface Involving extends FamilyForm {
  readonly who: string
  /** Whoever was found by name, or the writer and their teams. */
  readonly choices: readonly Listing[]
}

/** First who, by name; then what they do and from when. Without script, in two steps. */
const involveForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/involve',
    name: 'involvement',
    what: 'who works with a family',
    rule: byWhoWorksWithThem,
    read: async (request, fields): Promise<Involving | undefined> => {
      const facts = await readFamilyForm(rooms, request)
      const who = fieldText(fields, 'who')
      return facts === undefined ? undefined : { ...facts, who, choices: await choicesFor(rooms, request, who) }
    },
    shown: ({ family }) => [family],
    seen: versionsSeen,
    begin: ({ today }) => dateFields('from', today),
    frame: (facts) => ({
      title: 'Somebody works with the family',
      heading: 'Who works with this family?',
      ...familyWay(facts, 'Who works with the family'),
      before: searchStep(facts),
      hidden: { who: facts.who },
      submit: 'Record it',
    }),
    fields: ({ choices, who }) =>
      fieldsOf({
        principal: choice({
          legend: who === '' ? 'You or your team, or search above for somebody else' : 'Who is it?',
          missing: accessSentences['principal.not-known'],
          items: choices.map(({ id, name, title }) => ({
            value: id,
            text: name,
            ...(title === undefined || title === '' ? {} : { hint: title }),
          })),
        }),
        role: text({
          label: 'What do they do for the family?',
          hint: 'In their agency’s words: health visitor, family support worker',
          missing: 'Say what they do for the family, in their agency’s words',
        }),
        from: day({
          legend: 'From which day?',
          hint: 'They can open this family’s page from that day',
          what: 'The first day',
          missing: 'Enter the first day',
        }),
      }),
    draw: (fields, typing, { choices }) =>
      html`${choices.length > 0 && fields.draw(typing, 'principal')}${fields.draw(typing, 'role', 'from')}`,
    record: async ({ book, tx, said, expect }, { from, ...answers }, { family }) =>
      startInvolvement.record(book, tx, said, [{ family, ...answers, from: Temporal.PlainDate.from(from) }], expect),
    done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'Recorded who works with the family.' }),
  })

const choicesFor = async (rooms: FamiliesRooms, { visitor }: Asked, who: string): Promise<Listing[]> =>
  rooms.database.transaction('app', async (tx) => {
    const found = who.length < 2 ? [] : await peopleAndTeams(tx, who)
    const own = [visitor.user, ...visitor.teams]
    const directory = await namesWithAgencies(tx, [...own, ...found.flatMap(({ agency }) => agency ?? [])])
    const listed = who.length < 2 ? own.flatMap((id) => directory.get(id) ?? []) : found
    return listed.map((one) => ({
      ...one,
      title: [one.title, directory.get(one.agency ?? '')?.name].filter((part) => part !== undefined).join(', '),
    }))
  })

const searchStep = ({ family, who, choices }: Involving): Html =>
  html`<form class="rt-search-step" method="get" action="${paths.involve(family)}">
  ${input({ name: 'who', label: 'Search for a person or a team by name', value: who, width: 20 })}
  <button type="submit" class="govuk-button govuk-button--secondary">Search</button>
  ${who !== '' && choices.length === 0 && html`<p class="govuk-body" role="status">Nobody who uses Rooftree, and no team, has “${who}” in the name.</p>`}
</form>`

const endForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/end-involvement',
    name: 'involvement',
    what: 'who no longer works with a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    seen: versionsSeen,
    frame: (facts) => ({
      title: 'Somebody no longer works with the family',
      heading: 'Who no longer works with this family?',
      ...familyWay(facts, 'Who no longer works with the family'),
      submit: 'Record it',
    }),
    fields: (facts) =>
      fieldsOf({
        principal: choice({
          legend: 'Who?',
          missing: 'Choose who no longer works with the family',
          items: workers(facts),
        }),
        on: day({
          legend: 'Which is the first day without them?',
          hint: 'From that day the family’s page is closed to them',
          what: 'The first day without them',
          missing: 'Enter the first day without them',
        }),
      }),
    record: async ({ book, tx, said, expect }, { principal, on }, { family }) =>
      endInvolvement.record(book, tx, said, [{ scope: family, principal, on: Temporal.PlainDate.from(on) }], expect),
    done: (_ids, { family }, { principal }, { visitor }) => ({
      goTo: principal === visitor.user ? '/' : paths.family(family),
      message: 'Recorded who no longer works with the family.',
    }),
  })

const leadForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/families/:family/lead',
    name: 'lead practitioner',
    what: 'who leads the work with a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    seen: versionsSeen,
    begin: ({ today }) => dateFields('from', today),
    frame: (facts) => {
      const { involved, names } = facts.page
      const now = involved.lead === undefined ? 'Nobody is named yet.' : `Now: ${listing(names, involved.lead).name}.`
      return {
        title: 'Who leads the work',
        heading: 'Who leads the work with this family?',
        ...familyWay(facts, 'Who leads the work'),
        before: html`<p class="govuk-body">${now} The lead practitioner is rung first, and sees who looked at the family and why.</p>`,
        submit: 'Record it',
      }
    },
    fields: (facts) =>
      fieldsOf({
        user: choice({ legend: 'Who?', missing: 'Choose who leads the work', items: leaders(facts) }),
        from: day({ legend: 'From which day?', what: 'The first day', missing: 'Enter the first day' }),
      }),
    draw: (fields, typing, facts) =>
      leaders(facts).length > 0
        ? fields.draw(typing)
        : html`<p class="govuk-body">No person works with the family yet. Record first who does.</p>${fields.draw(typing, 'from')}`,
    record: async ({ book, tx, said, expect }, { user, from }, { family }) =>
      nameLead.record(book, tx, said, [{ family, user, from: Temporal.PlainDate.from(from) }], expect),
    done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'Recorded who leads the work.' }),
  })

const leaders = (facts: FamilyForm) => workers(facts).filter(({ value }) => value.startsWith('user:'))

const workers = ({ page: { involved, names } }: FamilyForm): { value: string; text: string; hint: string }[] =>
  [
    ...new Map(
      involved.grants.filter(({ way }) => way === 'involved').map((grant) => [grant.principal, grant]),
    ).values(),
  ].map(({ principal, because }) => {
    const { name, agency } = listing(names, principal)
    return {
      value: principal,
      text: name,
      hint: [because, ...(agency === undefined ? [] : [agencyName(names, agency)])].join(', '),
    }
  })
