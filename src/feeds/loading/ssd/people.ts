import { filled, saying } from '../statements.ts'
import type { NotTaken, Saying } from '../statements.ts'
import type { LoadedRow, Said, Source } from '../loaded-rows.ts'
import { homeIdOfUprn } from '../ids.ts'
import { familyOf, isUnborn, linesOf, recordOf, roleOf } from './rows.ts'
import type { PeopleKnown } from './rows.ts'

/** A child or somebody of their family, as children's social care holds them, with the numbers that stand in other tables. */
export const personSays = (rows: readonly LoadedRow[], source: Source): Saying[] => {
  const [line] = linesOf(rows, 'person')
  if (line === undefined) return []
  const { row } = line
  const record = recordOf(source, row.pers_person_id)
  const about = [record]
  const { pers_forename: given, pers_surname: family, pers_sex: sex, pers_dob: born, pers_death_date: died } = row
  const full = given ?? family
  const name =
    given !== undefined && family !== undefined
      ? { use: 'usual' as const, given: given.slice(0, 300), family: family.slice(0, 300) }
      : full === undefined
        ? undefined
        : { use: 'usual' as const, full: full.slice(0, 300) }
  return [
    saying(
      'record',
      'record',
      line,
      about,
      (traced) => ({ record, reference: row.pers_person_id, statements: [], ...traced }),
      { ifGone: 'say-gone' },
    ),
    ...(name === undefined
      ? []
      : [
          saying('person', 'names', line, about, (traced) => ({
            record,
            statement: { say: 'names', names: [name], ...traced },
          })),
        ]),
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
    ...numbersSay(rows, record),
  ]
}

/** NHS number and UPN, from whichever table holds them; each number once. */
const numbersSay = (rows: readonly LoadedRow[], record: string): Saying[] => {
  const found = [
    ...linesOf(rows, 'person').map((line) => ({
      line,
      say: 'nhs-number' as const,
      number: /^\d{10}$/u.test(line.row.pers_common_child_id ?? '') ? line.row.pers_common_child_id : undefined,
    })),
    ...linesOf(rows, 'send').map((line) => ({ line, say: 'upn' as const, number: line.row.send_upn })),
    ...linesOf(rows, 'linkedIdentifiers').flatMap((line) => {
      const type = line.row.link_identifier_type ?? ''
      const say = /nhs/iu.test(type)
        ? ('nhs-number' as const)
        : /\bupn\b|unique pupil/iu.test(type)
          ? ('upn' as const)
          : undefined
      return say === undefined ? [] : [{ line, say, number: line.row.link_identifier_value }]
    }),
  ]
  const said = new Set<string>()
  return found.flatMap(({ line, say, number }) => {
    const slot = `${say}:${number ?? ''}`
    if (number === undefined || said.has(slot)) return []
    said.add(slot)
    return [
      saying('person', slot, line, [record], (traced) => ({
        record,
        statement: { say, number: number.slice(0, 300), ...traced },
      })),
    ]
  })
}

/** A mother and her children, born and expected. Nothing is said of parental responsibility: it is stated with its evidence, never inferred. */
export const motherSays = (rows: readonly LoadedRow[], source: Source, { people }: PeopleKnown): Saying[] => {
  const lines = linesOf(rows, 'mother').filter(
    ({ row }) => people.has(row.moth_childs_person_id) && row.moth_person_id !== row.moth_childs_person_id,
  )
  const expected = Map.groupBy(
    lines.filter(({ row }) => unborn(people, row.moth_childs_person_id)),
    ({ row }) => people.get(row.moth_childs_person_id)?.pers_expected_dob ?? '',
  )
  return [
    ...lines.map((line) => {
      const mother = recordOf(source, line.row.moth_person_id)
      const child = recordOf(source, line.row.moth_childs_person_id)
      return saying('relationship', `child:${line.row.moth_childs_person_id}`, line, [mother, child], (traced) => ({
        from: { record: mother },
        type: 'parent',
        as: 'mother',
        to: child,
        ...traced,
      }))
    }),
    ...[...expected].flatMap(([due, children]) => {
      const [line] = children
      if (line === undefined) return []
      const mother = recordOf(source, line.row.moth_person_id)
      const babies = children.length > 8 ? 'not-known' : children.length
      return [
        saying('pregnancy', `expecting:${due}`, line, [mother], (traced) => ({
          mother,
          expected: due,
          babies,
          ...traced,
        })),
      ]
    }),
  ]
}

const unborn = (people: PeopleKnown['people'], ref: string): boolean => {
  const person = people.get(ref)
  return person !== undefined && isUnborn(person)
}

/** A family file. It is minted around its children; a file without a child or an expected child is no family here. */
export const familySays = (rows: readonly LoadedRow[], source: Source, { people, mothers }: PeopleKnown): Said => {
  const lines = linesOf(rows, 'family')
  const [first] = lines
  if (first === undefined) return { sayings: [], notTaken: [] }
  const family = familyOf(source, first.row.fami_family_id)
  const members = lines.map((line) => ({
    line,
    ref: line.row.fami_person_id,
    record: recordOf(source, line.row.fami_person_id),
    role: roleOf(people.get(line.row.fami_person_id), mothers, source.extractDay),
  }))
  const children = members.filter(({ role }) => role === 'child').map(({ record }) => record)
  const notTaken: NotTaken[] =
    children.length > 0
      ? []
      : [{ file: first.file, why: 'There is no child in this family file, so no family was opened for it.' }]
  return {
    sayings: [
      ...(children.length === 0
        ? []
        : [
            saying(
              'family',
              'family',
              first,
              [family],
              (traced) => ({
                family,
                around: children,
                members: members.map(({ record, role }) => ({ record, role })),
                ...traced,
              }),
              { ifUnsaid: 'keep', content: 'opened' },
            ),
          ]),
      // A child who comes of age stays who they are in this file until a person says otherwise.
      ...members.map(({ line, ref, record, role }) =>
        saying('member', `member:${ref}`, line, [family, record], (traced) => ({ family, record, role, ...traced }), {
          ifUnsaid: 'leave-family',
          ifGone: 'leave-family',
          content: 'member',
        }),
      ),
    ],
    notTaken,
  }
}

/** Where somebody lives or lived. A UPRN inside the address makes it the landlord's home. */
export const addressSays = (rows: readonly LoadedRow[], source: Source): Saying[] =>
  linesOf(rows, 'address').map((line) => {
    const { row } = line
    const record = recordOf(source, row.addr_person_id)
    const { lines, uprn } = partsOf(row.addr_address_json)
    const home = uprn === undefined ? undefined : homeIdOfUprn(uprn)
    const postcode = row.addr_address_postcode?.slice(0, 300)
    const written = lines.length > 0 ? lines : postcode === undefined ? [] : [postcode]
    const address = written.length === 0 ? ('not-known' as const) : { lines: written, ...filled({ postcode }) }
    return saying(
      'person',
      'address',
      line,
      home === undefined ? [record] : [record, home],
      (traced) => ({
        record,
        statement: {
          say: 'address',
          type: typeOf(row.addr_address_type),
          address,
          ...filled({ home, trueFrom: row.addr_address_start_date, trueUntil: row.addr_address_end_date }),
          ...traced,
        },
      }),
      { ifUnsaid: 'end-state', ifGone: 'end-state' },
    )
  })

/** Codes differ from one case system to the next; what none of these words is in is kept as another kind of address. */
const typeOf = (
  code: string | undefined,
): 'home' | 'temporary' | 'placement' | 'hospital' | 'correspondence' | 'other' => {
  if (code === undefined || /home|main|primary|permanent/iu.test(code)) return 'home'
  if (/temp/iu.test(code)) return 'temporary'
  if (/plac|foster|residential/iu.test(code)) return 'placement'
  if (/hosp/iu.test(code)) return 'hospital'
  return /corr|post/iu.test(code) ? 'correspondence' : 'other'
}

const partsOf = (json: string | undefined): { lines: string[]; uprn: string | undefined } => {
  const parsed: unknown = json === undefined ? {} : JSON.parse(json)
  if (typeof parsed !== 'object' || parsed === null) return { lines: [], uprn: undefined }
  const parts = Object.entries(parsed).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name.toUpperCase(), String(value).trim()] as const] : [],
  )
  const uprn = parts.find(([name, value]) => name === 'UPRN' && /^\d{1,12}$/u.test(value))?.[1]
  return {
    lines: parts
      .filter(([name, value]) => name !== 'UPRN' && !name.includes('POSTCODE') && value !== '')
      .map(([, value]) => value.slice(0, 300))
      .slice(0, 6),
    uprn,
  }
}
