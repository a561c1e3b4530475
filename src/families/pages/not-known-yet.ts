import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Topic } from '#record/index.ts'
import type { Unknown } from '../facts/unknowns.ts'
import { paths } from '../paths.ts'
import type { FamilyPageView } from './family-view.ts'
import { keyOf } from '../facts/relationships.ts'
import { listed } from './words.ts'
import { listing, personShort, quotedName, recordOf } from './names.ts'

/** What nobody has recorded, each with who should ask. Only of parts that are open as a whole: what is closed is not unknown. */
export const notKnownYet = (page: FamilyPageView): Html | undefined => {
  const grouped = together(openUnknowns(page))
  if (grouped.length === 0) return undefined
  return html`<section class="rt-section" aria-labelledby="not-known">
    <h2 class="govuk-heading-m" id="not-known">What is not known yet</h2>
    <p class="govuk-body">${whoAsks(page)}</p>
    <ul class="rt-unknowns">${grouped.map((same) => html`<li><span class="rt-not-known"><span class="rt-not-known__mark" aria-hidden="true">?</span>${unknownWords(page, same)}</span>${page.mayRecord && page.known === undefined && answer(page, same)}</li>`)}</ul>
  </section>`
}

/** The open questions in words, each once. */
export const questionsOf = (page: UnknownsPage): string[] =>
  together(openUnknowns(page)).map((same) => unknownWords(page, same))

type UnknownsPage = Pick<FamilyPageView, 'names' | 'parts'> & {
  readonly view: Pick<FamilyPageView['view'], 'facts' | 'persons' | 'hidden'>
}

/** One question about several children is asked once. */
type Same = readonly [Unknown, ...Unknown[]]

const together = (unknowns: readonly Unknown[]): Same[] =>
  [
    ...Map.groupBy(
      unknowns,
      (unknown) =>
        `${unknown.what} ${'holder' in unknown ? keyOf(unknown.holder) : 'pregnancy' in unknown ? unknown.pregnancy : ''}`,
    ).values(),
  ].flatMap(([first, ...rest]): Same[] => (first === undefined ? [] : [[first, ...rest]]))

const topicOf: Readonly<Record<Unknown['what'], Topic>> = {
  'birth-date': 'birth',
  name: 'identity',
  address: 'address',
  parents: 'relationship',
  father: 'relationship',
  'who-has-parental-responsibility': 'responsibility',
  'whether-has-parental-responsibility': 'responsibility',
  'expected-date': 'expected-birth',
  'how-many-babies': 'expected-birth',
}

const openUnknowns = ({ view, parts }: UnknownsPage): Unknown[] =>
  view.facts.unknowns.filter(
    ({ what, person }) =>
      parts.part(topicOf[what]) === 'whole' &&
      !(what === 'address' && [...view.persons].some(([record, of]) => of === person && view.hidden.has(record))),
  )

const unknownWords = ({ names }: Pick<FamilyPageView, 'names'>, same: Same): string => {
  const [unknown] = same
  const who = listed([...new Set(same.map(({ person }) => personShort(names, person)))])
  switch (unknown.what) {
    case 'birth-date':
      return `The date of birth of ${who}`
    case 'name':
      return 'The name of a member'
    case 'address':
      return `Where ${who} ${same.length === 1 ? 'lives' : 'live'}`
    case 'parents':
      return `Who the parents of ${who} are`
    case 'father':
      return `Who the father of ${who} is`
    case 'who-has-parental-responsibility':
      return `Who has parental responsibility for ${who}`
    case 'whether-has-parental-responsibility':
      return `Whether ${quotedName(names, unknown.holder)} has parental responsibility for ${who}`
    case 'expected-date':
      return `When ${who}’s baby is expected`
    case 'how-many-babies':
      return `How many babies ${who} expects`
    default:
      return unknown satisfies never
  }
}

const whoAsks = ({ involved, names, known }: FamilyPageView): string => {
  if (known !== undefined) return 'Nobody had recorded this by then.'
  return involved.lead === undefined
    ? 'Nobody has recorded this. No lead practitioner is named, so whoever works with the family should agree who asks.'
    : `Nobody has recorded this. It is for the lead practitioner, ${listing(names, involved.lead).name}, to see that it is asked.`
}

const answer = (page: FamilyPageView, same: Same): Html | undefined => {
  const link = answerLink(page, same[0])
  return link === undefined
    ? undefined
    : html` <a class="govuk-link rt-screen-only" href="${link.href}">${link.text}<span class="govuk-visually-hidden">: ${unknownWords(page, same)}</span></a>`
}

const answerLink = ({ view, names }: FamilyPageView, { what, person }: Unknown): Link | undefined => {
  const record = recordOf(names, person)
  if (record === undefined) return undefined
  if (what === 'parents' || what === 'father')
    return { text: 'Record it', href: `${paths.relationship(view.family)}?to=${record}` }
  if (what === 'who-has-parental-responsibility' || what === 'whether-has-parental-responsibility')
    return { text: 'Record it', href: `${paths.responsibility(view.family)}?child=${record}` }
  return undefined
}
