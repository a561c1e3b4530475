import { mkdtempSync, rmSync } from 'node:fs'
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

export { engines }
