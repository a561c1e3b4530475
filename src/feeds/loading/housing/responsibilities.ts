import type { Tx } from '#platform/database/index.ts'
import { enrolledByName } from '../enrolled.ts'
import type { Said } from '../loaded-rows.ts'
import { saying } from '../sayings.ts'
import type { HousingContext } from './rows.ts'

/** A home is on the patch of the officer whom the landlord names, where that officer uses Rooftree. Nobody is enrolled by a feed. */
export const responsibilitiesSay = async (tx: Tx, units: readonly string[], context: HousingContext): Promise<ReadonlyMap<string, Said>> => {
  const { source } = context
  const users = await enrolledByName(tx, source.agency, [...context.officers.values()].map(({ row }) => row.name), ['housing-officer'])
  return new Map(units.map((unit): [string, Said] => {
    const line = context.homes.get(unit)
    const home = line?.minted
    const officer = line?.row.officer_ref === undefined ? undefined : context.officers.get(line.row.officer_ref)?.row
    if (line === undefined || home === undefined || officer === undefined) return [unit, { sayings: [], notTaken: [] }]
    const user = users.get(officer.name)
    if (user === undefined) return [unit, { sayings: [], notTaken: [{ file: 'officers.csv', why: 'The officer of this home is not enrolled under that name, so nobody’s patch was changed by it.' }] }]
    const content = `${home} ${user}`
    return [unit, {
      sayings: [saying('responsibility', 'officer', line, [home, user], () => ({ home, principal: user, role: 'housing officer', from: source.extractDay }), { ifUnsaid: 'end-involvement', ifGone: 'end-involvement', content })],
      notTaken: [],
    }]
  }))
}
