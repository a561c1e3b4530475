import { formRoutes, openRecord, route, saidBy, viewerStanding } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { fieldText, textGiven } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { joinRecords, partRecords } from '../commands/index.ts'
import { joinPageOf, partForm, samePage } from '../pages/join.ts'
import type { JoinFacts } from '../pages/join.ts'
import type { PersonPageView } from '../pages/person.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { paths } from '../paths.ts'
import { findPeople, joinPage } from '../queries/index.ts'
import { byWhoWorksWithThisPerson } from './hide.ts'
import { personShown, readPerson } from './person.ts'
import { namesWithAgencies } from './reading.ts'
import type { Asking, FamiliesRooms } from './rooms.ts'

export const joinRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/people/:record/same',
    what: 'search for another record of a person',
    rule: byWhoWorksWithThisPerson,
    handle: async (ask) => {
      const person = await readPerson(rooms, { ...ask, query: {} })
      if (person === undefined) return { missing: true }
      const who = (ask.query['who'] ?? '').trim().slice(0, 200)
      const found = who === '' ? [] : await rooms.database.transaction(viewerStanding(ask.visitor, ask.today), async (tx) => findPeople(tx, /\d{4}/u.test(who) ? { number: who } : { name: who }, false, { on: ask.today }))
      const named = await rooms.database.transaction('app', async (tx) => namesWithAgencies(tx, found.flatMap((one) => (one.found === 'content' ? one.facts.records.map(({ basis }) => basis.agency) : []))))
      const names = { ...person.names, directory: new Map([...person.names.directory, ...named]) }
      return { page: samePage(ask.shell, { ...person, names }, who, found), shown: personShown(person), ...(found.length === 0 ? {} : { listed: [{ subjects: found.map(({ record }) => record), because: 'search' }] }) }
    },
  }),
  ...formRoutes<JoinFacts>({
    path: '/join',
    what: 'two records as one person',
    // Both records are asked of the access room below: the ids are no part of this address.
    rule: { who: 'signed-in' },
    read: async (ask) => readJoin(rooms, ask),
    shown: ({ join: { sides } }) => sides.flatMap(({ records }) => records),
    version: ({ join: { sides } }) => sides[0].version,
    draw: (ask, facts, state) => joinPageOf(ask.shell, { ...state, fields: { ...state.fields, left: facts.left, right: facts.right } }, facts),
    record: async (ask, { left, right }, seen) => {
      const because = textGiven(ask.form, 'because', 'Say how you know that it is the same person')
      if (because.errors.length > 0) return because
      const done = await rooms.database.transaction('app', async (tx) => joinRecords(rooms.book, tx, saidBy(ask, 'join'), [{ records: [left, right], because: because.text }], seen === undefined ? undefined : new Map([[left, seen]])))
      return recordedOr(done, () => paths.person(left), 'The records were joined as one person.', { records: '' })
    },
  }),
  ...formRoutes<PersonPageView>({
    path: '/people/:record/part',
    what: 'records told apart again',
    rule: byWhoWorksWithThisPerson,
    read: async (ask) => readPerson(rooms, { ...ask, query: {} }),
    shown: personShown,
    draw: (ask, person, state) => partForm(ask.shell, state, person),
    record: async (ask, { record, view }) => {
      const because = textGiven(ask.form, 'because', 'Say how you know')
      if (because.errors.length > 0) return because
      const done = await rooms.database.transaction('app', async (tx) => partRecords(rooms.book, tx, saidBy(ask, 'part'), [{ joining: fieldText(ask.form, 'joining'), because: because.text, records: view.records }]))
      return recordedOr(done, () => paths.person(record), 'The records were parted again.', { joining: '' })
    },
  }),
]

/**
 * Both people, where the viewer works with a family of one and with a family of the other or under one roof with them: whoever may see
 * only one learns nothing of the other.
 */
const readJoin = async (rooms: FamiliesRooms, ask: Asking): Promise<JoinFacts | undefined> => {
  const given = (name: string): string => (fieldText(ask.form, name) === '' ? (ask.query[name] ?? '') : fieldText(ask.form, name))
  const [left, right] = [given('left'), given('right')]
  const open = await rooms.database.transaction('app', async (tx) => [await openRecord(tx, ask.visitor, left, ask.today), await openRecord(tx, ask.visitor, right, ask.today)])
  const ways = open.map((access) => (access.may ? access.way : undefined))
  if (!ways.includes('involved') || !ways.every((way) => way === 'involved' || way === 'under-one-roof')) return undefined
  const join = await rooms.database.transaction(viewerStanding(ask.visitor, ask.today), async (tx) => joinPage(tx, left, right, { on: ask.today }))
  if (join === undefined) return undefined
  const entries = join.sides.flatMap((side) => side.entries)
  const directory = await rooms.database.transaction('app', async (tx) => namesWithAgencies(tx, idsOfEntries(entries)))
  const names = { people: new Map(join.sides.flatMap((side) => [...side.people])), persons: new Map(join.sides.flatMap((side) => [...side.persons])), directory }
  return { join, left, right, names, on: ask.today }
}
