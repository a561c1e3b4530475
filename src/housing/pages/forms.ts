import { checkboxes, fieldset, input, radios, select } from '#platform/govuk/index.ts'
import { fieldList } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { html } from '#platform/html.ts'
import { dateField, typed } from '#platform/page/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { conditionKinds, roomKinds, sleepPlaces } from '../entries/index.ts'
import { sleepers } from '../facts/home.ts'
import { conditionWords, placeWords, roomKindWords } from '../words.ts'
import { anyTyped, folded, homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'

/** Who sleeps where: each person is asked of once, so that nobody stands in two rooms. Whoever was not asked about stays as they were. */
export const sleepingForm = (shell: Shell, state: FormState, asked: HomeAsked): string => {
  const { view, names } = asked
  const { fields, errors } = state
  const rooms = view.facts.rooms.shown?.value ?? []
  const here = sleepers(view.facts).toSorted(
    (a, b) => [...names.keys()].indexOf(a.person) - [...names.keys()].indexOf(b.person),
  )
  const begins = Math.max(
    0,
    here.findIndex(({ person }) => view.facts.arrangements.get(person) === undefined),
  )
  return homeForm(
    shell,
    state,
    asked,
    'Record who sleeps where',
    html`
    <p class="govuk-body">Say what you saw or were told. It records what is so, and advises nothing.</p>
    ${radios({
      name: 'known-how',
      legend: 'How do you know?',
      value: typed(state, 'known-how'),
      layout: 'inline',
      errors,
      items: [
        { value: 'seen', text: 'I saw it' },
        { value: 'told', text: 'I was told' },
      ],
    })}
    ${input({ name: 'told-by', label: 'If you were told: by whom', value: typed(state, 'told-by'), width: 20, errors })}
    ${dateField(state, 'on', 'On which day?')}
    <h2 class="govuk-heading-m">Where each person sleeps</h2>
    <p class="govuk-body">Whoever you leave out stays as they were.</p>
    ${here.map(({ person, shown }, at) => {
      const called = names.get(person)
      const now = view.facts.arrangements.get(person)
      const who = `${called?.called ?? 'Somebody'} (${called?.age ?? 'age not known'})`
      const named = [`room-${at}`, `place-${at}`, `with-${at}`]
      return folded(
        state,
        named,
        `${who}${now === undefined ? ': nobody has recorded it' : `; so far: ${now.room ?? 'room not known'}, ${placeWords[now.place]}`}`,
        fieldset({
          legend: { text: `Where ${who} sleeps`, size: 's' },
          fields: html`<input type="hidden" name="who-${at}" value="${shown.record}">
        ${select({ name: `room-${at}`, label: 'Sleeps in', value: typed(state, `room-${at}`), unchosen: 'Not asked', errors, items: [...rooms.map(({ name }) => ({ value: name, text: name })), { value: 'not-known', text: 'Asked, and nobody could say' }] })}
        ${select({ name: `place-${at}`, label: 'On or in', value: typed(state, `place-${at}`), unchosen: 'Not asked', errors, items: sleepPlaces.map((value) => ({ value, text: upper(placeWords[value]) })) })}
        ${here.length > 1 && checkboxes({ name: `with-${at}`, legend: 'Shares this bed with', values: fieldList(fields, `with-${at}`), layout: 'small', errors, items: here.filter((other) => other.person !== person).map((other) => ({ value: other.shown.record, text: names.get(other.person)?.short ?? 'Somebody' })) })}`,
        }),
        at === begins || anyTyped(state, named),
      )
    })}`,
  )
}

const roomRows = 6

/** The rooms as they are known, for the form to begin with. */
export const roomsBegin = ({ view }: HomeAsked): FormFields => {
  const known = view.facts.rooms.shown?.value ?? []
  return Object.fromEntries([
    ['rows', String(Math.max(roomRows, known.length + 2))],
    ...known.flatMap(({ name, kind, area, usable, notUsableBecause }, at): [string, string][] => [
      [`name-${at}`, name],
      [`kind-${at}`, kind],
      [`area-${at}`, area === undefined ? '' : String(area.value)],
      [`unit-${at}`, area?.unit ?? ''],
      [`usable-${at}`, usable],
      [`because-${at}`, notUsableBecause ?? ''],
    ]),
  ])
}

/** All rooms of the home: what is left empty is not stated. */
export const roomsForm = (shell: Shell, state: FormState, asked: HomeAsked): string => {
  const { errors } = state
  const rows = Math.min(40, Number(typed(state, 'rows')) || roomRows)
  return homeForm(
    shell,
    state,
    asked,
    'State the rooms of this home',
    html`
    <p class="govuk-body">Write a size as it was measured, in its own unit; leave it empty where nobody measured. This list replaces the one that your agency gave before.</p>
    <input type="hidden" name="rows" value="${rows}">
    ${Array.from({ length: rows }, (_, at) => {
      const [name, area, unit] = ['name', 'area', 'unit'].map((field) => typed(state, `${field}-${at}`))
      const size = area === '' ? 'not measured' : `${area} ${unit === 'sqft' ? 'sq ft' : 'm²'}`
      return folded(
        state,
        ['name', 'kind', 'area', 'unit', 'usable', 'because'].map((field) => `${field}-${at}`),
        name === '' ? 'Add a room' : `${name}: ${size}`,
        fieldset({
          legend: { text: `Room ${at + 1}`, size: 's' },
          fields: html`<div class="rt-room-fields">${input({ name: `name-${at}`, label: 'Name', value: name, width: 20, errors })}
        ${select({ name: `kind-${at}`, label: 'Kind', value: typed(state, `kind-${at}`), unchosen: 'Choose', errors, items: roomKinds.map((kind) => ({ value: kind, text: upper(roomKindWords[kind] ?? kind) })) })}
        ${input({ name: `area-${at}`, label: 'Floor area', value: area, width: 5, inputmode: 'decimal', errors })}
        ${select({
          name: `unit-${at}`,
          label: 'Unit',
          value: unit,
          unchosen: 'Not measured',
          errors,
          items: [
            { value: 'm2', text: 'Square metres' },
            { value: 'sqft', text: 'Square feet' },
          ],
        })}
        ${select({
          name: `usable-${at}`,
          label: 'Can it be used?',
          value: typed(state, `usable-${at}`),
          unchosen: 'Not known',
          errors,
          items: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ],
        })}
        ${input({ name: `because-${at}`, label: 'If not, why', value: typed(state, `because-${at}`), width: 20, errors })}</div>`,
        }),
        at === 0 && name === '',
      )
    })}`,
  )
}

export const conditionForm = (shell: Shell, state: FormState, asked: HomeAsked): string => {
  const { view } = asked
  const { errors } = state
  const rooms = view.facts.rooms.shown?.value ?? []
  return homeForm(
    shell,
    state,
    asked,
    'Report damp, mould or another hazard',
    html`
    <p class="govuk-body">For a social landlord a report of damp or mould starts a clock, whoever makes it (Hazards in Social Housing Regulations 2025). Judge it for the people who live here: a baby, an ill child.</p>
    ${select({ name: 'what', label: 'What is it?', value: typed(state, 'what'), unchosen: 'Choose', errors, items: conditionKinds.map((value) => ({ value, text: upper(conditionWords(value)) })) })}
    ${select({ name: 'room', label: 'In which room?', value: typed(state, 'room'), unchosen: 'Not in one room, or not known', errors, items: rooms.map(({ name }) => ({ value: name, text: name })) })}
    ${dateField(state, 'reported', 'When was it reported or seen?')}
    ${radios({ name: 'found-by', legend: 'Who found it?', value: typed(state, 'found-by'), errors, items: [{ value: 'household', text: 'Somebody of the household' }, { value: 'landlord', text: 'The landlord' }, { value: 'council', text: 'The council' }, { value: 'other-agency', text: 'Another agency' }, { divider: 'or' }, { value: 'not-known', text: 'Not known' }] })}
    ${input({ name: 'told-by', label: 'Who told you, if somebody did', value: typed(state, 'told-by'), width: 20, errors })}`,
  )
}
