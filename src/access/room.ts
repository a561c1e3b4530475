import { room } from '#record/index.ts'
import { accessKinds } from './describe.ts'
import { accessFunctions } from './functions.ts'
import { looksRestored } from './look-seals.ts'
import { accessMigrations } from './migrations.ts'
import { accessProjections } from './projections.ts'

export const accessRoom = room({
  name: 'access',
  kinds: accessKinds,
  migrations: accessMigrations,
  functions: accessFunctions,
  projections: accessProjections,
  // Who looked is in no entry.
  keptTables: [
    { table: 'look_seal', key: ['batch'], settle: looksRestored },
    { table: 'look', key: ['id'] },
  ],
})
