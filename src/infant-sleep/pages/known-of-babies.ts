import { shortName } from '#families/index.ts'
import type { Names, SectionRead, SectionSeen } from '#families/index.ts'
import { summaryList, tag } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate, notKnown } from '#platform/page/index.ts'
import type { Answers, StatedValue } from '../facts/stated-value.ts'
import { daysHeld, isEarly } from '../facts/infant.ts'
import { paths } from '../paths.ts'
import type { InfantNumbers } from '../policies.ts'
import type { Babies, KnownBaby } from '../queries.ts'
import { gestationWords, gramsWords, howWords, illnessWords, smokingWords } from '../words.ts'

/** What is known of each baby, with who says so and as of when: for those whose role sees it, and nothing at all for others. */
export const sectionOf = ({ babies, numbers, entries }: Babies, person?: string): SectionRead => ({
  ids: entries.map(({ agency }) => agency),
  draw: (seen) =>
    seen.parts.part('infant-safety', 'health') === 'whole'
      ? html`${babies.map((baby) => babyPart(baby, numbers, seen, baby.person === person && baby.expected === undefined))}`
      : undefined,
})

const babyPart = (
  baby: KnownBaby,
  numbers: InfantNumbers,
  { names, mayRecord }: SectionSeen,
  onTheirPage: boolean,
): Html => {
  const { facts, expected } = baby
  const name = babyName(names, baby)
  return html`${!onTheirPage && html`<h3 class="govuk-heading-s">${name}</h3>`}
    ${summaryList({
      rows: [
        ...(expected === undefined
          ? [
              {
                key: 'Born at',
                value: {
                  html: answers(
                    names,
                    facts.gestation,
                    'how early',
                    (at) => `${gestationWords(at)}${isEarly(at, numbers) ? ': early' : ''}`,
                  ),
                },
              },
              {
                key: 'Birth weight',
                value: {
                  html: answers(
                    names,
                    facts.weight,
                    'the birth weight',
                    (grams) => `${gramsWords(grams)}${grams <= numbers.smallUpToGrams ? ': small' : ''}`,
                  ),
                },
              },
            ]
          : []),
        {
          key: 'Smoke near the baby',
          value: {
            html: answers(names, facts.smoking, 'whether anybody smokes', (says) =>
              smokingWords(says, expected !== undefined),
            ),
          },
        },
        ...(expected === undefined
          ? [
              {
                key: 'Ill at the moment',
                value: {
                  html: html`${answers(names, facts.illness, 'whether the baby is ill', (says) => illnessWords[says])}${facts.illness.said.length === 0 && facts.illnessBefore[0] !== undefined && tooOld(facts.illnessBefore[0], numbers)}`,
                },
              },
            ]
          : []),
      ],
    })}
    ${mayRecord && html`<p class="govuk-body rt-screen-only"><a class="govuk-link" href="${expected === undefined ? paths.baby(baby.record) : paths.expectedBaby(baby.record)}">Write down what you found out<span class="govuk-visually-hidden">: ${name}</span></a></p>`}`
}

export const babyName = (
  names: Pick<Names, 'people'>,
  { person, expected }: Pick<KnownBaby, 'person' | 'expected'>,
): string => {
  const name = names.people.get(person)?.names.display.shown?.value
  const called = name === undefined ? 'somebody whose name is not known here' : shortName(name)
  if (expected !== undefined)
    return `${expected.babies === 'not-known' || expected.babies === 1 ? 'The baby' : 'The babies'} whom ${called} expects`
  return name === undefined ? 'A baby whose name is not known here' : called
}

const answers = <T>(
  names: Names,
  { said, notKnownBy }: Answers<T>,
  what: string,
  inWords: (value: T) => string,
): Html => {
  if (said.length === 0)
    return html`${notKnown(what, 'beside its label')}${notKnownBy.length > 0 && html` <span class="rt-quiet rt-below">${notKnownBy.map(({ basis, asOf }) => `${agencyOf(names, basis.agency)} asked on ${longDate(asOf)}, and nobody could say.`).join(' ')}</span>`}`
  const differ = new Set(said.map(({ value }) => inWords(value))).size > 1
  return html`${said.map((one, at) => html`${at > 0 && html`<br>`}${inWords(one.value)} ${at === 0 && differ && tag({ text: 'Agencies differ', colour: 'orange' })} <span class="rt-quiet rt-below">${sourceOf(names, one)}</span>`)}`
}

/** @example Harbour Health Visiting, told by the mother, 2 June 2026 */
const sourceOf = (names: Names, { basis, knownHow, toldBy, asOf }: StatedValue<unknown>): string =>
  `${agencyOf(names, basis.agency)}, ${howWords[knownHow]}${toldBy === undefined ? '' : ` by ${toldBy}`}, ${longDate(asOf)}`

const tooOld = ({ value, asOf }: StatedValue<'yes' | 'no'>, numbers: InfantNumbers): Html =>
  html` <span class="rt-quiet rt-below">${illnessWords[value]} on ${longDate(asOf)}, which is too long ago to rely on (${daysHeld(value, numbers)} days): ask again.</span>`

const agencyOf = ({ directory }: Names, agency: string): string => directory.get(agency)?.name ?? 'An agency'
