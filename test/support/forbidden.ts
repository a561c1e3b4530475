import assert from 'node:assert/strict'

/**
 * The state that a recommendation forbids is nowhere in the record. `rooftree recommendations --off` knows by these first words that a
 * journey failed for this and nothing else.
 *
 * @param found what is in that state, by id
 */
export const nothingForbidden = (what: string, found: readonly string[]): void =>
  assert.ok(found.length === 0, `Forbidden state: ${what}: ${found.join(', ')}`)
