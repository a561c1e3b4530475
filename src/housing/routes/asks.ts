import type { FormErrors } from '#platform/govuk/index.ts'
import { fieldDay, fieldList, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { conditionKinds, roomKinds, sleepPlaces } from '../entries/index.ts'
import type { StatedRoom } from '../entries/index.ts'
import type { StateCondition, StateRooms, StateSleepingArrangement } from '../commands/index.ts'
import { sleepers } from '../facts/home.ts'
import type { HomeAsked } from '../pages/home-form.ts'

/** What a form asks for, parsed once; or what is to be put right, each beside its field. */
export type Read<T> = { readonly asks: readonly T[]; readonly at: readonly number[] } | { readonly errors: FormErrors }

export const chosenOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text)

export const readSleeping = (form: FormFields, { view }: HomeAsked): Read<StateSleepingArrangement> => {
  const errors: { field: string; text: string }[] = []
  const here = new Set(sleepers(view.facts).map(({ shown }) => shown.record))
  const knownHow = chosenOf(['seen', 'told'] as const, fieldText(form, 'known-how'))
  if (knownHow === undefined) errors.push({ field: 'known-how', text: 'Say whether you saw it or were told' })
  const on = fieldDay(form, 'on', 'The day')
  if ('error' in on) errors.push(on.error)
  else if ('left' in on) errors.push({ field: 'on', text: 'Enter the day on which you saw it or were told' })
  const toldBy = fieldText(form, 'told-by')
  const asks: StateSleepingArrangement[] = []
  const at: number[] = []
  for (let row = 0; row < here.size; row += 1) {
    const record = fieldText(form, `who-${row}`)
    const room = fieldText(form, `room-${row}`)
    const place = chosenOf(sleepPlaces, fieldText(form, `place-${row}`))
    const others = fieldList(form, `with-${row}`).filter((other) => here.has(other))
    if (!here.has(record) || (room === '' && place === undefined && others.length === 0)) continue
    at.push(row)
    asks.push({
      home: view.home,
      record,
      room: room === '' || room === 'not-known' ? 'not-known' : { name: room },
      place: place ?? (others.length > 0 ? 'shared-bed' : 'not-known'),
      with: others,
      knownHow: knownHow ?? 'not-known',
      ...('day' in on ? { happenedOn: on.day.toString() } : {}),
      ...(toldBy === '' ? {} : { toldBy }),
    })
  }
  if (asks.length === 0)
    errors.push({
      field: here.size > 0 ? 'room-0' : 'known-how',
      text:
        here.size > 0
          ? 'Say where at least one person sleeps'
          : 'Nobody is recorded as sleeping here. Record that first',
    })
  return errors.length > 0 ? { errors } : { asks, at }
}

export const readRooms = (form: FormFields, { view }: HomeAsked): Read<StateRooms> => {
  const errors: { field: string; text: string }[] = []
  const rooms: StatedRoom[] = []
  const rows = Math.min(40, Number(fieldText(form, 'rows')) || 0)
  for (let row = 0; row < rows; row += 1) {
    const name = fieldText(form, `name-${row}`)
    const kind = chosenOf(roomKinds, fieldText(form, `kind-${row}`))
    const area = fieldText(form, `area-${row}`)
    const unit = chosenOf(['m2', 'sqft'] as const, fieldText(form, `unit-${row}`))
    const because = fieldText(form, `because-${row}`)
    if (name === '' && kind === undefined && area === '') continue
    if (name === '') errors.push({ field: `name-${row}`, text: `Give room ${row + 1} a name` })
    if (kind === undefined)
      errors.push({
        field: `kind-${row}`,
        text: `Choose what kind of room ${name === '' ? `room ${row + 1}` : name} is`,
      })
    if (area !== '' && !/^\d{1,5}(?:\.\d{1,4})?$/u.test(area))
      errors.push({ field: `area-${row}`, text: 'Write the floor area as a number, such as 10.2' })
    if ((area === '') !== (unit === undefined))
      errors.push({
        field: area === '' ? `area-${row}` : `unit-${row}`,
        text: area === '' ? 'Enter the floor area, or choose not measured' : 'Choose the unit in which it was measured',
      })
    if (kind !== undefined) {
      rooms.push({
        name,
        kind,
        usable: chosenOf(['yes', 'no'] as const, fieldText(form, `usable-${row}`)) ?? 'not-known',
        ...(area === '' || unit === undefined
          ? {}
          : { area: { value: Number(area), unit }, areaFrom: 'measured' as const }),
        ...(because === '' ? {} : { notUsableBecause: because }),
      })
    }
  }
  return errors.length > 0 ? { errors } : { asks: [{ home: view.home, rooms }], at: [0] }
}

export const readCondition = (form: FormFields, { view }: HomeAsked): Read<StateCondition> => {
  const errors: { field: string; text: string }[] = []
  const what = chosenOf(conditionKinds, fieldText(form, 'what'))
  if (what === undefined) errors.push({ field: 'what', text: 'Choose what it is' })
  const reported = fieldDay(form, 'reported', 'The day')
  if ('error' in reported) errors.push(reported.error)
  else if ('left' in reported)
    errors.push({ field: 'reported', text: 'Enter the day on which it was reported or seen' })
  const room = fieldText(form, 'room')
  const toldBy = fieldText(form, 'told-by')
  if (errors.length > 0 || what === undefined || !('day' in reported)) return { errors }
  return {
    asks: [
      {
        home: view.home,
        what,
        reportedOn: reported.day.toString(),
        stage: 'reported',
        foundBy:
          chosenOf(['household', 'landlord', 'council', 'other-agency'] as const, fieldText(form, 'found-by')) ??
          'not-known',
        ...(room === '' ? {} : { room }),
        ...(toldBy === '' ? {} : { toldBy }),
      },
    ],
    at: [0],
  }
}
