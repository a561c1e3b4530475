import { roleNames, roleRules } from '#access/index.ts'
import { choice, choices, text } from '#platform/form/index.ts'
import { paths } from './paths.ts'
import type { AgencyListed } from './register.ts'

/** What the forms of this room share. */
export const way = (here: string) => [{ text: 'People and teams', href: paths.list }, { text: here }]

const phoneHint = 'Others are told to ring it about a family that this team works with.'

export const phone = {
  must: text({ label: 'Number to ring', hint: phoneHint, missing: 'Enter the number to ring', width: 20, most: 40 }),
  may: text({ label: 'Number to ring, if there is one', width: 20, most: 40 }),
}

export const email = text({ label: 'Email, if there is one', most: 200 })

export const agencyChoice = (agencies: readonly AgencyListed[]) =>
  choice({
    legend: 'Agency',
    as: 'list',
    unchosen: 'Choose one',
    missing: 'Choose an agency',
    items: agencies.map(({ id, name }) => ({ value: id, text: name })),
  })

export const roleChoice = choice({
  legend: 'Role',
  hint: 'It decides what they see of a family that they work with.',
  as: 'list',
  unchosen: 'Choose one',
  missing: 'Choose a role',
  items: roleNames.map((role) => ({ value: role, text: roleRules(role).title })),
})

export const teamChoices = (teams: readonly { readonly id: string; readonly name: string }[]) =>
  choices({
    legend: 'Which teams do they act for?',
    others: 'Nobody acts for another agency’s team.',
    items: teams.map(({ id, name }) => ({ value: id, text: name })),
  })
