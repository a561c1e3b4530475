import { button, select } from '#platform/govuk/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { ageInWords, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Age } from '#families/index.ts'
import type { HomeSummary } from '../home-summary.ts'
import { listed } from '../look.ts'
import type { WhyLook } from '../look.ts'
import { paths } from '../paths.ts'

export interface Household {
  readonly summary: HomeSummary
  readonly name: string | undefined
  readonly why: readonly WhyLook[]
  /** What the officer is asked about this home, and the way to answer. */
  readonly asked: readonly Link[]
}

export const filters = [
  '',
  'asked',
  'overcrowding',
  'condition',
  'bed-and-breakfast',
  'register',
  'baby-expected',
  'change-coming',
  'not-known',
  'all',
] as const
export type Filter = (typeof filters)[number]

const filterWords: Readonly<Record<Filter, string>> = {
  '': 'All that need a look',
  asked: 'Asked of you',
  overcrowding: 'Overcrowded',
  condition: 'Damp, mould and other hazards',
  'bed-and-breakfast': 'Bed and breakfast',
  register: 'Housing register',
  'baby-expected': 'A birth expected',
  'change-coming': 'A change coming',
  'not-known': 'Something not known',
  all: 'All homes with children',
}

/** Homes of the officer's patch with children: by address, never by how bad anything is. */
export const myHouseholdsPage = (
  shell: Shell,
  {
    households,
    filter,
    on,
  }: { readonly households: readonly Household[]; readonly filter: Filter; readonly on: Temporal.PlainDate },
): string => {
  const shown = households.filter(
    (one) =>
      filter === 'all' ||
      (filter === ''
        ? needsALook(one)
        : filter === 'asked'
          ? one.asked.length > 0
          : one.why.some(({ about }) => about === filter)),
  )
  const looks = households.filter(needsALook).length
  return page({
    ...shell,
    title: 'My households',
    heading: 'My households',
    body: html`<p class="govuk-body-l">${households.length === 0 ? 'No home on your patch is known to have children.' : `${looks} of ${households.length} ${households.length === 1 ? 'home' : 'homes'} with children on your patch ${looks === 1 ? 'needs' : 'need'} a look.`}</p>
    ${households.length > 0 && html`<form method="get" action="${paths.myHouseholds}" class="rt-filter">${select({ name: 'about', label: 'Show', value: filter, items: filters.map((value) => ({ value, text: filterWords[value] })) })}${button({ text: 'Show these', kind: 'secondary' })}</form>`}
    ${households.length > 0 && (shown.length === 0 ? html`<p class="govuk-body">None of them.</p>` : html`<ul class="rt-households">${shown.map((household) => row(household, on))}</ul>`)}`,
  })
}

const needsALook = ({ why, asked }: Household): boolean => why.length + asked.length > 0

const row = ({ summary, name, why, asked }: Household, on: Temporal.PlainDate): Html => html`<li class="rt-household">
      <h2 class="govuk-heading-s"><a class="govuk-link" href="${paths.home(summary.home)}">${name ?? 'A home whose address you may not see'}</a></h2>
      <p class="govuk-body-s">${whoIsThere(summary, on)}</p>
      ${asked.length > 0 && html`<p class="govuk-body"><strong>You are asked:</strong> ${asked.map(({ text, href }, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${href}">${text.toLowerCase()}<span class="govuk-visually-hidden"> about ${name ?? 'this home'}</span></a>`)}.</p>`}
      ${why.length === 0 ? asked.length === 0 && html`<p class="govuk-body">Nothing is recorded that needs a look.</p>` : html`<ul class="govuk-list${why.length > 1 && ' govuk-list--bullet'}">${why.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`}
    </li>`

const whoIsThere = ({ sleeping, children, ageNotKnown }: HomeSummary, on: Temporal.PlainDate): string => {
  const all = sleeping.filter(({ says }) => says === 'yes').length
  const ages = listed(
    children
      .map(({ age }) => age)
      .toSorted(youngestFirst)
      .map((age) => ageWords(age, on)),
  )
  const kids =
    children.length === 0
      ? 'no child known'
      : `${children.length} ${children.length === 1 ? 'child' : 'children'} (${ages})`
  return `${all} ${all === 1 ? 'person' : 'people'}: ${kids}${ageNotKnown > 0 ? `; the age of ${ageNotKnown} not known` : ''}`
}

const youngestFirst = (one: Age, other: Age): number => bornKey(other) - bornKey(one)
const bornKey = (age: Age): number =>
  age.kind === 'exactly' ? age.born.year * 10_000 + age.born.month * 100 + age.born.day : 0
const ageWords = (age: Age, on: Temporal.PlainDate): string =>
  age.kind === 'exactly'
    ? ageInWords(age.born, on)
    : age.kind === 'between'
      ? `${age.least} to ${age.most} years`
      : 'age not known'
