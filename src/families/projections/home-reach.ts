import { setReachOf } from '#access/index.ts'
import type { Projection } from '#record/index.ts'
import { HomeNamed } from '../entries/index.ts'

/** A home reaches itself from when it is first named, so that whoever has it on their patch may open it, lived in or empty. */
export const homeReach: Projection = {
  name: 'home-reach',
  tables: [],
  edition: 1,
  subjectType: 'home',
  kinds: new Set([HomeNamed.kind]),
  refold: async (tx, subjects) =>
    setReachOf(
      tx,
      subjects.map((home) => ({ source: home, rows: [{ scope: home, subject: home }] })),
    ),
}
