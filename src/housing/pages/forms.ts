import { button, dateInput, details, fieldset, input, radios, select, checkboxes } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { fieldList, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { csrfField, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { conditionKinds, roomKinds, sleepPlaces } from '../entries/index.ts'
import { sleepers } from '../facts/home.ts'
import { paths } from '../paths.ts'
import type { Names } from '../picture/index.ts'
import type { HomeView } from '../queries/index.ts'
import { conditionWords, placeWords, roomKindWords } from '../words.ts'

export interface HomeForm {
  readonly view: HomeView
  readonly names: Names
  readonly csrf: string
  readonly fields: FormFields
  readonly errors: FormErrors
}

const dateParts = (fields: FormFields, name: string): { day: string; month: string; year: string } => ({ day: fieldText(fields, `${name}-day`), month: fieldText(fields, `${name}-month`), year: fieldText(fields, `${name}-year`) })
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const form = (shell: Shell, heading: string, action: string, { view, csrf, errors }: HomeForm, body: Html): string =>
  page({
    ...shell, title: heading, heading, ...(view.address === undefined ? {} : { caption: view.address }), back: { text: 'The home', href: paths.home(view.home) }, errors,
    body: html`<form method="post" action="${action}" novalidate>${csrfField(csrf)}${body}${button({ text: 'Record it' })}</form>`,
  })

/** One part of a long form, folded until it is wanted: open where something was typed into it, or is wrong with it. */
const folded = ({ fields, errors }: HomeForm, names: readonly string[], summary: string, body: Html, begins: boolean): Html =>
  details({ summary, content: { html: body }, open: begins || names.some((name) => fieldList(fields, name).some((typed) => typed !== '') || errors.some(({ field }) => field === name)) })

/** Who sleeps where: each person is asked of once, so that nobody stands in two rooms. Whoever was not asked about stays as they were. */
export const sleepingForm = (shell: Shell, asked: HomeForm): string => {
  const { view, names, fields, errors } = asked
  const rooms = view.facts.rooms.shown?.value ?? []
  const here = sleepers(view.facts).toSorted((a, b) => [...names.keys()].indexOf(a.person) - [...names.keys()].indexOf(b.person))
  const begins = Math.max(0, here.findIndex(({ person }) => view.facts.arrangements.get(person) === undefined))
  return form(shell, 'Record who sleeps where', paths.sleeping(view.home), asked, html`
    <p class="govuk-body">Say what you saw or were told. It records what is so, and advises nothing.</p>
    ${radios({ name: 'known-how', legend: 'How do you know?', value: fieldText(fields, 'known-how'), layout: 'inline', errors, items: [{ value: 'seen', text: 'I saw it' }, { value: 'told', text: 'I was told' }] })}
    ${input({ name: 'told-by', label: 'If you were told: by whom', value: fieldText(fields, 'told-by'), width: 20, errors })}
    ${dateInput({ name: 'on', legend: 'On which day?', value: dateParts(fields, 'on'), errors })}
    <h2 class="govuk-heading-m">Where each person sleeps</h2>
    <p class="govuk-body">Whoever you leave out stays as they were.</p>
    ${here.map(({ person, shown }, at) => {
      const called = names.get(person)
      const now = view.facts.arrangements.get(person)
      const who = `${called?.called ?? 'Somebody'} (${called?.age ?? 'age not known'})`
      return folded(asked, [`room-${at}`, `place-${at}`, `with-${at}`], `${who}${now === undefined ? ': nobody has recorded it' : `; so far: ${now.room ?? 'room not known'}, ${placeWords[now.place]}`}`, fieldset({
        legend: { text: `Where ${who} sleeps`, size: 's' },
        fields: html`<input type="hidden" name="who-${at}" value="${shown.record}">
        ${select({ name: `room-${at}`, label: 'Sleeps in', value: fieldText(fields, `room-${at}`), unchosen: 'Not asked', errors, items: [...rooms.map(({ name }) => ({ value: name, text: name })), { value: 'not-known', text: 'Asked, and nobody could say' }] })}
        ${select({ name: `place-${at}`, label: 'On or in', value: fieldText(fields, `place-${at}`), unchosen: 'Not asked', errors, items: sleepPlaces.map((value) => ({ value, text: upper(placeWords[value]) })) })}
        ${here.length > 1 && checkboxes({ name: `with-${at}`, legend: 'Shares this bed with', values: fieldList(fields, `with-${at}`), layout: 'small', errors, items: here.filter((other) => other.person !== person).map((other) => ({ value: other.shown.record, text: names.get(other.person)?.short ?? 'Somebody' })) })}`,
      }), at === begins)
    })}`)
}

export const roomRows = 6

/** All rooms of the home: what is left empty is not stated. */
export const roomsForm = (shell: Shell, asked: HomeForm): string => {
  const { view, fields, errors } = asked
  const known = view.facts.rooms.shown?.value ?? []
  const rows = Math.max(roomRows, known.length + 2)
  const value = (name: string, at: number, kept: string | undefined): string => (Object.keys(fields).length > 0 ? fieldText(fields, `${name}-${at}`) : (kept ?? ''))
  return form(shell, 'State the rooms of this home', paths.rooms(view.home), asked, html`
    <p class="govuk-body">Write a size as it was measured, in its own unit; leave it empty where nobody measured. This list replaces the one that your agency gave before.</p>
    <input type="hidden" name="rows" value="${rows}">
    ${Array.from({ length: rows }, (_, at) => {
      const room = known[at]
      const size = room?.area === undefined ? 'not measured' : `${room.area.value} ${room.area.unit === 'm2' ? 'm²' : 'sq ft'}`
      return folded(asked, ['name', 'kind', 'area', 'unit', 'usable', 'because'].map((name) => `${name}-${at}`), room === undefined ? 'Add a room' : `${room.name}: ${size}`, fieldset({
        legend: { text: `Room ${at + 1}`, size: 's' },
        fields: html`<div class="rt-room-fields">${input({ name: `name-${at}`, label: 'Name', value: value('name', at, room?.name), width: 20, errors })}
        ${select({ name: `kind-${at}`, label: 'Kind', value: value('kind', at, room?.kind), unchosen: 'Choose', errors, items: roomKinds.map((kind) => ({ value: kind, text: upper(roomKindWords[kind] ?? kind) })) })}
        ${input({ name: `area-${at}`, label: 'Floor area', value: value('area', at, room?.area === undefined ? undefined : String(room.area.value)), width: 5, inputmode: 'decimal', errors })}
        ${select({ name: `unit-${at}`, label: 'Unit', value: value('unit', at, room?.area?.unit), unchosen: 'Not measured', errors, items: [{ value: 'm2', text: 'Square metres' }, { value: 'sqft', text: 'Square feet' }] })}
        ${select({ name: `usable-${at}`, label: 'Can it be used?', value: value('usable', at, room?.usable), unchosen: 'Not known', errors, items: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] })}
        ${input({ name: `because-${at}`, label: 'If not, why', value: value('because', at, room?.notUsableBecause), width: 20, errors })}</div>`,
      }), known.length === 0 && at === 0)
    })}`)
}

export const conditionForm = (shell: Shell, asked: HomeForm): string => {
  const { view, fields, errors } = asked
  const rooms = view.facts.rooms.shown?.value ?? []
  return form(shell, 'Report damp, mould or another hazard', paths.condition(view.home), asked, html`
    <p class="govuk-body">For a social landlord a report of damp or mould starts a clock, whoever makes it (Hazards in Social Housing Regulations 2025). Judge it for the people who live here: a baby, an ill child.</p>
    ${select({ name: 'what', label: 'What is it?', value: fieldText(fields, 'what'), unchosen: 'Choose', errors, items: conditionKinds.map((value) => ({ value, text: upper(conditionWords(value)) })) })}
    ${select({ name: 'room', label: 'In which room?', value: fieldText(fields, 'room'), unchosen: 'Not in one room, or not known', errors, items: rooms.map(({ name }) => ({ value: name, text: name })) })}
    ${dateInput({ name: 'reported', legend: 'When was it reported or seen?', value: dateParts(fields, 'reported'), errors })}
    ${radios({ name: 'found-by', legend: 'Who found it?', value: fieldText(fields, 'found-by'), errors, items: [{ value: 'household', text: 'Somebody of the household' }, { value: 'landlord', text: 'The landlord' }, { value: 'council', text: 'The council' }, { value: 'other-agency', text: 'Another agency' }, { divider: 'or' }, { value: 'not-known', text: 'Not known' }] })}
    ${input({ name: 'told-by', label: 'Who told you, if somebody did', value: fieldText(fields, 'told-by'), width: 20, errors })}`)
}
