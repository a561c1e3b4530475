import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

export { startPostgres, type PostgresServer } from './postgres-server.ts'

let ownServer: Promise<PostgresServer> | undefined

/**
 * The superuser's address of the PostgreSQL that all test processes of a run share. A test file that is run by itself
 * gets a server of its own, which ends with its process.
 */
async function withPostgres(): Promise<string> {
  const shared = process.env['ROOFTREE_TEST_POSTGRES']
  if (shared !== undefined && shared !== '') return shared
  ownServer ??= startPostgres()
  return (await ownServer).url
}

type FreshDatabase = {
  readonly url: string
  readonly name: string
  /** Drops the database, and closes whatever is still connected to it. */
  drop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** An empty database, or a copy of one that nobody is connected to, for one test file. */
export async function freshDatabase(wish: { readonly copyOf?: FreshDatabase } = {}): Promise<FreshDatabase> {
  const server = await withPostgres()
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  const template = wish.copyOf?.name ?? 'template0'
  await command(server, `create database ${name} template ${template} strategy file_copy`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = (): Promise<void> => command(server, `drop database if exists ${name} with (force)`)
  return { url: url.href, name, drop, [Symbol.asyncDispose]: drop }
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
