import { exactMatch, formRoutes, openRecord, route, saidBy, viewerStanding } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { fieldText, textGiven } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { joinRecords, partRecords } from '../commands/index.ts'
import { joinElsewherePage, joinPageOf, partForm, samePage } from '../pages/join.ts'
import type { JoinAsked, JoinElsewhere } from '../pages/join.ts'
import type { PersonPageView } from '../pages/person.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { paths } from '../paths.ts'
import { findPeople, joinPage } from '../queries/index.ts'
import type { FindPeople } from '../queries/index.ts'
import { byWhoWorksWithThisPerson } from './hide.ts'
import { heldElsewhere } from './join-elsewhere.ts'
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
      const found =
        who === ''
          ? []
          : await rooms.database.transaction(viewerStanding(ask.visitor, ask.today), async (tx) =>
              findPeople(tx, searchedBy(who), false, { on: ask.today }),
            )
      const elsewhere = await heldElsewhere(rooms, ask, person.view)
      const named = await rooms.database.transaction('app', async (tx) =>
        namesWithAgencies(
          tx,
          found.flatMap((one) => (one.found === 'content' ? one.facts.records.map(({ basis }) => basis.agency) : [])),
        ),
      )
      const names = { ...person.names, directory: new Map([...person.names.directory, ...named]) }
      const listed = [
        ...(found.length === 0 ? [] : [{ subjects: found.map(({ record }) => record), because: 'search' }]),
        ...(elsewhere.length === 0 ? [] : [{ subjects: elsewhere.map(({ record }) => record), because: exactMatch }]),
      ]
      return {
        page: samePage(ask.shell, { ...person, names }, who, found, elsewhere),
        shown: personShown(person),
        ...(listed.length === 0 ? {} : { listed }),
      }
    },
  }),
  ...formRoutes<JoinAsked>({
    path: '/join',
    what: 'two records as one person',
    // Both records are asked of the access room below: the ids are no part of this address.
    rule: { who: 'signed-in' },
    read: async (ask) => readJoin(rooms, ask),
    shown: (facts) =>
      'join' in facts ? facts.join.sides.flatMap(({ records }) => records) : [...facts.own.view.records, facts.right],
    version: (facts) => ('join' in facts ? facts.join.sides[0].version : facts.own.view.version),
    draw: (ask, facts, state) => {
      const asked = { ...state, fields: { ...state.fields, left: facts.left, right: facts.right } }
      return 'join' in facts ? joinPageOf(ask.shell, asked, facts) : joinElsewherePage(ask.shell, asked, facts)
    },
    record: async (ask, { left, right }, seen) => {
      const because = textGiven(ask.form, 'because', 'Say how you know that it is the same person')
      if (because.errors.length > 0) return because
      const done = await rooms.database.transaction('app', async (tx) =>
        joinRecords(
          rooms.book,
          tx,
          saidBy(ask, 'join'),
          [{ records: [left, right], because: because.text }],
          seen === undefined ? undefined : new Map([[left, seen]]),
        ),
      )
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
      const done = await rooms.database.transaction('app', async (tx) =>
        partRecords(rooms.book, tx, saidBy(ask, 'part'), [
          { joining: fieldText(ask.form, 'joining'), because: because.text, records: view.records },
        ]),
      )
      return recordedOr(done, () => paths.person(record), 'The records were parted again.', { joining: '' })
    },
  }),
]

/**
 * Both people, where the viewer works with a family of one and with a family of the other or under one roof with them: whoever may see
 * only one learns nothing of the other.
 */
const readJoin = async (rooms: FamiliesRooms, ask: Asking): Promise<JoinAsked | undefined> => {
  const given = (name: string): string =>
    fieldText(ask.form, name) === '' ? (ask.query[name] ?? '') : fieldText(ask.form, name)
  const [left, right] = [given('left'), given('right')]
  const open = await rooms.database.transaction('app', async (tx) => [
    await openRecord(tx, ask.visitor, left, ask.today),
    await openRecord(tx, ask.visitor, right, ask.today),
  ])
  const ways = open.map((access) => (access.may ? access.way : undefined))
  if (ways[0] === 'involved' && ways[1] === undefined) return readElsewhere(rooms, ask, left, right)
  if (!ways.includes('involved') || !ways.every((way) => way === 'involved' || way === 'under-one-roof'))
    return undefined
  const join = await rooms.database.transaction(viewerStanding(ask.visitor, ask.today), async (tx) =>
    joinPage(tx, left, right, { on: ask.today }),
  )
  if (join === undefined) return undefined
  const entries = join.sides.flatMap((side) => side.entries)
  const directory = await rooms.database.transaction('app', async (tx) => namesWithAgencies(tx, idsOfEntries(entries)))
  const names = {
    people: new Map(join.sides.flatMap((side) => [...side.people])),
    persons: new Map(join.sides.flatMap((side) => [...side.persons])),
    directory,
  }
  return { join, left, right, names, on: ask.today }
}

/** The other record is one of those that the search page offered: asked for anew, so that nobody joins by typing an address. */
const readElsewhere = async (
  rooms: FamiliesRooms,
  ask: Asking,
  left: string,
  right: string,
): Promise<JoinElsewhere | undefined> => {
  const own = await readPerson(rooms, { ...ask, params: { record: left }, query: {} })
  const held = own === undefined ? [] : await heldElsewhere(rooms, ask, own.view)
  const { holders, by } = held.find(({ record }) => record === right) ?? {}
  return own === undefined || holders === undefined || by === undefined ? undefined : { own, left, right, holders, by }
}

/** A name, a number or a postcode, by how it is written. */
const searchedBy = (who: string): FindPeople => {
  if (/^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/iu.test(who)) return { postcode: who }
  return /\d{4}/u.test(who) ? { number: who } : { name: who }
}
