import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Topic } from '#record/index.ts'
import type { Unknown } from '../facts/unknowns.ts'
import { paths } from '../paths.ts'
import type { FamilyPageView } from './family-view.ts'
import { listing, otherName, personShort, recordOf } from './names.ts'

/** What nobody has recorded, each with who should ask. Only of parts that are open as a whole: what is closed is not unknown. */
export const notKnownYet = (page: FamilyPageView): Html | undefined => {
  const unknowns = openUnknowns(page)
  if (unknowns.length === 0) return undefined
  return html`<section class="rt-section" aria-labelledby="not-known">
    <h2 class="govuk-heading-m" id="not-known">What is not known yet</h2>
    <p class="govuk-body">${whoAsks(page)}</p>
    <ul class="rt-unknowns">${unknowns.map((unknown) => html`<li><span class="rt-not-known"><span class="rt-not-known__mark" aria-hidden="true">?</span>${unknownWords(page, unknown)}</span>${page.mayRecord && page.known === undefined && answer(page, unknown)}</li>`)}</ul>
  </section>`
}

const topicOf: Readonly<Record<Unknown['what'], Topic>> = {
  'birth-date': 'birth', name: 'identity', address: 'address', parents: 'relationship', father: 'relationship', 'who-has-parental-responsibility': 'responsibility',
  'whether-has-parental-responsibility': 'responsibility', 'expected-date': 'expected-birth', 'how-many-babies': 'expected-birth',
}

export const openUnknowns = ({ view, parts }: Pick<FamilyPageView, 'view' | 'parts'>): Unknown[] =>
  view.facts.unknowns.filter(({ what, person }) => parts.part(topicOf[what]) === 'whole' && !(what === 'address' && [...view.persons].some(([record, of]) => of === person && view.hidden.has(record))))

export const unknownWords = (page: Pick<FamilyPageView, 'names'>, unknown: Unknown): string => {
  const who = personShort(page.names, unknown.person)
  switch (unknown.what) {
    case 'birth-date':
      return `${who}’s date of birth`
    case 'name':
      return 'The name of a member'
    case 'address':
      return `Where ${who} lives`
    case 'parents':
      return `Who ${who}’s parents are`
    case 'father':
      return `Who ${who}’s father is`
    case 'who-has-parental-responsibility':
      return `Who has parental responsibility for ${who}`
    case 'whether-has-parental-responsibility':
      return `Whether ${otherName(page.names, unknown.holder)} has parental responsibility for ${who}`
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
  return involved.lead === undefined ? 'Nobody has recorded this. No lead practitioner is named, so whoever works with the family should agree who asks.' : `Nobody has recorded this. It is for the lead practitioner, ${listing(names, involved.lead).name}, to see that it is asked.`
}

const answer = (page: FamilyPageView, unknown: Unknown): Html | undefined => {
  const link = answerLink(page, unknown)
  return link === undefined ? undefined : html` <a class="govuk-link" href="${link.href}">${link.text}<span class="govuk-visually-hidden">: ${unknownWords(page, unknown)}</span></a>`
}

const answerLink = ({ view, names }: FamilyPageView, { what, person }: Unknown): Link | undefined => {
  const record = recordOf(names, person)
  if (record === undefined) return undefined
  if (what === 'parents' || what === 'father') return { text: 'Record it', href: `${paths.relationship(view.family)}?to=${record}` }
  if (what === 'who-has-parental-responsibility' || what === 'whether-has-parental-responsibility') return { text: 'Record it', href: `${paths.responsibility(view.family)}?child=${record}` }
  return undefined
}
