/**
 * The columns of every table, by table name. Empty here on purpose: each room adds its own tables by declaration merging,
 * beside the migration that creates them, so that a room's columns are known in that room and nowhere else.
 *
 * What comes back from both engines: `timestamptz` as ISO 8601 text in UTC, `date` as `YYYY-MM-DD`, `bigint` as number,
 * `json` and `jsonb` parsed, `bytea` as Buffer.
 */
// An interface, since only interfaces merge.
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Tables {}
