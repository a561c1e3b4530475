import type { Decision } from '../decision.ts'
import type { Database, Tx } from './index.ts'

/** Carries a refusal out of a transaction, so that what earlier commands did in it is undone. */
class Undone<D> extends Error {
  readonly decision: D

  constructor(decision: D) {
    super('refused')
    this.decision = decision
  }
}

/**
 * Several commands that belong together: when the last of them is refused, nothing of the first is kept.
 */
export const wholeOrNothing = async <D extends Decision<unknown>>(
  database: Database,
  work: (tx: Tx) => Promise<D>,
): Promise<D> => {
  try {
    return await database.transaction('app', async (tx) => {
      const decision = await work(tx)
      if (!decision.accepted) throw new Undone(decision)
      return decision
    })
  } catch (error) {
    // Only what was thrown three lines above carries a decision, and it is the caller's own.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (error instanceof Undone) return error.decision as D
    throw error
  }
}
