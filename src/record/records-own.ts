import { analyzeTablesMigration } from './analyze-tables.ts'
import { recordTables } from './backup.ts'
import { recordVerifiedMigration } from './checkpoints-begun.ts'
import { recordKinds } from './describe.ts'
import { recordMigration } from './migration.ts'
import { loadsInMemoryMigration, preparedMigration } from './prepared-loads.ts'
import { loadMigration } from './refold-due.ts'
import { room } from './room.ts'

/** The record's own room: every house stands on it. */
export const recordRoom = room({
  name: 'record',
  kinds: recordKinds,
  migrations: [
    recordMigration,
    loadMigration,
    preparedMigration,
    loadsInMemoryMigration,
    recordVerifiedMigration,
    analyzeTablesMigration,
  ],
  keptTables: recordTables,
})
