import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'

export interface Session {
  readonly user: string
  readonly csrf: string
  /** Idle for too long, or too old: it says who was here, and lets nobody in. */
  readonly over: boolean
  /** One message from the page before, shown once. */
  readonly message?: string
}

/** How long a screen may stand open. */
export interface SessionLimits {
  readonly idle: Temporal.Duration
  readonly whole: Temporal.Duration
}

export const usualLimits: SessionLimits = {
  idle: Temporal.Duration.from({ minutes: 30 }),
  whole: Temporal.Duration.from({ hours: 12 }),
}

/** Begin a session. @returns the token for the cookie; only its hash is kept */
export const beginSession = async (database: Database, user: string, at: Temporal.Instant): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await database.transaction('app', async (tx) => {
    await sql`insert into session values (${hashOf(token)}, ${user}, ${randomBytes(24).toString('base64url')}, ${at.toString()}, ${at.toString()}, null)`.execute(
      tx,
    )
  })
  return token
}

/** The session of a token, in an `app` transaction: it says that it was seen, and gives its message away once. */
export const findSession = async (
  tx: Tx,
  token: string,
  at: Temporal.Instant,
  limits: SessionLimits,
): Promise<Session | undefined> => {
  const found = await sql<{
    user_id: string
    csrf: string
    started_at: string
    seen_at: string
    message: string | null
  }>`
    select user_id, csrf, started_at, seen_at, message from session where token_hash = ${hashOf(token)}`.execute(tx)
  const row = found.rows[0]
  if (row === undefined) return undefined
  const over = isPast(row.seen_at, limits.idle, at) || isPast(row.started_at, limits.whole, at)
  if (!over && (row.message !== null || isPast(row.seen_at, Temporal.Duration.from({ seconds: 30 }), at))) {
    await sql`update session set seen_at = ${at.toString()}, message = null where token_hash = ${hashOf(token)}`.execute(
      tx,
    )
  }
  return { user: row.user_id, csrf: row.csrf, over, ...(row.message === null ? {} : { message: row.message }) }
}

export const leaveMessage = async (database: Database, token: string, message: string): Promise<void> =>
  database.transaction('app', async (tx) => {
    await sql`update session set message = ${message} where token_hash = ${hashOf(token)}`.execute(tx)
  })

export const endSession = async (database: Database, token: string): Promise<void> =>
  database.transaction('app', async (tx) => {
    await sql`delete from session where token_hash = ${hashOf(token)}`.execute(tx)
  })

/** Sessions nobody came back to. */
export const purgeSessions = async (database: Database, before: Temporal.Instant): Promise<void> =>
  database.transaction('app', async (tx) => {
    await sql`delete from session where seen_at < ${before.toString()}`.execute(tx)
  })

const isPast = (since: string, limit: Temporal.Duration, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(since).add(limit), at) < 0

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
