import { recordTables } from './backup.ts'
import { recordKinds } from './describe.ts'
import { recordFunctions } from './functions.ts'
import { recordMigrations } from './migrations.ts'
import { room } from './room.ts'

/** The record's own room: every house stands on it. */
export const recordRoom = room({
  name: 'record',
  kinds: recordKinds,
  migrations: recordMigrations,
  functions: recordFunctions,
  keptTables: recordTables,
})
