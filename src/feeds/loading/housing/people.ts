import { filled, saying } from '../statements.ts'
import type { Saying } from '../statements.ts'
import type { LoadedRow } from '../loaded-rows.ts'
import { roomNameIn } from './homes.ts'
import { addressOf, homeOf, linesOf, recordOf } from './rows.ts'
import type { HousingContext, HousingRow } from './rows.ts'

/** A person whom the landlord knows: its record of them, and what stands in it. */
export const personSays = (rows: readonly LoadedRow[], context: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'people')
  if (line === undefined) return []
  const { row } = line
  const record = recordOf(context, row.person_ref)
  const about = [record]
  const born = row.date_of_birth ?? (row.birth_year === undefined ? undefined : String(row.birth_year))
  const { sex, died_on: died, nhs_number: nhs } = row
  return [
    saying(
      'record',
      'record',
      line,
      about,
      (traced) => ({ record, reference: row.person_ref, statements: [], ...traced }),
      { ifGone: 'say-gone' },
    ),
    saying('person', 'names', line, about, (traced) => ({
      record,
      statement: { say: 'names', names: [nameOf(row)], ...traced },
    })),
    ...(sex === undefined
      ? []
      : [saying('person', 'sex', line, about, (traced) => ({ record, statement: { say: 'sex', sex, ...traced } }))]),
    ...(born === undefined
      ? []
      : [
          saying('person', 'birth', line, about, (traced) => ({
            record,
            statement: { say: 'birth', on: born, ...traced },
          })),
        ]),
    ...(died === undefined
      ? []
      : [
          saying('person', 'death', line, about, (traced) => ({
            record,
            statement: { say: 'death', on: died, ...traced },
          })),
        ]),
    ...(nhs === undefined
      ? []
      : [
          saying('person', 'nhs-number', line, about, (traced) => ({
            record,
            statement: { say: 'nhs-number', number: nhs, ...traced },
          })),
        ]),
  ]
}

const nameOf = (row: HousingRow<'people'>) =>
  row.forenames !== undefined && row.surname !== undefined
    ? { use: 'usual' as const, given: row.forenames.slice(0, 300), family: row.surname.slice(0, 300) }
    : { use: 'usual' as const, full: row.full_name.slice(0, 300) }

/** Whom a person lives with as a couple, whose child they are, and whether she expects a child. Nothing is said of parental responsibility. */
export const relationsSay = (rows: readonly LoadedRow[], context: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'people')
  if (line === undefined) return []
  const { row } = line
  const record = recordOf(context, row.person_ref)
  // A couple whose rows name each other is said once.
  const partner = row.partner_ref === undefined ? undefined : context.people.get(row.partner_ref)?.row
  const saysPartner =
    partner !== undefined &&
    partner.person_ref !== row.person_ref &&
    !(partner.partner_ref === row.person_ref && partner.person_ref < row.person_ref)
  const parents = (
    [
      ['parent', row.parent_ref],
      ['other-parent', row.other_parent_ref],
    ] as const
  ).filter(
    ([slot, ref]) =>
      ref !== undefined &&
      ref !== row.person_ref &&
      context.people.has(ref) &&
      !(slot === 'other-parent' && ref === row.parent_ref),
  )
  const { baby_due_on: due, babies_expected: babies } = row
  return [
    ...(saysPartner
      ? [
          saying('relationship', 'partner', line, [record, recordOf(context, partner.person_ref)], (traced) => ({
            from: { record: recordOf(context, partner.person_ref) },
            type: 'partner',
            to: record,
            ...traced,
          })),
        ]
      : []),
    ...parents.map(([slot, ref]) => {
      const parent = recordOf(context, ref ?? '')
      return saying('relationship', slot, line, [record, parent], (traced) => ({
        from: { record: parent },
        type: 'parent',
        to: record,
        ...traced,
      }))
    }),
    ...(due === undefined && babies === undefined
      ? []
      : [
          saying('pregnancy', 'expecting', line, [record], (traced) => ({
            mother: record,
            expected: due ?? 'not-known',
            babies: babies === undefined || babies > 8 ? 'not-known' : babies,
            ...traced,
          })),
        ]),
  ]
}

/** Somebody in the list of who sleeps in a home. An address is said only where they are said to sleep there: not known is not yes. */
export const occupancySays = (rows: readonly LoadedRow[], context: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'occupancy')
  const home = line === undefined ? undefined : homeOf(context, line.row.home_ref)
  const of = line === undefined ? undefined : context.homes.get(line.row.home_ref)?.row
  if (line === undefined || home === undefined || of === undefined) return []
  const { row } = line
  const record = recordOf(context, row.person_ref)
  const dates = filled({ trueFrom: row.moved_in, trueUntil: row.moved_out })
  const room = roomNameIn(context, row.home_ref, row.room_ref)
  return [
    ...(row.sleeps_here === 'yes'
      ? [
          saying(
            'person',
            'address',
            line,
            [record, home],
            (traced) => ({
              record,
              statement: {
                say: 'address',
                type: of.tenure === 'temporary' ? 'temporary' : 'home',
                address: addressOf(of),
                home,
                ...dates,
                ...traced,
              },
            }),
            { ifUnsaid: 'end-state', ifGone: 'end-state' },
          ),
        ]
      : []),
    saying(
      'occupancy',
      'sleeps-here',
      line,
      [home, record],
      (traced) => ({
        list: 'sleeps-here',
        home,
        record,
        says: row.sleeps_here ?? 'not-known',
        ...dates,
        ...traced,
        ...filled({
          relationshipToLead: row.relationship_to_lead,
          temporary: row.temporary,
          knownHow: row.known_how,
          verifiedOn: row.verified_on,
          verifiedBy:
            row.verified_by === undefined
              ? undefined
              : (context.officers.get(row.verified_by)?.row.name ?? row.verified_by).slice(0, 300),
        }),
      }),
      { ifUnsaid: 'not-listed', ifGone: 'not-listed' },
    ),
    ...(row.room_ref === undefined && row.sleep_place === undefined
      ? []
      : [
          saying('sleeping', 'sleeping', line, [home, record], (traced) => ({
            home,
            record,
            room: room === undefined ? 'not-known' : { name: room },
            place: row.sleep_place ?? 'not-known',
            with: [],
            knownHow: row.known_how ?? 'not-known',
            ...filled({ happenedOn: row.verified_on }),
            ...traced,
          })),
        ]),
  ]
}
