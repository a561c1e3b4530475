import type { Migration } from '#platform/database/index.ts'

/** The sweep's diary also keeps when each home was last looked at, by which decisions of the partnership, and when its counts were to change: so that a move can say why. */
export const alertLookedMigration: Migration = {
  name: '0013-alert-looked',
  up: 'alter table alert_look add column looked_at timestamptz, add column decisions uuid[], add column counts_on date;',
}
