import { formRoutes, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { choiceGiven, dayGiven, dayIfGiven, fieldText, textGiven } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { Entry, EntryBody, SubjectId } from '#record/index.ts'
import { recordedOr } from './parsing.ts'
import { nhsNumberCheck, upnCheck } from '../check-digits.ts'
import { correctEntry, withdrawEntry } from '../commands/index.ts'
import type { Correct } from '../commands/index.ts'
import {
  AddressStated,
  BirthStated,
  ContactRecorded,
  DeathStated,
  NamesStated,
  NhsNumberStated,
  ParentalResponsibilityStated,
  responsibilityBases,
  responsibilityStates,
  SexStated,
  sexes,
  UpnStated,
} from '../entries/index.ts'
import { nameToShow } from '../facts/names.ts'
import { correctForm, fieldsOfEntry, withdrawForm } from '../pages/correct-form.ts'
import type { CorrectFacts } from '../pages/correct-form.ts'
import { titleOf } from '../pages/frame.ts'
import { personName } from '../pages/names.ts'
import { paths } from '../paths.ts'
import type { Place } from '../paths.ts'
import { byWhoWorksWithThem } from './contact.ts'
import { byWhoWorksWithThisPerson } from './hide.ts'
import { readPerson } from './person.ts'
import { readFamily } from './reading.ts'
import type { Asked, FamiliesRooms } from './rooms.ts'

/** From a family's timeline and from a person's page alike. */
export const correctionRoutes = (rooms: FamiliesRooms): HouseRoute[] =>
  [
    { under: '/families/:family', rule: byWhoWorksWithThem },
    { under: '/people/:record', rule: byWhoWorksWithThisPerson },
  ].flatMap(({ under, rule }) => {
    const shared = {
      rule,
      read: async (request: Asked) => readEntry(rooms, request),
      shown: ({ entry }: CorrectFacts) => entry.subjects.map(({ id }) => id),
      version: ({ version }: CorrectFacts) => version,
    }
    return [
      ...formRoutes<CorrectFacts>({
        ...shared,
        path: `${under}/entries/:entry/correct`,
        what: 'a correction',
        begin: (_ask, { entry }) => fieldsOfEntry(entry),
        draw: (request, facts, state) => correctForm(request.shell, state, facts),
        record: async (request, { entry, place }, seen) => {
          const because = textGiven(request.form, 'because', 'Say why it is put right')
          const right = rightOf(request.form, entry)
          const errors = [...right.errors, ...because.errors]
          if (errors.length > 0) return { errors }
          const correction: Correct = {
            entry: entry.id,
            because: because.text,
            body: right.body,
            ...(right.happenedOn === undefined ? {} : { happenedOn: right.happenedOn }),
          }
          const done = await rooms.database.transaction('app', async (tx) =>
            correctEntry.record(rooms.book, tx, saidBy(request, 'correction'), [correction], expected(place, seen)),
          )
          return recordedOr(
            done,
            () => paths.place(place),
            'The correction was recorded. What it said before stays readable.',
            { entry: '', body: '' },
          )
        },
      }),
      ...formRoutes<CorrectFacts>({
        ...shared,
        path: `${under}/entries/:entry/withdraw`,
        what: 'the taking back of an entry',
        draw: (request, facts, state) => withdrawForm(request.shell, state, facts),
        record: async (request, { entry, place }, seen) => {
          const because = textGiven(request.form, 'because', 'Say why it is taken back')
          if (because.errors.length > 0) return because
          const done = await rooms.database.transaction('app', async (tx) =>
            withdrawEntry.record(
              rooms.book,
              tx,
              saidBy(request, 'withdrawal'),
              [{ entry: entry.id, because: because.text }],
              expected(place, seen),
            ),
          )
          return recordedOr(done, () => paths.place(place), 'The entry was taken back.', { entry: '' })
        },
      }),
    ]
  })

const subjectOf = (place: Place): SubjectId => ('family' in place ? place.family : place.record)

const expected = (place: Place, seen: number | undefined): ReadonlyMap<SubjectId, number> | undefined =>
  seen === undefined ? undefined : new Map([[subjectOf(place), seen]])

const readEntry = async (rooms: FamiliesRooms, request: Asked): Promise<CorrectFacts | undefined> => {
  const now = { ...request, query: {} }
  if (request.params['family'] !== undefined) {
    const page = await readFamily(rooms, now)
    const entry = page?.view.entries.find(({ id }) => id === request.params['entry'])
    return page === undefined || entry === undefined
      ? undefined
      : {
          entry,
          names: page.names,
          kinds: rooms.book.kinds,
          version: page.view.version,
          title: titleOf(page.view.title),
          place: { family: page.view.family },
        }
  }
  const person = await readPerson(rooms, now)
  const entry = person?.view.entries.find(({ id }) => id === request.params['entry'])
  return person === undefined || entry === undefined
    ? undefined
    : {
        entry,
        names: person.names,
        kinds: rooms.book.kinds,
        version: person.view.version,
        title: personName(person.names, person.view.person) ?? 'Person',
        place: { record: person.record },
      }
}

interface Right {
  readonly body: EntryBody
  readonly happenedOn?: string
  readonly errors: FormErrors
}

/** The entry's body with the right value in it; whatever the form does not ask stays as it was. */
const rightOf = (form: FormFields, entry: Entry): Right => {
  if (BirthStated.is(entry) || DeathStated.is(entry)) {
    const on = dayIfGiven(form, 'on', 'The date')
    return {
      body: { ...entry.body, on: on.day ?? 'not-known' },
      errors: on.errors,
      ...(on.day === undefined ? {} : { happenedOn: on.day }),
    }
  }
  if (NhsNumberStated.is(entry) || UpnStated.is(entry)) {
    const number = textGiven(form, 'number', 'Enter the number', 300)
    return {
      body: {
        ...entry.body,
        number: number.text,
        check: NhsNumberStated.is(entry) ? nhsNumberCheck(number.text) : upnCheck(number.text),
      },
      errors: number.errors,
    }
  }
  if (SexStated.is(entry)) {
    const sex = choiceGiven(form, 'sex', sexes, 'Choose one')
    return { body: { ...entry.body, sex: sex.choice ?? 'not-known' }, errors: sex.errors }
  }
  if (NamesStated.is(entry)) {
    const [given, family] = [fieldText(form, 'given').slice(0, 300), fieldText(form, 'family-name').slice(0, 300)]
    const before = nameToShow(entry.body.names)
    const use = before?.use ?? 'usual'
    const name = given !== '' && family !== '' ? { use, given, family } : { use, full: given === '' ? family : given }
    return {
      body: { ...entry.body, names: [name, ...entry.body.names.filter((one) => one !== before)] },
      errors: given === '' && family === '' ? [{ field: 'given', text: 'Enter a name' }] : [],
    }
  }
  if (AddressStated.is(entry)) {
    const lines = fieldText(form, 'lines')
      .split(/\r?\n/u)
      .map((line) => line.trim().slice(0, 300))
      .filter((line) => line !== '')
      .slice(0, 6)
    const postcode = fieldText(form, 'postcode').slice(0, 300)
    const unit = typeof entry.body.address === 'string' ? undefined : entry.body.address.unit
    return {
      body: {
        ...entry.body,
        address: { lines, ...(postcode === '' ? {} : { postcode }), ...(unit === undefined ? {} : { unit }) },
      },
      errors: lines.length === 0 ? [{ field: 'lines', text: 'Enter the address' }] : [],
    }
  }
  if (ContactRecorded.is(entry)) {
    const when = dayGiven(form, 'happenedOn', 'The day')
    const what = textGiven(form, 'what', 'Say what was seen, said and done')
    return { body: { ...entry.body, what: what.text }, happenedOn: when.day, errors: [...when.errors, ...what.errors] }
  }
  if (ParentalResponsibilityStated.is(entry)) {
    const state = choiceGiven(form, 'state', responsibilityStates, 'Say what you know')
    const basis = choiceGiven(form, 'basis', responsibilityBases, 'Choose what it rests on')
    return {
      body: { ...entry.body, state: state.choice ?? 'not-known', basis: basis.choice ?? 'not-known' },
      errors: [...state.errors, ...basis.errors],
    }
  }
  return {
    body: entry.body ?? {},
    errors: [{ field: '', text: 'An entry of this kind is not corrected in place. Take it back and record it anew.' }],
  }
}
