import { sql } from 'kysely'
import { byUnit, rowsNow } from '../loaded-rows.ts'
import type { LoadedRow, Mapping, Said } from '../loaded-rows.ts'
import { homeIdFor, recordIdFor } from '../ids.ts'
import { homesWithoutOfficer, responsibilitiesSay, touchPatches } from './responsibilities.ts'
import { homeSays } from './homes.ts'
import { applicationSays, conditionSays, placementSays, tenancySays } from './letting.ts'
import { occupancySays, personSays, relationsSay } from './people.ts'
import { contextFor } from './rows.ts'
import type { HousingContext } from './rows.ts'

const saysOf: Readonly<
  Record<string, (rows: readonly LoadedRow[], context: HousingContext) => Said | readonly Said['sayings'][number][]>
> = {
  home: homeSays,
  person: personSays,
  relations: relationsSay,
  occupancy: occupancySays,
  tenancy: tenancySays,
  application: applicationSays,
  condition: conditionSays,
  placement: placementSays,
}

/** A landlord's delivery. */
export const housingMapping: Mapping = {
  unitOf: {
    officers: { unit: 'officer', by: ['officer_ref'] },
    homes: { unit: 'home', by: ['home_ref'] },
    rooms: { unit: 'home', by: ['home_ref'] },
    people: { unit: 'person', by: ['person_ref'] },
    occupancy: { unit: 'occupancy', by: ['home_ref', 'person_ref'] },
    tenancies: { unit: 'tenancy', by: ['tenancy_ref'] },
    tenancyPeople: { unit: 'tenancy', by: ['tenancy_ref'] },
    register: { unit: 'application', by: ['application_ref'] },
    registerPeople: { unit: 'application', by: ['application_ref'] },
    conditions: { unit: 'condition', by: ['condition_ref'] },
    placements: { unit: 'placement', by: ['placement_ref'] },
  },
  minted: (agency, tbl, row) => {
    if (tbl === 'homes')
      return homeIdFor(agency, String(row['home_ref']), typeof row['uprn'] === 'string' ? row['uprn'] : undefined)
    return tbl === 'people' ? recordIdFor(agency, 'housing', String(row['person_ref'])) : undefined
  },
  order: ['home', 'person', 'relations', 'occupancy', 'tenancy', 'application', 'condition', 'placement', 'patch'],
  rowsFrom: { relations: 'person', patch: 'home' },
  notPlaced: homesWithoutOfficer,
  // An address is said with whoever lives there, a room's name with whoever sleeps in it; an officer may have come or gone.
  alsoTouched: async (tx, source) => {
    const { agency, delivery } = source
    await sql`insert into feed_touched select ${delivery}::uuid, 'relations', unit from feed_touched where delivery = ${delivery} and unit_type = 'person' on conflict do nothing`.execute(
      tx,
    )
    await sql`insert into feed_touched select distinct ${delivery}::uuid, 'relations', p.key from feed_touched t join ${rowsNow(source)} p on p.tbl = 'people'
      and (p.row ->> 'partner_ref' = t.unit) where t.delivery = ${delivery} and t.unit_type = 'person' and p.key <> t.unit
      and exists (select from feed_row was where was.agency = ${agency} and was.kind = 'housing') on conflict do nothing`.execute(
      tx,
    )
    await sql`insert into feed_touched select distinct ${delivery}::uuid, r.unit_type, r.unit from feed_touched t join ${rowsNow(source)} r on r.row ->> 'home_ref' = t.unit
      where t.delivery = ${delivery} and t.unit_type = 'home' and r.tbl in ('occupancy', 'conditions') on conflict do nothing`.execute(
      tx,
    )
    await sql`insert into feed_touched select ${delivery}::uuid, 'patch', unit from feed_touched where delivery = ${delivery} and unit_type = 'home' on conflict do nothing`.execute(
      tx,
    )
    // Who verified a row is said by name.
    await sql`insert into feed_touched select distinct ${delivery}::uuid, 'occupancy', o.unit from feed_staged s join ${rowsNow(source)} o on o.tbl = 'occupancy'
      and o.row ->> 'verified_by' = s.key where s.delivery = ${delivery} and s.tbl = 'officers' and s.change in ('changed', 'gone') on conflict do nothing`.execute(
      tx,
    )
    await touchPatches(tx, source)
  },
  say: async (tx, source, unitType, units, loaded) => {
    const rows = byUnit(loaded)
    const context = await contextFor(tx, source, loaded)
    if (unitType === 'patch') return responsibilitiesSay(tx, units, context)
    const says = saysOf[unitType]
    return new Map(
      units.map((unit): [string, Said] => {
        const said = says?.(rows.get(unit) ?? [], context) ?? []
        return [unit, 'sayings' in said ? said : { sayings: said, notTaken: [] }]
      }),
    )
  },
}
