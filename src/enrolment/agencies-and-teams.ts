import { agencyKinds, form, nameAgency, nameTeam } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import { choice, fieldsOf, text } from '#platform/form/index.ts'
import { agencyChoice, email, phone, way } from './fields.ts'
import { freshId, wordOf } from './ids.ts'
import { paths } from './paths.ts'
import { readRegister } from './register.ts'
import { agencyKindWords } from './words.ts'

const rule = { who: 'administers', what: 'people' } as const

/** The forms by which an agency and a team are added. */
export const agencyAndTeamRoutes = (premises: Premises): HouseRoute[] => [
  ...form(premises, {
    path: paths.newAgency,
    name: 'agency',
    what: 'an agency',
    rule,
    read: async () => premises.database.transaction('app', readRegister),
    shown: () => [],
    seen: 'new',
    frame: () => ({
      title: 'Add an agency',
      heading: 'Add an agency',
      way: way('Add an agency'),
      look: paths.list,
      submit: 'Add the agency',
    }),
    fields: () =>
      fieldsOf({
        name: text({ label: 'What it calls itself', missing: 'Enter its name', most: 200 }),
        kind: choice({
          legend: 'What kind of agency is it?',
          as: 'list',
          unchosen: 'Choose one',
          missing: 'Choose what kind of agency it is',
          items: agencyKinds.map((value) => ({ value, text: agencyKindWords[value] })),
        }),
        dutyFlag: choice({
          legend: 'Is it under the information-sharing duty of section 16LA of the Children Act 2004?',
          hint: 'A housing association is not named there and comes under it only by an arrangement.',
          missing: 'Choose yes, no or not known',
          items: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
            { value: 'not-known', text: 'Not known' },
          ],
        }),
        phone: phone.may,
        email,
      }),
    check: ({ name }, { agencies }) => {
      if (name === undefined) return []
      const agency = idOf(name)
      if (agency === 'agency:')
        return [{ field: 'name', text: 'Write the name in Latin letters: deliveries name their sender by it' }]
      return agencies.some(({ id }) => id === agency)
        ? [{ field: 'name', text: 'There is an agency of that name' }]
        : []
    },
    record: async ({ book, tx, said, expect }, named) =>
      nameAgency.record(book, tx, said, [{ agency: idOf(named.name), ...named }], expect),
    done: (_ids, _register, { name }) => ({ goTo: paths.list, message: `${name} was added.` }),
  }),
  ...form(premises, {
    path: paths.newTeam,
    name: 'team',
    what: 'a team',
    rule,
    read: async () => premises.database.transaction('app', readRegister),
    shown: () => [],
    seen: 'new',
    frame: () => ({
      title: 'Add a team',
      heading: 'Add a team',
      way: way('Add a team'),
      look: paths.list,
      submit: 'Add the team',
    }),
    fields: ({ agencies }) =>
      fieldsOf({
        name: text({ label: 'What the team is called', missing: 'Enter the name of the team', most: 200 }),
        agency: agencyChoice(agencies),
        phone: phone.must,
        email,
      }),
    check: ({ name, agency }, { teams }) =>
      name !== undefined && teams.some((team) => team.agency === agency && folded(team.name) === folded(name))
        ? [{ field: 'name', text: 'That agency has a team of that name' }]
        : [],
    record: async ({ book, tx, said, expect }, named, { teams }) => {
      const team = freshId('team', named.name, new Set(teams.map(({ id }) => id)))
      return nameTeam.record(book, tx, said, [{ team, ...named }], expect)
    },
    done: (_ids, _register, { name }) => ({ goTo: paths.list, message: `${name} was added.` }),
  }),
]

const idOf = (name: string): string => `agency:${wordOf(name)}`
const folded = (name: string): string => name.toLocaleLowerCase('en-GB')
