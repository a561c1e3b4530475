import type { Database } from './index.ts'

/**
 * What PostgreSQL does by itself and the embedded default does not: clear away rows that are gone, and tell the planner how large each
 * table has become. One table at a time, when nobody waits for a page. For after many rows have come at once, and for the night.
 */
export const lookOver = async ({ engine, raw, unhurried }: Database): Promise<void> => {
  if (engine !== 'pglite') return
  for (const table of await tablesOf(raw)) {
    await unhurried.giveWay()
    await asked(raw, `vacuum (analyze) rooftree.${table}`)
  }
}

const tablesOf = async (raw: Database['raw']): Promise<readonly string[]> => {
  const { rows } = await asked(raw, `select quote_ident(tablename) as name from pg_tables where schemaname = 'rooftree' order by 1`)
  return rows.flatMap((row) => (typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string' ? [row.name] : []))
}

const asked = async (raw: Database['raw'], text: string): ReturnType<Awaited<ReturnType<Database['raw']['connect']>>['query']> => {
  const connection = await raw.connect()
  try {
    return await connection.query(text, [])
  } finally {
    connection.release()
  }
}
