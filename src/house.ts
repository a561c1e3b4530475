import { given } from '#platform/given.ts'
import { join } from 'node:path'
import { keptTables, recordBook, rooms } from '#rooms.ts'
import { installViews, sealLooks } from '#access/index.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { makeDataFolder } from '#platform/data-folder.ts'
import type { Clock } from '#platform/dates.ts'
import type { Settings } from '#platform/settings.ts'
import { checkpointFile, rebuildRisen, sealPending } from '#record/index.ts'
import type { CheckpointStore, KeptTable, RebuildTold, RecordBook, Sealed } from '#record/index.ts'

/** The house, open: its database in the shape this edition needs, its record, its clock. No door to the street yet. */
export interface House {
  readonly database: Database
  readonly book: RecordBook
  readonly checkpoints: CheckpointStore
  readonly tables: readonly KeptTable[]
  readonly clock: Clock
  readonly settings: Settings
  /** What was recorded, and who looked. */
  readonly seal: () => Promise<Sealed>
  readonly close: () => Promise<void>
}

/**
 * @param as `owner`: with the credentials that may change the database's shape, which a backup needs
 * @param told how far lists have come that this edition makes another way than the one before
 */
export const openHouse = async (
  settings: Settings,
  clock: Clock,
  as: 'serving' | 'owner' = 'serving',
  told?: RebuildTold,
): Promise<House> => {
  makeDataFolder(settings.dataFolder)
  await bringUpToDate(settings)
  const database = await openDatabase(
    where(settings, as === 'owner' ? (settings.migrationUrl ?? settings.databaseUrl) : settings.databaseUrl),
  )
  try {
    if (settings.databaseUrl === undefined)
      await migrate(database, rooms, { where: `The data folder ${settings.dataFolder}` })
    await database.transaction('app', installViews)
    await rebuildRisen(database, recordBook, told)
  } catch (error) {
    await database.close()
    throw error
  }
  const checkpoints = checkpointFile(join(settings.dataFolder, 'checkpoint.json'))
  const seal = async (): Promise<Sealed> => {
    const sealed = await sealPending(database, clock.now, checkpoints)
    await sealLooks(database, clock.now(), checkpoints)
    return sealed
  }
  return {
    database,
    book: recordBook,
    checkpoints,
    tables: keptTables,
    clock,
    settings,
    seal,
    close: async () => database.close(),
  }
}

/** On PostgreSQL the shape may be changed with other credentials than those that serve. */
const bringUpToDate = async (settings: Settings): Promise<void> => {
  if (settings.databaseUrl === undefined) return
  const database = await openDatabase(where(settings, settings.migrationUrl ?? settings.databaseUrl))
  try {
    const { host, pathname, username } = new URL(settings.databaseUrl)
    await migrate(database, rooms, { servedBy: username, where: `The database ${pathname.slice(1)} at ${host}` })
  } finally {
    await database.close()
  }
}

const where = (settings: Settings, url: string | undefined): { folder: string; url?: string } => ({
  folder: settings.dataFolder,
  ...given({ url }),
})
