import type { HouseRoute, Premises } from '#access/index.ts'
import { choice, each, fieldsOf, text, wrong } from '#platform/form/index.ts'
import type { Unnamed } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { fieldset, input } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { stateRooms } from '../commands/index.ts'
import { roomKinds, RoomsStated } from '../entries/index.ts'
import type { StatedRoom } from '../entries/index.ts'
import { roomKindWords } from '../words.ts'
import { folded, homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'

/** Rows that an empty list begins with; a known list has two to spare. */
const fewestRows = 6
const spareRows = 2
/** As many as an entry holds. */
const mostRooms = 40

/** All rooms of the home: what is left empty is not stated. */
export const roomsForm = (premises: Premises): HouseRoute[] =>
  homeForm(premises, {
    name: 'rooms',
    what: 'rooms of a home',
    heading: 'State the rooms of this home',
    replaces: [RoomsStated],
    before: html`<p class="govuk-body">Write a size as it was measured, in its own unit; leave it empty where nobody measured. This list replaces the one that your agency gave before.</p>`,
    begin: roomsBegin,
    fields: (asked, _today, typed) => roomsFields(rowsOf(asked, typed)),
    check: ({ rooms = [] }) => rooms.flatMap(({ of, values }) => roomRefused(Number(of), values)),
    record: async ({ book, tx, said, expect }, { rooms }, { view }) =>
      stateRooms.record(
        book,
        tx,
        said,
        [{ home: view.home, rooms: rooms.flatMap(({ values }) => roomOf(values)) }],
        expect,
      ),
    place: ({ field }, { rooms }) => {
      const [, row, name] = /^rooms\.(\d+)\.(\w+)$/u.exec(field ?? '') ?? []
      // A list as a whole leads to its first field.
      if (row === undefined) return 'name-0'
      const stated = rooms.filter(({ values }) => roomOf(values).length > 0)[Number(row)]?.of ?? row
      return `${name === 'measuredOn' ? 'area' : name}-${stated}`
    },
    message: 'The rooms are recorded.',
  })

/** The rooms as they are known, for the form to begin with. */
const roomsBegin = (asked: HomeAsked): FormFields => {
  const known = asked.view.facts.rooms.shown?.value ?? []
  return Object.fromEntries(
    known.flatMap(({ name, kind, area, usable, notUsableBecause }, at): [string, string][] => [
      [`name-${at}`, name],
      [`kind-${at}`, kind],
      [`area-${at}`, area === undefined ? '' : String(area.value)],
      [`unit-${at}`, area?.unit ?? ''],
      [`usable-${at}`, usable],
      [`notUsableBecause-${at}`, notUsableBecause ?? ''],
    ]),
  )
}

/** Every row that was sent, or as many as the list needs; never more rooms than an entry holds, which is said and not cut. */
const rowsOf = ({ view }: HomeAsked, typed: FormFields): number => {
  const known = view.facts.rooms.shown?.value.length ?? 0
  const sent = Object.keys(typed).filter((name) => /^name-\d+$/u.test(name)).length
  return Math.max(fewestRows, known + spareRows, Math.min(sent, 200))
}

interface RoomAnswers {
  readonly name?: string
  readonly kind?: (typeof roomKinds)[number]
  readonly area?: number
  readonly unit?: 'm2' | 'sqft'
  readonly usable?: 'yes' | 'no'
  readonly notUsableBecause?: string
}

const roomRefused = (at: number, { name, kind, area, unit }: RoomAnswers): FormErrors => {
  const called = name ?? `room ${at + 1}`
  if (name === undefined && kind === undefined && area === undefined) return []
  return [
    ...(at >= mostRooms ? [{ field: `name-${at}`, text: `State ${mostRooms} rooms or fewer` }] : []),
    ...(name === undefined ? [{ field: `name-${at}`, text: `Give room ${at + 1} a name` }] : []),
    ...(kind === undefined ? [{ field: `kind-${at}`, text: `Choose what kind of room ${called} is` }] : []),
    ...(area === undefined && unit !== undefined
      ? [{ field: `area-${at}`, text: 'Enter the floor area, or choose not measured' }]
      : []),
    ...(area !== undefined && unit === undefined
      ? [{ field: `unit-${at}`, text: 'Choose the unit in which it was measured' }]
      : []),
  ]
}

const roomOf = ({ name, kind, area, unit, usable, notUsableBecause }: RoomAnswers): StatedRoom[] =>
  name === undefined || kind === undefined
    ? []
    : [
        {
          name,
          kind,
          usable: usable ?? 'not-known',
          ...(area === undefined || unit === undefined
            ? {}
            : { area: { value: area, unit }, areaFrom: 'measured' as const }),
          ...given({ notUsableBecause }),
        },
      ]

const areaAsked: Unnamed<number | undefined> = ({ name }) => ({
  name,
  draw: ({ fields, errors }) =>
    input({ name, label: 'Floor area', value: fieldText(fields, name), width: 5, inputmode: 'decimal', errors }),
  read: (fields) => {
    const typed = fieldText(fields, name)
    if (typed === '') return { value: undefined }
    return /^\d{1,5}(?:\.\d{1,4})?$/u.test(typed)
      ? { value: Number(typed) }
      : wrong(name, 'Write the floor area as a number, such as 10.2')
  },
})

const asked = {
  name: text({ label: 'Name', width: 20 }),
  kind: choice({
    legend: 'Kind',
    as: 'list',
    items: roomKinds.map((value) => ({ value, text: upper(roomKindWords[value] ?? value) })),
  }),
  area: areaAsked,
  unit: choice({
    legend: 'Unit',
    as: 'list',
    unchosen: 'Not measured',
    items: [
      { value: 'm2', text: 'Square metres' },
      { value: 'sqft', text: 'Square feet' },
    ],
  }),
  usable: choice({
    legend: 'Can it be used?',
    as: 'list',
    unchosen: 'Not known',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  }),
  notUsableBecause: text({ label: 'If not, why', width: 20 }),
}

const roomsFields = (rows: number) =>
  fieldsOf({
    rooms: each(
      Array.from({ length: rows }, (_, at) => String(at)),
      () => asked,
      (_of, drawn, at, typing) => {
        const [name = '', area = '', unit] = ['name', 'area', 'unit'].map((key) =>
          fieldText(typing.fields, `${key}-${at}`),
        )
        const size = area === '' ? 'not measured' : `${area} ${unit === 'sqft' ? 'sq ft' : 'm²'}`
        const whole = fieldset({
          legend: { text: `Room ${at + 1}`, size: 's' },
          fields: html`<div class="rt-room-fields">${drawn}</div>`,
        })
        const own = Object.keys(asked).map((key) => `${key}-${at}`)
        const wrongHere = { fields: {}, errors: typing.errors }
        return folded(wrongHere, own, name === '' ? 'Add a room' : `${name}: ${size}`, whole, false)
      },
    ),
  })
