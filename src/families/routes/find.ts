import { exactMatch, knownElsewhere, roleRules, route, viewerStanding } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { fieldDay, fieldText } from '#platform/http/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { findPageOf } from '../pages/find.ts'
import type { FindShown, FoundElsewhere } from '../pages/find.ts'
import { familyTitles, findPeople } from '../queries/index.ts'
import type { FindPeople, FoundPerson } from '../queries/index.ts'
import { hiddenRecords } from '../queries/reading.ts'
import { membershipsNow } from './memberships.ts'
import type { Asked, FamiliesRooms } from './rooms.ts'

/** What is searched for is sent and never stands in an address: a shared browser would keep the names of families in its history. */
export const findRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/find',
    what: 'search form',
    rule: { who: 'signed-in' },
    handle: async (request) => ({ page: findPageOf(request.shell, beforeFound(request, [])), shown: [] }),
  }),
  route({
    method: 'POST',
    path: '/find',
    what: 'search for a family',
    rule: { who: 'signed-in' },
    handle: async (request) => {
      const { search, errors } = searchOf(request)
      const shown = beforeFound(request, errors)
      const { mayLearn } = shown
      if (search === undefined) return { page: findPageOf(request.shell, shown), shown: [], status: 422 }
      const found = await find(rooms, request, search, mayLearn)
      return { page: findPageOf(request.shell, { ...shown, results: found }), shown: [], listed: listedOf(found) }
    },
  }),
]

const beforeFound = (request: Asked, errors: FormErrors): FindShown => {
  const mayLearn = roleRules(request.visitor.role).mayLearnExistence
  return { fields: request.form, csrf: request.csrf, errors, mayOpenFamily: mayLearn, mayLearn, results: undefined }
}

type Found = NonNullable<FindShown['results']>

const find = async (rooms: FamiliesRooms, request: Asked, search: FindPeople, mayLearn: boolean): Promise<Found> => {
  const { visitor: viewer, today } = request
  const read = await rooms.database.transaction(viewerStanding(viewer, today), async (tx) => {
    const people = await findHere(tx, search, mayLearn, today)
    const memberships = await membershipsNow(
      tx,
      people.flatMap((one) => (one.found === 'content' ? [one.record] : [])),
      today,
    )
    return {
      people,
      memberships,
      titles: await familyTitles(tx, [...new Set([...memberships.values()].flat())], { on: today }),
    }
  })
  const elsewhere = await rooms.database.transaction('app', async (tx) => {
    const known: (FoundElsewhere & { matchedBy: string })[] = []
    for (const one of read.people) {
      if (one.found === 'content') continue
      const where = await knownElsewhere(tx, viewer, one.record, today)
      if (where !== undefined) known.push({ record: one.record, matchedBy: one.matchedBy, ...where })
    }
    return knownTo(known, read.people)
  })
  return {
    on: today,
    people: read.people.flatMap((one) =>
      one.found === 'content'
        ? [
            {
              ...one,
              families: (read.memberships.get(one.record) ?? []).map((family) => ({
                family,
                title: read.titles.get(family),
              })),
            },
          ]
        : [],
    ),
    elsewhere,
  }
}

/**
 * What is told of those whom the viewer does not work with. A record that no family holds leads to nobody who knows more than the
 * viewer: where the same words found somebody whom they work with, or a family, it is another agency's record of the same child, not
 * joined yet, and to say that they do not work with this family would be wrong.
 */
const knownTo = (
  known: readonly (FoundElsewhere & { readonly matchedBy: string })[],
  people: readonly FoundPerson[],
): FoundElsewhere[] => {
  const told = new Set<string>([
    ...people.flatMap(({ found, matchedBy }) =>
      found === 'content' ? [matchedBy === 'name' ? byNameAndBirth : matchedBy] : [],
    ),
    ...known.flatMap(({ families, matchedBy }) => (families.length > 0 ? [matchedBy] : [])),
  ])
  const without = known.find(({ families, matchedBy }) => families.length === 0 && !told.has(matchedBy))
  return known
    .filter((one) => one.families.length > 0 || one === without)
    .map(({ record, ask, families, canGiveReason }) => ({ record, ask, families, canGiveReason }))
}
/** How families_find() names the exact match by whole name and whole birth date. */
const byNameAndBirth = 'name-and-birth'

/** A role that comes by homes alone does not find those who hide, unless it sees their address itself: their being found would tell of them. */
const findHere = async (
  tx: Tx,
  search: FindPeople,
  mayLearn: boolean,
  on: Temporal.PlainDate,
): Promise<FoundPerson[]> => {
  const found = await findPeople(tx, search, mayLearn, { on })
  if (mayLearn) return found
  const hidden = await hiddenRecords(
    tx,
    found.map(({ record }) => record),
  )
  return found.filter(
    (one) => !hidden.has(one.record) || (one.found === 'content' && one.facts.addresses.now.length > 0),
  )
}

/** Each named for the look: by exact match what is known elsewhere, and otherwise what the viewer may see anyway. */
const listedOf = ({ people, elsewhere }: Found): { subjects: string[]; because: string }[] => [
  ...(elsewhere.length === 0
    ? []
    : [{ subjects: elsewhere.flatMap(({ record, families }) => [record, ...families]), because: exactMatch }]),
  ...(people.length === 0
    ? []
    : [
        {
          subjects: [
            ...new Set(people.flatMap(({ record, families }) => [record, ...families.map(({ family }) => family)])),
          ],
          because: 'search',
        },
      ]),
]

/** What is asked, or what is wrong with it. */
const searchOf = ({ form }: Asked): { search: FindPeople | undefined; errors: FormErrors } => {
  const text = (name: string): string => fieldText(form, name).slice(0, 200)
  const yearOnly = text('born-day') === '' && text('born-month') === '' && /^\d{4}$/u.test(text('born-year'))
  const born = fieldDay(form, 'born', 'The date of birth')
  if (!yearOnly && 'error' in born) return { search: undefined, errors: [born.error] }
  const search: FindPeople = {
    ...(text('name') === '' ? {} : { name: text('name') }),
    ...(yearOnly ? { born: text('born-year') } : 'day' in born ? { born: born.day.toString() } : {}),
    ...(text('number') === '' ? {} : { number: text('number') }),
    ...(text('postcode') === '' ? {} : { postcode: text('postcode') }),
  }
  return Object.keys(search).length === 0
    ? { search: undefined, errors: [{ field: 'name', text: 'Enter a name, a number, a postcode or a date of birth' }] }
    : { search, errors: [] }
}
