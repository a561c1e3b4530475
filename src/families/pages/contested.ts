import { details } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import { choiceRule } from '../facts/basis.ts'
import type { Basis, Fact } from '../facts/basis.ts'
import { written } from '../facts/names.ts'
import type { FamilyPageView } from './family-view.ts'
import { agencyName, otherName, personName, personShort, quotedName, unnamed } from './names.ts'
import type { Names } from './names.ts'
import { addressLine } from './homes-now.ts'
import type { PersonFacts } from '../facts/person.ts'
import { lowerFirst, relationWord, saidDate, sexWords, stateWords } from './words.ts'

/** One thing that agencies say differently, with every answer and whose it is. */
interface Differing {
  readonly about: string
  readonly answers: readonly { readonly value: string; readonly basis: readonly Basis[] }[]
}

export const differingSection = (page: FamilyPageView): Html | undefined => {
  const all = familyDiffering(page)
  if (all.length === 0) return undefined
  return html`<section class="rt-section" aria-labelledby="differing">
    <h2 class="govuk-heading-m" id="differing">Where agencies say different things</h2>
    ${differingList(page.names, all)}
  </section>`
}

export const differingList = (names: Names, all: readonly Differing[]): Html => html`<ul class="rt-differing">${all.map(
  ({ about, answers }) => html`<li>
    <p class="rt-differing__about">${about}</p>
    <ul class="govuk-list govuk-list--bullet">${answers.map(({ value, basis }) => html`<li><strong>${value}</strong> <span class="rt-quiet">${sourcesOf(names, basis)}</span></li>`)}</ul>
  </li>`,
)}</ul>
  ${details({ summary: 'Which is shown first, and why', content: { text: choiceRule } })}`

export const sourcesOf = (names: Names, basis: readonly Basis[]): string =>
  basis
    .map(
      ({ agency, recordedAt }) =>
        `${agencyName(names, agency)}, recorded ${longDate(recordedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}`,
    )
    .join('; ')

export const personDiffering = (who: string, facts: PersonFacts): Differing[] => [
  ...factDiffering(`${who}’s name`, facts.names.display, written),
  ...factDiffering(`${who}’s date of birth`, facts.birth, saidDate),
  ...factDiffering(`${who}’s sex`, facts.sex, (sex) => sexWords[sex]),
  ...(facts.died === undefined ? [] : factDiffering(`When ${who} died`, facts.died.on, saidDate)),
  ...factDiffering(`${who}’s NHS number`, facts.nhsNumber, ({ number }) => number),
  ...factDiffering(`${who}’s unique pupil number`, facts.upn, ({ number }) => number),
  ...(facts.addresses.contested
    ? [
        {
          about: `Where ${who} lives`,
          answers: facts.addresses.now
            .filter(({ type }) => type === 'home')
            .map(({ address, basis }) => ({ value: addressLine(address), basis: [basis] })),
        },
      ]
    : []),
]

const familyDiffering = ({ view, names }: FamilyPageView): Differing[] => [
  ...view.facts.members.flatMap(({ person, facts }) => personDiffering(personName(names, person) ?? unnamed, facts)),
  ...[
    ...Map.groupBy(
      view.facts.relationships.filter(({ contested }) => contested),
      ({ to, as }) => `${to} ${as ?? ''}`,
    ).values(),
  ].map((of): Differing => ({
    about: `Who ${personShort(names, of[0]?.to ?? '')}’s ${lowerFirst(relationWord('parent', of[0]?.as))} is`,
    answers: of.map(({ from, basis }) => ({ value: otherName(names, from), basis })),
  })),
  ...view.facts.responsibilities.flatMap(({ child, holder, state }) =>
    factDiffering(
      `Whether ${quotedName(names, holder)} has parental responsibility for ${personShort(names, child)}`,
      state,
      (value) => stateWords[value],
    ),
  ),
]

const factDiffering = <T>(about: string, fact: Fact<T>, text: (value: T) => string): Differing[] =>
  fact.contested && fact.shown !== undefined
    ? [{ about, answers: [fact.shown, ...fact.others].map(({ value, basis }) => ({ value: text(value), basis })) }]
    : []
