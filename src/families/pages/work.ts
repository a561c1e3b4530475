import { details } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { Entry } from '#record/index.ts'
import { HomeNamed } from '../entries/index.ts'
import { paths } from '../paths.ts'
import type { FamilyInList } from '../queries/index.ts'
import { written, shortName } from '../facts/names.ts'
import type { FamilyId, HomeId } from '../subjects.ts'
import { ageSaid } from './ages.ts'
import { titleOf } from './frame.ts'
import { addressLines } from './homes-now.ts'
import { capital } from './whom-to-ring.ts'
import { counted, listed, lowerFirst, saidDate } from './words.ts'

export interface FamilyAtWork {
  readonly view: FamilyInList
  readonly because: string
  readonly way: string
  readonly question: string | undefined
  /** How many questions stand open besides. */
  readonly more: number
}

export interface HomeAtWork {
  readonly home: HomeId
  readonly named: Entry | undefined
}

/** @param ownRole what the head of every page says of the reader: where they come to a family as nothing else, a line a family would be a screen on a phone */
export const familiesOfWork = (
  found: readonly FamilyAtWork[],
  all: number,
  on: Temporal.PlainDate,
  ownRole: string,
): Html => html`<ul class="rt-work">
  ${found.map(
    ({ view, because, way, question, more }) => html`<li class="rt-work__item">
    <p class="rt-work__name"><a class="govuk-link" href="${paths.family(view.family)}">${titleOf(view.title)}</a></p>
    <p class="govuk-body">${children(view, on)}</p>
    ${(way === 'reason-given' || because.toLowerCase() !== ownRole.toLowerCase()) && html`<p class="rt-quiet">${hereBecause({ way, because })}</p>`}
    ${question !== undefined && html`<p class="rt-quiet"><strong>To find out:</strong> ${lowerFirst(question)}${more > 0 && `, and ${counted(more, 'more question', 'more questions')}`}</p>`}
  </li>`,
  )}
</ul>${rest(found.length, all, 'families')}`

const hereBecause = ({ way, because }: Pick<FamilyAtWork, 'way' | 'because'>): string =>
  way === 'reason-given' ? `You gave a reason: ${because}` : `You are here as: ${because}`

const children = ({ facts }: FamilyInList, on: Temporal.PlainDate): string => {
  const young = facts.members.filter(
    ({ person, facts: of }) => facts.children.includes(person) && of.died === undefined,
  )
  const said = young.map(
    ({ facts: of }) =>
      `${of.names.display.shown === undefined ? 'A child' : shortName(of.names.display.shown.value)}, ${ageSaid(of, on) ?? 'age not known'}`,
  )
  const expected = facts.unborn.map(
    ({ pregnancy }) =>
      `baby expected${pregnancy.expected.shown === undefined ? '' : ` ${saidDate(pregnancy.expected.shown.value)}`}`,
  )
  const all = [...said, ...expected]
  return all.length === 0
    ? listed(
        facts.members.flatMap(({ facts: of }) =>
          of.names.display.shown === undefined ? [] : [written(of.names.display.shown.value)],
        ),
      )
    : capital(all.join('; '))
}

/** How many homes are shown without being asked for: more would push everything else off a phone. */
const fewHomes = 12

export const homesOfWork = (found: readonly HomeAtWork[], all: number): Html => {
  const addresses = found
    .map(({ home, named }) => ({
      home,
      address:
        named !== undefined && HomeNamed.is(named)
          ? addressLines(named.body).join(', ')
          : 'A home whose address your agency does not hold',
    }))
    .toSorted((one, other) => one.address.localeCompare(other.address, 'en-GB', { numeric: true }))
  const list = html`<ul class="govuk-list govuk-list--spaced rt-columns">${addresses.map(({ home, address }) => html`<li><a class="govuk-link" href="${paths.home(home)}">${address}</a></li>`)}</ul>${rest(found.length, all, 'homes')}`
  return found.length > fewHomes
    ? details({ summary: `All ${counted(all, 'home', 'homes')} that are yours to look after`, content: { html: list } })
    : list
}

export const reasonsOfWork = (
  given: readonly { family: FamilyId; name: string; reason: string; from: string }[],
): Html =>
  html`<ul class="rt-work">${given.map(({ family, name, reason, from }) => html`<li class="rt-work__item"><p class="rt-work__name">${name}, ${saidDate(from)}</p><p class="govuk-body">“${reason}”</p><p class="govuk-body"><a class="govuk-link" href="${paths.looks(family)}">See who has looked<span class="govuk-visually-hidden"> at the family that ${name} gave a reason for</span></a></p></li>`)}</ul>`

const rest = (shown: number, all: number, what: string): Html | false =>
  all > shown &&
  html`<p class="govuk-body">${shown} of your ${all} ${what}. <a class="govuk-link" href="${paths.find}">Find the others</a>.</p>`
