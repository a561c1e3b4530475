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
import type { Asked, FamiliesRooms } from './rooms.ts'

export const joinRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/people/:record/same',
    what: 'search for another record of a person',
    rule: byWhoWorksWithThisPerson,
    handle: async (request) => {
      const person = await readPerson(rooms, { ...request, query: {} })
      if (person === undefined) return { missing: true }
      const who = (request.query['who'] ?? '').trim().slice(0, 200)
      const found =
        who === ''
          ? []
          : await rooms.database.transaction(viewerStanding(request.visitor, request.today), async (tx) =>
              findPeople(tx, searchedBy(who), false, { on: request.today }),
            )
      const elsewhere = await heldElsewhere(rooms, request, person.view)
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
        page: samePage(request.shell, { ...person, names }, who, found, elsewhere),
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
    read: async (request) => readJoin(rooms, request),
    shown: (facts) =>
      'join' in facts ? facts.join.sides.flatMap(({ records }) => records) : [...facts.own.view.records, facts.right],
    version: (facts) => ('join' in facts ? facts.join.sides[0].version : facts.own.view.version),
    draw: (request, facts, state) => {
      const asked = { ...state, fields: { ...state.fields, left: facts.left, right: facts.right } }
      return 'join' in facts ? joinPageOf(request.shell, asked, facts) : joinElsewherePage(request.shell, asked, facts)
    },
    record: async (request, { left, right }, seen) => {
      const because = textGiven(request.form, 'because', 'Say how you know that it is the same person')
      if (because.errors.length > 0) return because
      const done = await rooms.database.transaction('app', async (tx) =>
        joinRecords.record(
          rooms.book,
          tx,
          saidBy(request, 'join'),
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
    read: async (request) => readPerson(rooms, { ...request, query: {} }),
    shown: personShown,
    draw: (request, person, state) => partForm(request.shell, state, person),
    record: async (request, { record, view }) => {
      const because = textGiven(request.form, 'because', 'Say how you know')
      if (because.errors.length > 0) return because
      const done = await rooms.database.transaction('app', async (tx) =>
        partRecords.record(rooms.book, tx, saidBy(request, 'part'), [
          { joining: fieldText(request.form, 'joining'), because: because.text, records: view.records },
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
const readJoin = async (rooms: FamiliesRooms, request: Asked): Promise<JoinAsked | undefined> => {
  const given = (name: string): string =>
    fieldText(request.form, name) === '' ? (request.query[name] ?? '') : fieldText(request.form, name)
  const [left, right] = [given('left'), given('right')]
  const open = await rooms.database.transaction('app', async (tx) => [
    await openRecord(tx, request.visitor, left, request.today),
    await openRecord(tx, request.visitor, right, request.today),
  ])
  const ways = open.map((access) => (access.may ? access.way : undefined))
  if (ways[0] === 'involved' && ways[1] === undefined) return readElsewhere(rooms, request, left, right)
  if (!ways.includes('involved') || !ways.every((way) => way === 'involved' || way === 'under-one-roof'))
    return undefined
  const join = await rooms.database.transaction(viewerStanding(request.visitor, request.today), async (tx) =>
    joinPage(tx, left, right, { on: request.today }),
  )
  if (join === undefined) return undefined
  const entries = join.sides.flatMap((side) => side.entries)
  const directory = await rooms.database.transaction('app', async (tx) => namesWithAgencies(tx, idsOfEntries(entries)))
  const names = {
    people: new Map(join.sides.flatMap((side) => [...side.people])),
    persons: new Map(join.sides.flatMap((side) => [...side.persons])),
    directory,
  }
  return { join, left, right, names, on: request.today }
}

/** The other record is one of those that the search page offered: asked for anew, so that nobody joins by typing an address. */
const readElsewhere = async (
  rooms: FamiliesRooms,
  request: Asked,
  left: string,
  right: string,
): Promise<JoinElsewhere | undefined> => {
  const own = await readPerson(rooms, { ...request, params: { record: left }, query: {} })
  const held = own === undefined ? [] : await heldElsewhere(rooms, request, own.view)
  const { holders, by } = held.find(({ record }) => record === right) ?? {}
  return own === undefined || holders === undefined || by === undefined ? undefined : { own, left, right, holders, by }
}

/** A name, a number or a postcode, by how it is written. */
const searchedBy = (who: string): FindPeople => {
  if (/^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/iu.test(who)) return { postcode: who }
  return /\d{4}/u.test(who) ? { number: who } : { name: who }
}
