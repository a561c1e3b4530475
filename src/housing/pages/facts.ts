import { notKnown, longDate } from '#platform/page/index.ts'
import { summaryList, table, tag } from '#platform/govuk/index.ts'
import type { Cell, SummaryRow } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { Fact } from '#families/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Said } from '../facts/differences.ts'
import type { Listed } from '../facts/occupancy.ts'
import type { NotKnown } from '../facts/not-known.ts'
import { nightsOf } from '../facts/placement-nights.ts'
import { daysOld } from '../facts/statements.ts'
import type { Names } from '../picture/index.ts'
import type { HomeView } from '../queries/index.ts'
import {
  applicationWords,
  askerWords,
  conditionWords,
  licenceWords,
  noticeWords,
  placementWords,
  stageWords,
  tenancyWords,
  tenureWords,
  whyWords,
} from '../words.ts'

const ago = (days: number): string =>
  days === 0
    ? 'today'
    : days === 1
      ? 'yesterday'
      : days < 60
        ? `${days} days ago`
        : days < 730
          ? `${Math.floor(days / 30.44)} months ago`
          : `${Math.floor(days / 365.25)} years ago`

const aged = (asOf: Temporal.PlainDate, on: Temporal.PlainDate): string =>
  `${longDate(asOf)} (${ago(daysOld({ asOf }, on))})`

const row = <T>(key: string, fact: Fact<T>, show: (value: T) => string, on: Temporal.PlainDate): SummaryRow => {
  const [shown] = fact.shown?.basis ?? []
  if (fact.shown === undefined || shown === undefined)
    return { key, value: { html: notKnown(key, 'beside its label') } }
  return {
    key,
    value: {
      html: html`${show(fact.shown.value)}<br><span class="rt-source">Recorded ${aged(dayInLondon(shown.recordedAt), on)}</span>${fact.contested && html`<br>${tag({ text: 'Agencies differ', colour: 'orange' })} Others say: ${fact.others.map(({ value }) => show(value)).join('; ')}`}`,
    },
  }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const yesNo = (value: string): string => (value === 'yes' ? 'Yes' : 'No')
const flights = (count: number): string =>
  count === 0 ? 'None' : count === 1 ? '1 flight of stairs' : `${count} flights of stairs`

/** The building and the way in: with a pram, several flights without a lift decide how shut in a home is. */
export const accessSection = ({ facts: { building }, on }: HomeView): Html =>
  summaryList({
    rows: [
      row(
        'Floor of the front door',
        building.entranceFloor,
        (floor) => (floor === 0 ? 'Ground floor' : String(floor)),
        on,
      ),
      row(
        'Lift',
        building.lift,
        (lift) => ({ none: 'No lift', present: 'Lift', 'out-of-service': 'Lift, out of service' })[lift],
        on,
      ),
      row('Stairs to the front door', building.flights, flights, on),
      row('Stairs inside', building.internalFlights, flights, on),
      row('Step-free from the street', building.stepFree, yesNo, on),
      row('Kitchen, washing or toilet shared with another household', building.sharedFacilities, yesNo, on),
      row('Heating', building.heating, String, on),
    ],
  })

export const lettingSection = ({ facts: { building, tenancies }, on, uprn }: HomeView): Html =>
  summaryList({
    rows: [
      row('How it is held', building.tenure, (tenure) => tenureWords[tenure] ?? tenure, on),
      building.landlord.shown === undefined && building.landlordAgency.shown === undefined
        ? { key: 'Landlord', value: { text: 'No landlord record held' } }
        : row('Landlord', building.landlord, String, on),
      row('Kind of dwelling', building.unitType, upper, on),
      row('Bedrooms by the landlord’s record', building.bedrooms, String, on),
      ...(building.licence.shown === undefined
        ? []
        : [
            row(
              'Licence',
              building.licence,
              ({ type, persons, expiresOn }) =>
                `${licenceWords[type] ?? type}${persons === undefined ? '' : `, for ${persons} people`}${expiresOn === undefined ? '' : `, to ${longDate(Temporal.PlainDate.from(expiresOn))}`}`,
              on,
            ),
          ]),
      ...tenancies.map(({ value, asOf }) => ({
        key: 'Tenancy',
        value: {
          text: `${tenancyWords[value.type] ?? value.type}${value.startedOn === undefined ? '' : ` since ${longDate(Temporal.PlainDate.from(value.startedOn))}`}${value.notice === undefined ? '' : `; ${noticeWords[value.notice.kind] ?? 'a notice'}`}. Recorded ${aged(asOf, on)}`,
        },
      })),
      {
        key: 'Unique property reference',
        value:
          uprn === undefined ? { html: notKnown('unique property reference', 'beside its label') } : { text: uprn },
      },
    ],
  })

export const conditionsSection = ({ facts: { conditions }, on }: HomeView): Html => {
  if (conditions.length === 0)
    return html`<p class="govuk-body">Nothing is recorded as wrong with this home. That does not say that nothing is.</p>`
  return table({
    caption: 'What is wrong with the home',
    captionSize: 'hidden',
    wide: true,
    firstCellIsHeader: true,
    head: [
      { text: 'What' },
      { text: 'Reported' },
      { text: 'How far the landlord has come' },
      { text: 'Next step due' },
    ],
    rows: conditions.map(({ value, open, overdue }): Cell[] => [
      { text: `${upper(conditionWords(value.what))}${value.room === undefined ? '' : `, ${value.room}`}` },
      { text: aged(Temporal.PlainDate.from(value.reportedOn), on) },
      { text: upper(stageWords[value.stage] ?? value.stage) },
      open
        ? value.dueOn === undefined
          ? { html: notKnown('when the next step is due') }
          : { text: `${longDate(Temporal.PlainDate.from(value.dueOn))}${overdue ? ', which is past' : ''}` }
        : { text: value.doneOn === undefined ? 'Closed' : `Done ${longDate(Temporal.PlainDate.from(value.doneOn))}` },
    ]),
  })
}

export const registerSection = ({ facts: { applications }, numbers, on }: HomeView): Html => {
  if (applications.length === 0)
    return html`<p class="govuk-body">${notKnown('whether there is an application on the housing register')}</p>`
  const date = (written: string | undefined): string | undefined =>
    written === undefined ? undefined : aged(Temporal.PlainDate.from(written), on)
  const line = (key: string, value: string | number | undefined): SummaryRow => ({
    key,
    value: value === undefined ? { html: notKnown(key, 'beside its label') } : { text: String(value) },
  })
  /** Why there is no bid is no question where there was one within the time after which an officer asks. */
  const bidsStill = (last: string | undefined): boolean =>
    last !== undefined &&
    Temporal.PlainDate.compare(Temporal.PlainDate.from(last).add({ weeks: numbers.noBidWeeks }), on) > 0
  return html`${applications.map(({ value, asOf }) =>
    summaryList({
      rows: [
        line('Where it stands', applicationWords[value.status]),
        ...(value.status === 'not-eligible-nrpf' || value.status === 'never-applied'
          ? []
          : [
              line('First registered', date(value.registeredOn)),
              line(
                'Band',
                value.band === undefined
                  ? undefined
                  : `${value.band}${value.subGroup === undefined ? '' : `, group ${value.subGroup}`}`,
              ),
              line('Priority date', date(value.priorityDate)),
              line(
                'Last bid',
                value.lastBidOn === undefined
                  ? value.bids === 0
                    ? 'No bid in twelve months'
                    : undefined
                  : date(value.lastBidOn),
              ),
              line('Bids in twelve months', value.bids),
              line('Adverts they could have bid for', value.eligibleAdverts),
              line('Offers refused', value.refusals),
              ...(value.reasonRecorded === undefined && bidsStill(value.lastBidOn)
                ? []
                : [line('Why there is no bid', value.reasonRecorded)]),
            ]),
        line('As told', aged(asOf, on)),
      ],
    }),
  )}`
}

export const placementSection = ({ facts: { placements }, stay, numbers, on }: HomeView): Html | undefined => {
  if (placements.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${placements.map(({ value }) => {
    const nights = nightsOf(value, on)
    return html`<li>${placementWords[value.type] ?? value.type}, first night ${longDate(Temporal.PlainDate.from(value.startedOn))}${value.endedOn !== undefined && `, left ${longDate(Temporal.PlainDate.from(value.endedOn))}`}: ${nights} ${nights === 1 ? 'night' : 'nights'}.</li>`
  })}</ul>
  ${
    stay !== undefined &&
    html`<p class="govuk-body"><strong>Night ${stay.nights} in bed and breakfast.</strong> ${
      stay.reached === 'breach'
        ? 'This is beyond the six weeks that the law allows for a household with children or a pregnant woman (Order of 2003, article 4).'
        : `Night ${numbers.breach}, on ${longDate(on.add({ days: numbers.breach - stay.nights }))}, would be beyond what the law allows for a household with children or a pregnant woman (Order of 2003, article 4).`
    }</p>`
  }`
}

const saidWords: Readonly<Record<Said, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
  'not-on-it': 'Not on it',
  'no-list': 'No list held',
}

/** The three lists side by side, and where they differ: a finding, not an error. */
export const listsSection = (view: HomeView, names: Names): Html => {
  const { facts, differences, on } = view
  const of = (list: readonly Listed[], person: string): Said =>
    list.length === 0 ? 'no-list' : (list.find((one) => one.person === person)?.says ?? 'not-on-it')
  const why = new Map(differences.map((difference) => [difference.person, difference.why]))
  return html`<p class="govuk-body">Three questions with three answers. Where they differ a conference should know; it is nobody’s fault by itself.</p>
  ${table({
    caption: 'Who sleeps here, who is on the tenancy, who is on the application',
    captionSize: 'hidden',
    wide: true,
    firstCellIsHeader: true,
    head: [
      { text: 'Person' },
      { text: 'Sleeps here' },
      { text: 'On the tenancy' },
      { text: 'On the application' },
      { text: 'What differs' },
    ],
    rows: [...names].map(([person, { called, age }]): Cell[] => {
      const here = facts.sleeping.find((one) => one.person === person)
      return [
        { text: `${called} (${age})` },
        here === undefined
          ? { text: saidWords[of(facts.sleeping, person)] }
          : {
              html: html`${saidWords[here.says]}${here.shown.temporary && ', for a while'}<br><span class="rt-source">${sourceOf(here, view, on)}</span>`,
            },
        { text: saidWords[of(facts.tenancy, person)] },
        { text: saidWords[of(facts.application, person)] },
        { text: (why.get(person) ?? []).map((one) => whyWords[one]).join('; ') },
      ]
    }),
  })}`
}

const sourceOf = ({ shown }: Listed, view: HomeView, on: Temporal.PlainDate): string => {
  if (!view.visible.has(shown.basis.entry)) return 'Another agency says so'
  const how =
    shown.way === 'address'
      ? 'by the address that an agency holds, '
      : shown.way === 'moved-out'
        ? 'moved out; '
        : shown.way === 'no-longer-listed'
          ? 'no longer on the list; '
          : ''
  return `${how}${shown.verified ? 'verified' : 'recorded'} ${aged(shown.asOf, on)}`
}

export const notKnownSection = ({ notKnown: unknowns }: HomeView, names: Names): Html => {
  if (unknowns.length === 0) return html`<p class="govuk-body">Nothing that the answers need is missing.</p>`
  const by = Map.groupBy(unknowns, ({ ask }) => ask)
  return html`${[...by].map(([ask, list]) => html`<p class="govuk-body">${askerWords[ask]} is asked to find out:</p><ul class="govuk-list govuk-list--bullet">${list.map((unknown) => html`<li>${unknownWords(unknown, names)}</li>`)}</ul>`)}`
}

const unknownWords = (unknown: NotKnown, names: Names): string => {
  const who = 'person' in unknown ? (names.get(unknown.person)?.called ?? 'somebody') : ''
  switch (unknown.what) {
    case 'rooms':
      return 'which rooms the home has, and their sizes'
    case 'bedrooms':
      return 'how many bedrooms it has'
    case 'who-sleeps-here':
      return 'who sleeps here'
    case 'lift':
      return 'whether there is a lift'
    case 'flights':
      return 'how many flights of stairs lead to the front door'
    case 'register':
      return 'whether there is an application on the housing register'
    case 'landlord':
      return 'who the landlord is'
    case 'area':
      return `the size of ${unknown.room}`
    case 'usable':
      return `whether ${unknown.room} can be used`
    case 'whether-sleeps-here':
      return `whether ${who} sleeps here`
    case 'birth-date':
      return `the birth date of ${who}`
    case 'sleeping-place':
      return `where ${who} sleeps`
    case 'due-date':
      return `when the baby that ${who} expects is due`
    default:
      return unknown satisfies never
  }
}
