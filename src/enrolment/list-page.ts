import { roleRules } from '#access/index.ts'
import { button, details, input, pagination, table } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { paths } from './paths.ts'
import type { PersonListed, Register } from './register.ts'
import { agencyKindWords } from './words.ts'

const perPage = 50

export const peoplePage = (
  shell: Shell,
  register: Register,
  { found, who, page: asked }: { readonly found: readonly PersonListed[]; readonly who: string; readonly page: number },
): string => {
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const current = Math.min(Math.max(1, asked), pages)
  const nameOf = new Map([...register.agencies, ...register.teams].map(({ id, name }) => [id, name]))
  return page({
    ...shell,
    title: 'People and teams',
    heading: 'People and teams',
    body: html`<div class="rt-reading"><p class="govuk-body">Who uses Rooftree, for which agency. What somebody sees depends on their role and on whom they work with; enrolling alone opens no family.</p>
        <ul class="govuk-list">
          <li><a class="govuk-link" href="${paths.newPerson}">Enrol somebody</a></li>
          <li><a class="govuk-link" href="${paths.newTeam}">Add a team</a></li>
          <li><a class="govuk-link" href="${paths.newAgency}">Add an agency</a></li>
        </ul>
      </div>
      <form method="get" action="${paths.list}" class="rt-filter">${input({ name: 'who', label: 'Name, team or agency', value: who, width: 20 })}${button({ text: 'Show these', kind: 'secondary' })}</form>
      ${
        found.length === 0
          ? html`<p class="govuk-body">Nobody is enrolled under these words.</p>`
          : table({
              caption: who === '' ? `${found.length} people` : `${found.length} of ${register.people.length} people`,
              wide: true,
              firstCellIsHeader: true,
              head: [{ text: 'Name' }, { text: 'Role' }, { text: 'Agency and teams' }, { text: 'To ring' }],
              rows: found
                .slice((current - 1) * perPage, current * perPage)
                .map((person) => [
                  {
                    html: html`<a class="govuk-link" href="${paths.person(person.id)}">${person.name}</a>${person.hasLeft && html`<br>has left`}`,
                  },
                  {
                    html: html`${person.role === undefined ? 'A role this edition does not know' : roleRules(person.role).title}${person.role !== undefined && person.title !== roleRules(person.role).title && html`<br>${person.title}`}`,
                  },
                  {
                    html: html`${nameOf.get(person.agency) ?? person.agency}${person.teams.map((team) => html`<br>${nameOf.get(team) ?? team}`)}`,
                  },
                  {
                    html: html`<span class="rt-phone">${person.phone ?? register.teams.find(({ id }) => person.teams.includes(id))?.phone ?? 'Not known'}</span>`,
                  },
                ]),
            })
      }
      ${pagination({ label: 'Pages of people', current, pages, hrefFor: (number) => `${paths.list}?who=${encodeURIComponent(who)}&page=${number}` })}
      ${details({ summary: 'Agencies, and how a delivery names its sender', content: { html: html`<ul class="govuk-list govuk-list--bullet">${register.agencies.map(({ id, name, kind }) => html`<li>${name} (${agencyKindWords[kind].toLowerCase()}): <code>${id}</code></li>`)}</ul>` } })}`,
  })
}
