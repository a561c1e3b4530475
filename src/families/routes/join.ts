import { exactMatch, openRecord, route, viewerStanding } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { fieldText } from '#platform/http/index.ts'
import { samePage } from '../pages/join.ts'
import type { JoinAsked, JoinElsewhere } from '../pages/join.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { findPeople, joinPage } from '../queries/index.ts'
import type { FindPeople } from '../queries/index.ts'
import { byWhoWorksWithThisPerson } from '../forms/person-form.ts'
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
]

/**
 * Both people, where the viewer works with a family of one and with a family of the other or under one roof with them: whoever may see
 * only one learns nothing of the other.
 */
export const readJoin = async (rooms: FamiliesRooms, request: Asked): Promise<JoinAsked | undefined> => {
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
