import { escapeLiteral } from 'pg'
import type { Standing } from './index.ts'

/**
 * How a transaction begins: with its standing in the same message, since every message to the database and back costs about as
 * much as a short query.
 */
export const beginAs = (standing: Standing): string => {
  if (standing === 'owner') return 'begin'
  if (standing === 'app') return 'begin; set local role rooftree_app'
  const { principals, role, agency, today } = standing
  const settings = {
    role: 'rooftree_viewer',
    'rooftree.principals': principals.join(','),
    'rooftree.role': role,
    'rooftree.agency': agency,
    'rooftree.today': today.toString(),
  }
  return `begin; select ${Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
    .join(', ')}`
}
