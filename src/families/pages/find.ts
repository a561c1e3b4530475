import type { KnownElsewhere } from '#access/index.ts'
import { button, dateInput, input } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { csrfField, datePartsTyped, notKnown, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { written } from '../facts/names.ts'
import type { PersonFacts } from '../facts/person.ts'
import { paths } from '../paths.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { ageSaid } from './ages.ts'
import { titleOf } from './frame.ts'
import { counted } from './words.ts'

export type FoundElsewhere = KnownElsewhere & { readonly record: RecordId }

interface FoundHere {
  readonly record: RecordId
  readonly matchedBy: string
  readonly facts: PersonFacts
  readonly families: readonly { readonly family: FamilyId; readonly title: string | undefined }[]
}

export interface FindShown {
  readonly fields: FormFields
  readonly csrf: string
  readonly errors: FormErrors
  readonly mayOpenFamily: boolean
  readonly mayLearn: boolean
  readonly results:
    | {
        readonly on: Temporal.PlainDate
        readonly people: readonly FoundHere[]
        readonly elsewhere: readonly FoundElsewhere[]
      }
    | undefined
}

export const findPageOf = (shell: Shell, shown: FindShown): string =>
  page({
    ...shell,
    title: shown.results === undefined ? 'Find a family' : 'Results – Find a family',
    heading: 'Find a family',
    errors: shown.errors,
    body: html`
      ${shown.results !== undefined && results(shown, shown.results)}
      ${searchForm(shown)}`,
  })

const searchForm = ({
  fields,
  csrf,
  errors,
  mayLearn,
  results: found,
}: FindShown): Html => html`<form class="rt-reading" method="post" action="${paths.find}" novalidate>
  ${csrfField(csrf)}
  ${found !== undefined && html`<h2 class="govuk-heading-m">Search again</h2>`}
  ${input({ name: 'name', label: 'Name', hint: { text: 'A child’s or an adult’s. A part is enough for families you work with.' }, value: fieldText(fields, 'name'), errors, spellcheck: false })}
  ${dateInput({ name: 'born', legend: 'Date of birth', hint: { text: 'For example, 27 3 2026. The year alone will do.' }, value: datePartsTyped(fields, 'born'), errors })}
  ${input({ name: 'number', label: 'NHS number, unique pupil number or your agency’s reference', value: fieldText(fields, 'number'), width: 20, errors, spellcheck: false })}
  ${input({ name: 'postcode', label: 'Postcode', value: fieldText(fields, 'postcode'), width: 10, errors, spellcheck: false })}
  ${button({ text: 'Find' })}
  <p class="govuk-body rt-quiet">${mayLearn ? 'Families you work with are found by any of these. Of anybody else you learn whom to ring, if you give their whole name and date of birth, or a number. Every search that finds somebody is written down.' : 'You find the households you look after. Every search that finds somebody is written down.'}</p>
</form>`

const results = (shown: FindShown, found: NonNullable<FindShown['results']>): Html => {
  const count = found.people.length + found.elsewhere.length
  return html`<section class="rt-section" aria-labelledby="found">
    <h2 class="govuk-heading-m" id="found">${count === 0 ? 'Nobody was found' : `${counted(count, 'person', 'people')} found`}</h2>
    ${count === 0 ? nobody(shown) : html`<ul class="rt-found">${found.people.map((one) => foundHere(one, found.on))}${found.elsewhere.map(foundElsewhere)}</ul>`}
  </section>`
}

const foundHere = ({ record, facts, families, matchedBy }: FoundHere, on: Temporal.PlainDate): Html => {
  const name = facts.names.display.shown?.value
  return html`<li class="rt-found__item">
    <p class="rt-found__name"><a class="govuk-link" href="${paths.person(record)}">${name === undefined ? 'Somebody whose name is not known here' : written(name)}</a></p>
    <p class="govuk-body">${ageSaid(facts, on) ?? notKnown('age')}${families.map(({ family, title }) => html` · <a class="govuk-link" href="${paths.family(family)}">${titleOf(title)}</a>`)}</p>
    ${matchedBy !== 'name' && html`<p class="rt-source">Found by ${matched[matchedBy] ?? 'what you typed'}</p>`}
  </li>`
}

const matched: Readonly<Record<string, string>> = {
  postcode: 'postcode',
  birth: 'date of birth',
  'nhs-number': 'NHS number',
  upn: 'unique pupil number',
  reference: 'your agency’s reference',
}

const foundElsewhere = ({
  ask,
  families,
  canGiveReason,
}: FoundElsewhere): Html => html`<li class="rt-found__item rt-found__item--elsewhere">
  <p class="rt-found__name">Known to ${ask.team}</p>
  <p class="govuk-body">${ask.phone === undefined ? html`Number to ring: ${notKnown('number to ring', 'beside its label')}` : html`Ring <a class="govuk-link rt-phone" href="tel:${ask.phone.replaceAll(/[^+\d]/gu, '')}">${ask.phone}</a>`}</p>
  <p class="govuk-body">You do not work with this family, so what is known is not open to you.</p>
  ${canGiveReason && families.map((family) => html`<p class="govuk-body"><a class="govuk-link" href="${paths.reason(family)}">Give a reason why you need to see this family</a></p>`)}
</li>`

const nobody = ({ fields, mayLearn, mayOpenFamily }: FindShown): Html => html`
  <p class="govuk-body">You searched for ${searched(fields)}. Nobody that you may learn of is known by that.</p>
  <ul class="govuk-list govuk-list--bullet">
    <li>Try another spelling, a former name, or the name without accents.</li>
    ${mayLearn && html`<li>Try the whole name together with the whole date of birth, or an NHS or pupil number.</li>`}
    <li>Nobody found does not mean that nobody is known: ring children’s social care if a child may be at risk.</li>
  </ul>
  ${mayOpenFamily && html`<p class="govuk-body"><a class="govuk-link" href="${paths.openFamily}">Open a family around a child whom nobody has recorded</a></p>`}`

const searched = (fields: FormFields): string => {
  const text = (name: string): string => fieldText(fields, name)
  const born = [text('born-day'), text('born-month'), text('born-year')].filter((part) => part !== '').join(' ')
  const asked = [
    ['the name', text('name')],
    ['the date of birth', born],
    ['the number', text('number')],
    ['the postcode', text('postcode')],
  ] as const
  const parts = asked.flatMap(([what, value]) => (value === '' ? [] : [`${what} “${value}”`]))
  return parts.join(' and ')
}
