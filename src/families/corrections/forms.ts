import { form } from '#access/index.ts'
import type { HouseRoute, Rule } from '#access/index.ts'
import { fieldsOf, text, wrong } from '#platform/form/index.ts'
import type { Unnamed } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { Entry, Expect, Kinds } from '#record/index.ts'
import { correctEntry, withdrawEntry } from '../commands/index.ts'
import { basisOf } from '../facts/basis.ts'
import { byWhoWorksWithThem } from '../forms/family-form.ts'
import { byWhoWorksWithThisPerson } from '../forms/person-form.ts'
import { entryInWords } from '../pages/entry-in-words.ts'
import { titleOf } from '../pages/frame.ts'
import { personName, sourceOf } from '../pages/names.ts'
import type { Names } from '../pages/names.ts'
import { paths } from '../paths.ts'
import type { Place } from '../paths.ts'
import { readPerson } from '../routes/person.ts'
import { readFamily } from '../routes/reading.ts'
import type { Asked, FamiliesRooms } from '../routes/rooms.ts'
import { correctableOf } from './correctable.ts'
import type { Right } from './correctable.ts'

interface EntryAsked {
  readonly place: Place
  readonly entry: Entry
  readonly names: Names
  readonly kinds: Kinds
  readonly version: number
  readonly title: string
}

/** The forms by which an agency puts its own entry right or takes it back: from a family's timeline and from a person's page alike. */
export const correctionForms = (rooms: FamiliesRooms): HouseRoute[] =>
  [
    ...[correctForm, withdrawForm].map((of) => of(rooms, '/families/:family', byWhoWorksWithThem)),
    ...[correctForm, withdrawForm].map((of) => of(rooms, '/people/:record', byWhoWorksWithThisPerson)),
  ].flat()

type ForWhom = Extract<Rule, { readonly who: 'may-open' }>

/** What the entry says now, and what it should have said. */
const correctForm = (rooms: FamiliesRooms, under: string, rule: ForWhom): HouseRoute[] =>
  form(rooms, {
    path: `${under}/entries/:entry/correct`,
    name: 'correction',
    what: 'a correction',
    rule,
    read: async (request) => readEntry(rooms, request),
    shown,
    seen,
    begin: (_request, { entry }) => correctableOf(entry)?.begin ?? {},
    frame: (facts) => ({
      title: 'Correct an entry',
      heading: 'Correct an entry',
      ...wayOf(facts, 'Correct an entry'),
      submit: 'Record the correction',
      before: saysNow(facts),
    }),
    fields: (facts) =>
      fieldsOf({
        right: correctableOf(facts.entry)?.asked ?? takeItBack(facts),
        because: text({
          label: { text: 'Why is it put right?', size: 's' },
          hint: 'What it said before stays readable, with this reason.',
          rows: 2,
          missing: 'Say why it is put right',
        }),
      }),
    record: async ({ book, tx, said, expect }, { right, because }, { entry }) =>
      correctEntry.record(
        book,
        tx,
        said,
        [{ entry: entry.id, because, body: right.body, ...given({ happenedOn: right.happenedOn }) }],
        expect,
      ),
    place: ({ field }) => (field === 'happenedOn' || field === 'because' ? field : ''),
    done: (_ids, { place }) => ({
      goTo: paths.place(place),
      message: 'The correction was recorded. What it said before stays readable.',
    }),
  })

/** An entry of this kind has no form of its own. */
const takeItBack =
  ({ place, entry }: EntryAsked): Unnamed<Right> =>
  ({ name }) => ({
    name,
    draw: () =>
      html`<p class="govuk-body">An entry of this kind is not corrected in place. <a class="govuk-link" href="${paths.withdraw(place, entry.id)}">Take it back</a> and record it anew.</p>`,
    read: () => wrong('', 'An entry of this kind is not corrected in place. Take it back and record it anew.'),
  })

const withdrawForm = (rooms: FamiliesRooms, under: string, rule: ForWhom): HouseRoute[] =>
  form(rooms, {
    path: `${under}/entries/:entry/withdraw`,
    name: 'withdrawal',
    what: 'the taking back of an entry',
    rule,
    read: async (request) => readEntry(rooms, request),
    shown,
    seen,
    frame: (facts) => ({
      title: 'Take back an entry',
      heading: 'Take back an entry',
      ...wayOf(facts, 'Take back an entry'),
      submit: 'Take it back',
      warning: true,
      before: saysNow(facts),
    }),
    fields: () =>
      fieldsOf({
        because: text({
          label: { text: 'Why is it taken back?', size: 's' },
          hint: 'For example: it was about another child. What it said stays readable for those who review.',
          rows: 2,
          missing: 'Say why it is taken back',
        }),
      }),
    record: async ({ book, tx, said, expect }, { because }, { entry }) =>
      withdrawEntry.record(book, tx, said, [{ entry: entry.id, because }], expect),
    place: ({ field }) => (field === 'because' ? field : ''),
    done: (_ids, { place }) => ({ goTo: paths.place(place), message: 'The entry was taken back.' }),
  })

const shown = ({ entry }: EntryAsked): string[] => entry.subjects.map(({ id }) => id)

const seen = ({ place, version }: EntryAsked): Expect =>
  new Map([['family' in place ? place.family : place.record, version]])

const wayOf = ({ place, title }: EntryAsked, here: string) => ({
  way: [{ text: 'Find a family', href: paths.find }, { text: title, href: paths.place(place) }, { text: here }],
  look: paths.place(place),
  caption: title,
})

const saysNow = ({ entry, names, kinds }: EntryAsked): Html => {
  const { title, text: said = '' } = entryInWords(entry, names, kinds)
  const lines = said.split('\n').filter((line) => line !== '')
  return html`<div class="rt-says-now"><h2 class="govuk-heading-s">What it says now</h2><p class="govuk-body"><strong>${title}</strong></p>${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}${sourceOf(names, basisOf(entry))}</div>`
}

const readEntry = async (rooms: FamiliesRooms, request: Asked): Promise<EntryAsked | undefined> => {
  const now = { ...request, query: {} }
  const { kinds } = rooms.book
  const asked = request.params['entry']
  if (request.params['family'] !== undefined) {
    const page = await readFamily(rooms, now)
    const entry = page?.view.entries.find(({ id }) => id === asked)
    if (page === undefined || entry === undefined) return undefined
    const { names, view } = page
    return { entry, names, kinds, version: view.version, title: titleOf(view.title), place: { family: view.family } }
  }
  const person = await readPerson(rooms, now)
  const entry = person?.view.entries.find(({ id }) => id === asked)
  if (person === undefined || entry === undefined) return undefined
  const { names, view, record } = person
  return {
    entry,
    names,
    kinds,
    version: view.version,
    title: personName(names, view.person) ?? 'Person',
    place: { record },
  }
}
