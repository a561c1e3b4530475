import type { Directory, PartsOpen, WhomToAsk } from '#access/index.ts'
import { insetText } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { notKnown, page, personCards } from '#platform/page/index.ts'
import type { PersonCard, Shell } from '#platform/page/index.ts'
import { isChild } from '../facts/age.ts'
import { written } from '../facts/names.ts'
import { paths } from '../paths.ts'
import type { HomeView, Resident } from '../queries/index.ts'
import { ageSaid, stageOf } from './ages.ts'
import { addressLines } from './homes-now.ts'
import { agencyName } from './names.ts'
import { counted, listed, saidDate } from './words.ts'

interface HomePageView {
  readonly view: HomeView
  readonly directory: Directory
  readonly parts: PartsOpen
  readonly ring: WhomToAsk | undefined
  readonly on: Temporal.PlainDate
}

/** Who lives in one home, by whose records; for a landlord: how many, how old, who is expected, and whom to ring. */
export const homePageOf = (shell: Shell, home: HomePageView): string => {
  const { view, ring } = home
  const expected = view.residents.flatMap((resident) => resident.facts.pregnancies.filter(({ unborn }) => unborn !== 0))
  return page({
    ...shell,
    title: 'Household',
    caption: 'Household',
    heading:
      view.address === undefined ? 'A home whose address is not shown to you' : addressLines(view.address).join(', '),
    breadcrumbs: [{ text: 'My work', href: '/' }, { text: 'Household' }],
    body: html`
      <p class="govuk-body-l rt-summary">${summary(home, expected.length)}</p>
      ${view.uprn !== undefined && html`<p class="govuk-body rt-quiet">Unique property reference ${view.uprn}</p>`}
      <section class="rt-section" aria-labelledby="who">
        <h2 class="govuk-heading-m" id="who">Who lives here</h2>
        ${
          view.residents.length === 0
            ? html`<p class="govuk-body">${notKnown('who lives here')}</p>`
            : personCards('Who lives here', [
                ...view.residents.map((resident) => cardOf(home, resident)),
                ...expected.map(({ expected: day, unborn }): PersonCard => ({
                  name:
                    unborn === 'not-known' || unborn === 1
                      ? 'Unborn baby'
                      : counted(unborn, 'unborn baby', 'unborn babies'),
                  stage: 'unborn',
                  age: day.shown === undefined ? undefined : `Expected ${saidDate(day.shown.value)}`,
                  place: 'Will live here, if nothing changes',
                })),
              ])
        }
        ${insetText({ text: 'Who lives here is what agencies’ records say. Who sleeps here in truth may differ, and two records may be of one person until somebody joins them.' })}
      </section>
      ${
        ring !== undefined &&
        html`<section class="rt-section" aria-labelledby="ring">
        <h2 class="govuk-heading-m" id="ring">Whom to ring about this household</h2>
        <p class="govuk-body"><strong>${ring.team}</strong><br>${ring.phone === undefined ? notKnown('number to ring') : html`Ring <a class="govuk-link rt-phone" href="tel:${ring.phone.replaceAll(/[^+\d]/gu, '')}">${ring.phone}</a>`}</p>
      </section>`
      }
      ${home.parts.part('identity') !== 'whole' && html`<p class="govuk-body rt-quiet">Names are shown only where your own agency holds them. Health, police and who else works with the household are not shown to your role.</p>`}`,
  })
}

const summary = ({ view, on }: HomePageView, expected: number): string => {
  const young = view.residents.filter(({ facts }) => isChild(facts.age) === 'yes')
  const ages = young.map(({ facts }) => ageSaid(facts, on) ?? 'age not known')
  return listed([
    counted(view.residents.length, 'person', 'people'),
    ...(young.length === 0 ? [] : [`of them ${counted(young.length, 'child', 'children')} (${ages.join(', ')})`]),
    ...(expected === 0 ? [] : [expected === 1 ? 'a baby expected' : 'babies expected']),
  ])
}

const cardOf = (home: HomePageView, { record, facts, says }: Resident): PersonCard => {
  const name = facts.names.display.shown?.value
  const whole = home.parts.part('identity') === 'whole'
  const agencies = [...new Set(says.map(({ agency }) => agency))].map((agency) =>
    agencyName({ people: new Map(), persons: new Map(), directory: home.directory }, agency),
  )
  return {
    name: name === undefined ? (whole ? undefined : 'Name not held by your agency') : written(name),
    ...(name === undefined ? {} : { href: paths.person(record) }),
    stage: stageOf(facts, home.on),
    age: ageSaid(facts, home.on),
    place: 'Lives here',
    source: html`<p class="rt-source">${agencies.length === 0 ? 'As another agency’s records say' : `As recorded by ${listed(agencies)}`}</p>`,
  }
}
