import type { HouseRoute, Premises } from '#access/index.ts'
import { choice, choices, day, each, fieldsOf, onlyIf, text } from '#platform/form/index.ts'
import type { OfEach } from '#platform/form/index.ts'
import { fieldset } from '#platform/govuk/index.ts'
import { given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import { stateSleepingArrangement } from '../commands/index.ts'
import type { StateSleepingArrangement } from '../commands/index.ts'
import { SleepingArrangementStated, sleepPlaces } from '../entries/index.ts'
import { sleepers } from '../facts/home.ts'
import type { Listed } from '../facts/occupancy.ts'
import { placeWords } from '../words.ts'
import { folded, homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'

/** Who sleeps where: each person is asked of once, so that nobody stands in two rooms. Whoever was not asked about stays as they were. */
export const sleepingForm = (premises: Premises): HouseRoute[] =>
  homeForm(premises, {
    name: 'sleeping',
    what: 'who sleeps where',
    heading: 'Record who sleeps where',
    replaces: [SleepingArrangementStated],
    before: html`<p class="govuk-body">Record what you saw or were told. This is not advice.</p>`,
    fields: (asked, today) => sleepingFields(asked, today),
    check: ({ people }, asked) => {
      if (people === undefined || people.some(({ values }) => saysAnything(values))) return []
      const nobody = here(asked).length === 0
      return [
        nobody
          ? { field: 'knownHow', text: 'Nobody is recorded as sleeping here. Record that first' }
          : { field: 'room-0', text: 'Say where at least one person sleeps' },
      ]
    },
    record: async ({ book, tx, said, expect }, { people, knownHow, toldBy, happenedOn }, { view }) => {
      const asks = people
        .filter(({ values }) => saysAnything(values))
        .map((one): StateSleepingArrangement => ({
          home: view.home,
          record: one.of,
          ...whereOf(one),
          knownHow,
          happenedOn,
          ...given({ toldBy }),
        }))
      return stateSleepingArrangement.record(book, tx, said, asks, expect)
    },
    place: ({ field, ask }, { people }) => {
      const asked = people.filter(({ values }) => saysAnything(values))[ask]
      const row = people.findIndex((one) => one === asked)
      return field === undefined || field === 'happenedOn' ? 'happenedOn' : `${field}-${Math.max(0, row)}`
    },
    message: 'It is recorded who sleeps where.',
  })

interface Where {
  readonly room?: string
  readonly place?: (typeof sleepPlaces)[number]
  readonly with?: readonly string[]
}

const saysAnything = ({ room, place, with: others = [] }: Where): boolean =>
  room !== undefined || place !== undefined || others.length > 0

const whereOf = ({ values: { room, place, with: others = [] } }: OfEach<Where>) => ({
  room: room === undefined || room === 'not-known' ? ('not-known' as const) : { name: room },
  place: place ?? (others.length > 0 ? ('shared-bed' as const) : ('not-known' as const)),
  with: [...others],
})

const here = ({ view, names }: HomeAsked): Listed[] => {
  const order = [...names.keys()]
  return sleepers(view.facts).toSorted((a, b) => order.indexOf(a.person) - order.indexOf(b.person))
}

const sleepingFields = (asked: HomeAsked, today: Temporal.PlainDate) => {
  const { view, names } = asked
  const people = here(asked)
  const rooms = view.facts.rooms.shown?.value ?? []
  const begins = people.findIndex(({ person }) => view.facts.arrangements.get(person) === undefined)
  return fieldsOf({
    knownHow: choice({
      legend: 'How do you know?',
      as: 'inline',
      missing: 'Say whether you saw it or were told',
      items: [
        { value: 'seen', text: 'I saw it' },
        { value: 'told', text: 'I was told' },
      ],
    }),
    toldBy: onlyIf('knownHow', 'told', text({ label: 'By whom', width: 20 })),
    happenedOn: day({
      legend: 'On which day?',
      missing: 'Enter the day on which you saw it or were told',
      notAfter: today,
    }),
    people: each(
      people.map(({ shown }) => shown.record),
      (record) => ({
        room: choice({
          legend: 'Sleeps in',
          as: 'list',
          unchosen: 'Not asked',
          items: [
            ...rooms.map(({ name }) => ({ value: name, text: name })),
            { value: 'not-known', text: 'Asked, and nobody could say' },
          ],
        }),
        place: choice({
          legend: 'On or in',
          as: 'list',
          unchosen: 'Not asked',
          items: sleepPlaces.map((value) => ({ value, text: upper(placeWords[value]) })),
        }),
        with: choices({
          legend: 'Shares this bed with',
          items: people
            .filter(({ shown }) => shown.record !== record)
            .map(({ person, shown }) => ({ value: shown.record, text: names.get(person)?.short ?? 'Somebody' })),
        }),
      }),
      (_record, drawn, at, typing) => {
        const person = people[at]?.person ?? ''
        const called = names.get(person)
        const now = view.facts.arrangements.get(person)
        const who = `${called?.called ?? 'Somebody'} (${called?.age ?? 'age not known'})`
        const soFar =
          now === undefined
            ? ': nobody has recorded it'
            : `; so far: ${now.room ?? 'room not known'}, ${placeWords[now.place]}`
        const whole = fieldset({ legend: { text: `Where ${who} sleeps`, size: 's' }, fields: drawn })
        const own = [`room-${at}`, `place-${at}`, `with-${at}`]
        return folded(typing, own, `${who}${soFar}`, whole, at === Math.max(0, begins))
      },
    ),
  })
}
