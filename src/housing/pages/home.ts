import { button, insetText } from '#platform/govuk/index.ts'
import type { WhomToAsk } from '#access/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { PersonId } from '#families/index.ts'
import { alikeIn } from '../facts/alike.ts'
import { paths } from '../paths.ts'
import { homeDrawn, homeInWords, namesIn, pictureOfHome } from '../picture/index.ts'
import type { Names } from '../picture/index.ts'
import type { HomeView } from '../queries/index.ts'
import { answersSection } from './answers.ts'
import {
  accessSection,
  conditionsSection,
  lettingSection,
  listsSection,
  notKnownSection,
  placementSection,
  registerSection,
} from './facts.ts'
import { waysToRecord } from './ways-to-record.ts'

interface HomePage {
  readonly view: HomeView
  /** What is said of people whose name the reader may not know: "of whom your agency holds no record". */
  readonly holdsNone: string
  readonly mayRecord: boolean
  /** The reader is the officer of this home. */
  readonly looksAfter: boolean
  /** Whose statements the reader may put right. */
  readonly agency: string
  readonly fromPatch: boolean
  /** The one team to ring about a child of this home. */
  readonly contact: WhomToAsk
  /** What other rooms say of it, above the home's own facts: what is asked of the reader comes first. */
  readonly sections?: readonly { readonly heading: string; readonly body: Html }[]
}

/** A family's home as the housing room knows it. */
export const homePage = (
  shell: Shell,
  { view, holdsNone, mayRecord, looksAfter, agency, fromPatch, contact, sections = [] }: HomePage,
): string => {
  const names = namesIn(view.facts, view.people, holdsNone)
  const stays = placementSection(view)
  const ways = waysToRecord(view, agency, looksAfter)
  const links = (part: keyof typeof ways): Html | false =>
    mayRecord &&
    ways[part].length > 0 &&
    html`<ul class="govuk-list govuk-list--spaced rt-screen-only">${ways[part].map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`
  return page({
    ...shell,
    title: 'A family’s home',
    heading: view.address ?? 'Home at an address that you may not see',
    caption: `The home on ${longDate(view.on)}`,
    ...(fromPatch ? { back: { text: 'My households', href: paths.myHouseholds } } : {}),
    body: html`
    ${sections.map(({ heading, body }, at) => section(`section-${at}`, heading, body))}
    ${section('picture', 'Picture of the home', pictureSection(view, names))}
    ${mayRecord && html`<div class="govuk-button-group">${button({ text: 'Record who sleeps where', href: paths.sleeping(view.home) })}${button({ text: 'State the rooms', href: paths.rooms(view.home), kind: 'secondary' })}</div>`}
    <p class="govuk-body">About a child of this home ring ${contact.team}${contact.phone !== undefined && `, ${contact.phone}`}. In danger now: 999.</p>
    ${stays !== undefined && section('stay', 'Temporary accommodation', html`${stays}${links('stay')}`)}
    ${section('crowding', 'Is it overcrowded?', html`${countedTwice(view, names)}${answersSection(view, names)}`)}
    ${section('condition', 'Condition', html`${conditionsSection(view)}${links('condition')}`)}
    ${section('not-known', 'What is not known', notKnownSection(view, names))}
    ${section('lists', 'Who sleeps here, by three lists', html`${listsSection(view, names)}<p class="govuk-body rt-screen-only"><a class="govuk-link" href="${paths.people(view.home)}">See the people of this household one by one</a></p>${links('lists')}`)}
    ${section('access', 'Way in, floors and stairs', accessSection(view))}
    ${section('letting', 'Letting', html`${lettingSection(view)}${links('letting')}`)}
    ${section('register', 'Housing register', html`${registerSection(view)}${links('register')}`)}`,
  })
}

const section = (id: string, heading: string, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${heading}</h2>${body}</section>`

/** Until somebody joins them, two agencies' records of one person are two people: said before any figure that counts them. */
const countedTwice = (view: HomeView, names: Names): Html | false => {
  const pairs = alikeIn(
    view.facts.sleeping.map(({ person }) => person),
    view.people,
  )
  const called = (person: PersonId): string => names.get(person)?.called ?? 'somebody'
  return (
    pairs.length > 0 &&
    insetText({
      html: html`<p class="govuk-body">Some people here may be counted twice, because two agencies’ records have the same birth date and nobody has yet said whether they are one person. The answers below may be too high.</p>
      <ul class="govuk-list govuk-list--bullet">${pairs.map(([one, other]) => html`<li>${called(one)} and ${called(other)}</li>`)}</ul>`,
    })
  )
}

/** The picture and beside it the same in words. */
export const pictureSection = (view: HomeView, names: Names, id = 'home'): Html => {
  const drawn = homeDrawn(view, names, `${view.address ?? 'a home'}, ${longDate(view.on)}`, id)
  return html`${view.facts.rooms.contested && insetText({ text: 'Agencies give different lists of rooms. The latest is drawn.' })}
  <div class="rt-home-beside"><div>${pictureOfHome(drawn)}<p class="govuk-body-s">A full line: drawn to scale from its floor area. A dashed line: not measured. Hatched: does not count as a room to sleep in. The way rooms lie beside each other is not the plan of the home.${drawn.people.some(({ differs }) => differs.length > 0) && ' “Differs”: another statement says otherwise; the last one is drawn, and both are told in words.'}</p></div>${homeInWords(drawn)}</div>`
}
