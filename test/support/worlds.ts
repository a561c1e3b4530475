import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { engines } from './engines.ts'
import type { EngineName } from './engines.ts'
import { freshDatabase } from './postgres.ts'

export interface OpenedForTest {
  readonly database: Database
  readonly close: () => Promise<void>
}

/** An empty database of its own for one test file, on either engine. */
export const emptyDatabase = async (engine: EngineName): Promise<OpenedForTest> => {
  const folder = mkdtempSync(join(tmpdir(), 'rooftree-test-'))
  if (engine === 'pglite') cpSync(await freshEmbedded(), join(folder, 'postgres'), { recursive: true })
  const fresh = engine === 'postgres' ? await freshDatabase() : undefined
  const database = await openDatabase({ folder, ...(fresh === undefined ? {} : { url: fresh.url }) })
  return {
    database,
    close: async () => {
      await database.close()
      await fresh?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A new embedded database takes seconds to make: one is made for this version of it, and copied. */
const freshEmbedded = async (): Promise<string> => {
  const template = join(
    tmpdir(),
    `rooftree-embedded-${process.getuid?.() ?? 'user'}-${createHash('sha256')
      .update(import.meta.resolve('@electric-sql/pglite'))
      .digest('hex')
      .slice(0, 12)}`,
  )
  const whole = join(template, 'postgres')
  if (existsSync(whole)) return whole
  const beside = mkdtempSync(`${template}-`)
  await (await openDatabase({ folder: beside })).close()
  try {
    renameSync(beside, template)
  } catch {
    // Another test file was quicker: its copy is as good.
    rmSync(beside, { recursive: true, force: true })
  }
  return whole
}

export { engines }
