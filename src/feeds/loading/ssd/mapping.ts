import { sql } from 'kysely'
import { recordIdFor } from '../ids.ts'
import { byUnit, rowsNow } from '../loaded-rows.ts'
import type { Mapping, Said } from '../loaded-rows.ts'
import { caseSays } from './cases.ts'
import { addressSays, familySays, motherSays, personSays } from './people.ts'
import { peopleKnown } from './rows.ts'
import { involvementsSay } from './involvements.ts'
import { involvementsWithoutWorker, touchTeams } from './workers.ts'

const one = (by: string, unit = 'case'): { unit: string; by: readonly string[] } => ({ unit, by: [by] })

/** The extract of children's social care. */
export const ssdMapping: Mapping = {
  unitOf: {
    professionals: one('prof_professional_id', 'professional'),
    person: one('pers_person_id', 'person'),
    linkedIdentifiers: one('link_person_id', 'person'),
    send: one('send_person_id', 'person'),
    family: one('fami_family_id', 'family'),
    mother: one('moth_person_id', 'mother'),
    address: one('addr_table_id', 'address'),
    involvements: one('invo_person_id', 'involved-with'),
    // Keys are unique within a table only, and all of these are units of one kind.
    contacts: one('cont_contact_id', 'contact'),
    cinEpisodes: one('cine_referral_id', 'referral'),
    cinAssessments: one('cina_assessment_id', 'assessment'),
    cinPlans: one('cinp_cin_plan_id', 'cin-plan'),
    cinVisits: one('cinv_cin_visit_id', 'cin-visit'),
    s47Enquiry: one('s47e_s47_enquiry_id', 's47'),
    initialCpConference: one('icpc_icpc_id', 'conference'),
    cpPlans: one('cppl_cp_plan_id', 'cp-plan'),
    cpReviews: one('cppr_cp_review_id', 'review'),
    cpVisits: one('cppv_cp_visit_id', 'cp-visit'),
  },
  minted: (agency, tbl, row) =>
    tbl === 'person' ? recordIdFor(agency, 'ssd', String(row['pers_person_id'])) : undefined,
  order: [
    'person',
    'mother',
    'family',
    'address',
    'contact',
    'referral',
    'assessment',
    'cin-plan',
    'cin-visit',
    's47',
    'conference',
    'cp-plan',
    'review',
    'cp-visit',
    'team-around',
  ],
  rowsFrom: { 'team-around': 'family' },
  notPlaced: involvementsWithoutWorker,
  // Whether a child is born, and who is whose mother, decides how a family is told; a family's workers are those of its members, as they are enrolled now.
  alsoTouched: async (tx, source) => {
    const { delivery } = source
    const touched = sql`feed_touched t where t.delivery = ${delivery}`
    await sql`insert into feed_touched select distinct ${delivery}::uuid, 'mother', m.unit from ${rowsNow(source)} m, ${touched} and t.unit_type = 'person'
      and m.tbl = 'mother' and m.row ->> 'moth_childs_person_id' = t.unit on conflict do nothing`.execute(tx)
    await sql`insert into feed_touched select distinct ${delivery}::uuid, 'family', f.unit from ${rowsNow(source)} f, ${touched} and t.unit_type = 'person'
      and f.tbl = 'family' and f.row ->> 'fami_person_id' = t.unit on conflict do nothing`.execute(tx)
    await sql`insert into feed_touched select ${delivery}::uuid, 'team-around', t.unit from ${touched} and t.unit_type = 'family' on conflict do nothing`.execute(
      tx,
    )
    await sql`insert into feed_touched select distinct ${delivery}::uuid, 'team-around', f.unit from ${rowsNow(source)} f, ${touched} and t.unit_type = 'involved-with'
      and f.tbl = 'family' and f.row ->> 'fami_person_id' = t.unit on conflict do nothing`.execute(tx)
    await touchTeams(tx, source)
  },
  say: async (tx, source, unitType, units, loaded) => {
    const rows = byUnit(loaded)
    const refs = loaded.flatMap(({ row }) =>
      ['fami_person_id', 'moth_childs_person_id']
        .map((field): unknown => Reflect.get(row, field))
        .filter((value) => typeof value === 'string'),
    )
    const needsPeople = unitType === 'mother' || unitType === 'family'
    const people = await peopleKnown(tx, source, needsPeople ? refs : [])
    if (unitType === 'team-around') return involvementsSay(tx, source, rows, units)
    return new Map(
      units.map((unit): [string, Said] => {
        const own = rows.get(unit) ?? []
        if (unitType === 'family') return [unit, familySays(own, source, people)]
        const sayings =
          unitType === 'person'
            ? personSays(own, source)
            : unitType === 'mother'
              ? motherSays(own, source, people)
              : unitType === 'address'
                ? addressSays(own, source)
                : caseSays(own, source)
        return [unit, { sayings, notTaken: [] }]
      }),
    )
  },
}
