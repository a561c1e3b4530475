import { hash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { familyPage, written } from '#families/index.ts'
import type { Database } from '#platform/database/index.ts'
import { stepsOf } from '#platform/database/index.ts'
import { rooms } from '#rooms.ts'

/** Where the small records of published editions are kept: `0.2.0.rooftree`, a backup, and `0.2.0.json`, what was to be read in it. */
export const recordsFolder = join(import.meta.dirname, '../records')

/** What a record of an edition held when it was made. */
export const recordOfEdition = z.strictObject({
  /** The steps that had made its tables, with the SHA-256 of each: a published step never changes. */
  steps: z.record(z.string(), z.string()),
  family: z.string(),
  facts: z.strictObject({
    title: z.string(),
    members: z.array(z.strictObject({ name: z.string(), roles: z.array(z.string()) })),
    timeline: z.array(z.string()),
  }),
  /** How many entries of each kind. */
  kinds: z.record(z.string(), z.number()),
})
export type RecordOfEdition = z.infer<typeof recordOfEdition>

/** Spaces aside: those may be wrapped anew. */
export const stepsOfToday = (): Record<string, string> =>
  Object.fromEntries(stepsOf(rooms).map(({ name, up }) => [name, hash('sha256', up.replaceAll(/\s+/gu, ' ').trim())]))

/** What the family's page is made of, read as today's house reads it. */
export const factsOf = async (database: Database, family: string): Promise<RecordOfEdition['facts']> => {
  const view = await database.transaction('app', async (tx) =>
    familyPage(tx, family, { on: Temporal.PlainDate.from('2026-06-02') }, async () => new Set()),
  )
  return {
    title: view?.title ?? '',
    members: (view?.facts.members ?? []).map(({ facts, memberships }) => ({
      name: facts.names.display.shown === undefined ? '' : written(facts.names.display.shown.value),
      roles: memberships.map(({ role }) => role),
    })),
    timeline: (view?.timeline ?? []).map(({ when, entry }) => `${when} ${entry.kind}`),
  }
}
