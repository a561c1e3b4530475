import { roleRules, isRole } from '#access/index.ts'
import type { Directory, LookSeen } from '#access/index.ts'
import { insetText, pagination, table, tag } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dateTime } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { paths } from '../paths.ts'
import type { FamilyPageView } from './family-view.ts'
import { familyFrame } from './frame.ts'
import { capital } from './whom-to-ring.ts'

interface LooksShown {
  readonly looks: readonly LookSeen[]
  readonly more: boolean
  readonly page: number
  readonly size: number
  readonly directory: Directory
}

/** Who looked, when, at what and why; and who tried to. */
export const looksPageOf = (
  shell: Shell,
  view: FamilyPageView,
  { looks, more, page, directory }: LooksShown,
): string => {
  const { family } = view.view
  return familyFrame(
    shell,
    view,
    'looks',
    `Who has looked at a family${page > 1 ? `, page ${page}` : ''}`,
    html`
    <p class="govuk-body rt-reading">Every look at this family is written down before the page is shown, and cannot be changed or removed. The family may ask to see this list.</p>
    ${
      view.parts.part('looks') === 'closed'
        ? insetText({ text: 'Who has looked is shown to those who lead and supervise the work.' })
        : looks.length === 0
          ? html`<p class="govuk-body">Nobody has looked at this family${page > 1 && ' before that'}.</p>`
          : table({
              caption: 'Looks, the latest first',
              captionSize: 'hidden',
              wide: true,
              head: [{ text: 'When' }, { text: 'Who' }, { text: 'What' }, { text: 'Why' }],
              rows: looks.map((look) => [
                { html: when(look) },
                { html: who(look, directory) },
                { html: what(look) },
                { text: why(look) },
              ]),
            })
    }
    ${pagination({ current: page, pages: more ? page + 1 : page, hrefFor: (at) => `${paths.looks(family)}?page=${at}`, label: 'Pages of looks' })}`,
  )
}

const when = ({ at, knownAt }: LookSeen): Html =>
  html`${dateTime(at)}${knownAt !== undefined && html`<br><span class="rt-quiet">as known on ${dateTime(knownAt)}</span>`}`

const who = ({ user, agency, role }: LookSeen, directory: Directory): Html =>
  html`<strong>${directory.get(user)?.name ?? 'Somebody who has left'}</strong><br><span class="rt-quiet">${isRole(role) ? roleRules(role).title : role}, ${directory.get(agency)?.name ?? 'an agency'}</span>`

const what = ({ what: page, outcome }: LookSeen): Html =>
  html`${capital(page)}${outcome === 'refused' && html` ${tag({ text: 'Turned away', colour: 'orange' })}`}${outcome === 'listed' && html` ${tag({ text: 'In a list', colour: 'grey' })}`}`

const why = ({ because, outcome, what: page }: LookSeen): string =>
  page === 'my work'
    ? 'It is in the list of families they work with'
    : because === 'exact-match'
      ? 'Searched by exact name and date of birth, or number'
      : outcome === 'listed'
        ? 'In the results of a search'
        : capital(because)
