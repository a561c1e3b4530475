import { room } from '#record/index.ts'
import { accessKinds } from './describe.ts'
import { looksRestored, looksSealedMigration } from './look-seals.ts'
import { accessMigration } from './migration.ts'
import { accessProjections } from './projections.ts'

export const accessRoom = room({
  name: 'access',
  kinds: accessKinds,
  migrations: [accessMigration, looksSealedMigration],
  projections: accessProjections,
  // Who looked is in no entry.
  keptTables: [
    { table: 'look_seal', key: ['batch'], settle: looksRestored },
    { table: 'look', key: ['id'] },
  ],
})
