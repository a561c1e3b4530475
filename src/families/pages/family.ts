import { button, details, warningText } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { notKnown } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { isChild } from '../facts/age.ts'
import { asKnown, paths } from '../paths.ts'
import { ageSaid } from './ages.ts'
import { closedParts } from './closed-parts.ts'
import { differingSection } from './contested.ts'
import type { FamilyPageView } from './family-view.ts'
import { familyFrame, nothingThen } from './frame.ts'
import { homesNow } from './homes-now.ts'
import { otherName, personName, quotedName, recordOf } from './names.ts'
import { notKnownYet } from './not-known-yet.ts'
import { familyCards } from './people-cards.ts'
import { timelineOfEntries } from './timeline-items.ts'
import { whatHappened } from './what-happened.ts'
import { whomToRing } from './whom-to-ring.ts'
import { counted, listed } from './words.ts'

/** One family at a summary: who they are, whom to ring, where they live, what nobody knows, what agencies differ about, what happened last. */
export const familyPageOf = (shell: Shell, page: FamilyPageView): string =>
  familyFrame(
    shell,
    page,
    'family',
    'Family',
    page.known !== undefined && page.view.entries.length === 0
      ? nothingThen(page.known)
      : html`
    <p class="govuk-body-l rt-summary">${summary(page)}</p>
    ${page.view.hidden.size > 0 && warningText({ text: 'An address in this family must not be disclosed. Do not pass it on, and take care with letters and messages.' })}
    ${page.mayRecord && page.known === undefined && recordLinks(page)}
    <section class="rt-section" aria-labelledby="who">
      <h2 class="govuk-heading-m" id="who">Who is in the family</h2>
      ${page.view.facts.members.length + page.view.facts.unborn.length === 0 ? notKnown('who is in the family') : familyCards(page)}
      ${network(page)}
    </section>
    <div class="govuk-grid-row">
      <section class="govuk-grid-column-one-half rt-section" aria-labelledby="ring">
        <h2 class="govuk-heading-m" id="ring">Whom to ring</h2>
        ${whomToRing(page)}
      </section>
      <section class="govuk-grid-column-one-half rt-section" aria-labelledby="home">
        <h2 class="govuk-heading-m" id="home">Where they live</h2>
        ${homesNow(page)}
      </section>
    </div>
    ${page.sections.map(({ heading, body }, at) => html`<section class="rt-section" aria-labelledby="section-${at}"><h2 class="govuk-heading-m" id="section-${at}">${heading}</h2>${body}</section>`)}
    ${notKnownYet(page)}
    ${differingSection(page)}
    ${recent(page)}
    ${closedParts(page.parts)}`,
  )

/** The family in one line: how many children of which ages, who is expected, how many grown-ups. */
const summary = ({ view, on }: FamilyPageView): string => {
  const { members, children, unborn } = view.facts
  const living = members.filter(({ facts }) => facts.died === undefined)
  const young = living.filter(({ person, facts }) => children.includes(person) && isChild(facts.age) !== 'no')
  const ages = young.map(({ facts }) => ageSaid(facts, on) ?? 'age not known')
  const expected = unborn.reduce(
    (sum, { pregnancy }) => sum + (pregnancy.unborn === 'not-known' ? 1 : pregnancy.unborn),
    0,
  )
  const died = members.length - living.length
  const parts = [
    ...(young.length === 0 ? [] : [`${counted(young.length, 'child', 'children')} (${ages.join(', ')})`]),
    ...(expected === 0 ? [] : [counted(expected, 'baby expected', 'babies expected')]),
    ...(living.length === young.length ? [] : [counted(living.length - young.length, 'adult', 'adults')]),
    ...(died === 0 ? [] : [`${counted(died, 'member', 'members')} who died`]),
  ]
  return parts.length === 0 ? 'Nobody is recorded as a member now.' : `${listed(parts)}.`
}

const recordLinks = ({ view: { family } }: FamilyPageView): Html => html`<div class="rt-actions">
  ${button({ text: 'Record a contact', href: paths.contact(family) })}
  ${details({
    summary: 'Record something else',
    content: {
      html: html`<ul class="govuk-list">
    <li><a class="govuk-link" href="${paths.involve(family)}">Somebody works with the family</a></li>
    <li><a class="govuk-link" href="${paths.endInvolvement(family)}">Somebody no longer works with the family</a></li>
    <li><a class="govuk-link" href="${paths.lead(family)}">Who leads the work</a></li>
    <li><a class="govuk-link" href="${paths.relationship(family)}">How two people are related</a></li>
    <li><a class="govuk-link" href="${paths.responsibility(family)}">Parental responsibility</a></li>
    <li><a class="govuk-link" href="${paths.addMember(family)}">Somebody belongs to the family</a></li>
    <li><a class="govuk-link" href="${paths.endMember(family)}">Somebody no longer belongs to the family</a></li>
  </ul>`,
    },
  })}
</div>`

const network = ({ view, names, known, parts }: FamilyPageView): Html | undefined => {
  if (view.facts.network.length === 0 || parts.part('relationship') === 'closed') return undefined
  return html`<p class="govuk-body">Others who matter to them: ${view.facts.network.map((other, at) => {
    const record =
      typeof other === 'object' && 'person' in other && personName(names, other.person) !== undefined
        ? recordOf(names, other.person)
        : undefined
    return html`${at > 0 && ', '}${record === undefined ? quotedName(names, other) : html`<a class="govuk-link" href="${asKnown(paths.person(record), known?.text)}">${otherName(names, other)}</a>`}`
  })}.</p>`
}

const recent = (page: FamilyPageView): Html => {
  const { view, names, kinds } = page
  const items = whatHappened(view.timeline, names, kinds).slice(0, 8)
  return html`<section class="rt-section" aria-labelledby="recent">
    <h2 class="govuk-heading-m" id="recent">What happened last</h2>
    ${items.length === 0 ? html`<p class="govuk-body">Nothing that your role sees has been recorded yet.</p>` : timelineOfEntries({ names, entries: view.entries, kinds, mayCorrect: undefined }, items)}
    <p class="govuk-body rt-screen-only"><a class="govuk-link" href="${asKnown(paths.timeline(view.family), page.known?.text)}">See the whole timeline</a></p>
  </section>`
}
