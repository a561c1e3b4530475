import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { SubjectId, UserId } from '#record/index.ts'
import './tables.ts'

/** Somebody looked, or tried to. Never changed and never removed: the table itself refuses. */
interface LookTaken {
  readonly at: Temporal.Instant
  readonly user: UserId
  readonly role: string
  readonly agency: string
  /** The route, by its name. */
  readonly what: string
  /** What was shown or asked for; a list names all it showed. */
  readonly subjects: readonly SubjectId[]
  /** As known on which day the page was shown. */
  readonly knownAt?: Temporal.Instant
  readonly outcome: 'shown' | 'refused' | 'listed'
  /** Why it was shown or refused. A search that found somebody by name and birth date or by an identifier says {@link exactMatch}. */
  readonly because: string
  /** The reference that the page or the refusal carried. */
  readonly reference: string
}

/** Why a list named somebody: the person who searched had named them exactly. This, and nothing else, lets a role learn existence. */
export const exactMatch = 'exact-match'

/** Write a look down, in an `app` transaction that is committed before the reply is sent. */
export const recordLook = async (tx: Tx, look: LookTaken): Promise<void> => {
  await tx
    .insertInto('look')
    .values({
      at: look.at.toString(),
      user_id: look.user,
      role: look.role,
      agency: look.agency,
      what: look.what,
      subjects: [...look.subjects],
      known_at: look.knownAt?.toString() ?? null,
      outcome: look.outcome,
      because: look.because,
      reference: look.reference,
    })
    .execute()
}

export interface LookSeen extends Omit<LookTaken, 'subjects' | 'at' | 'knownAt'> {
  readonly at: Temporal.Instant
  readonly knownAt: Temporal.Instant | undefined
}

export const looksPerPage = 50

/**
 * Who has looked at a family, a person or a home, newest first, in a viewer's transaction. Empty for those whose role does not see
 * looks. `more` tells whether another page follows.
 */
export const looksAt = async (
  tx: Tx,
  subject: SubjectId,
  page = 1,
): Promise<{ readonly looks: LookSeen[]; readonly more: boolean }> => {
  const found = await sql<LookRow>`
    select * from access_looks(${subject}, ${subject.split(':')[0] ?? ''}, ${looksPerPage + 1}, ${(page - 1) * looksPerPage})`.execute(
    tx,
  )
  return { looks: found.rows.slice(0, looksPerPage).map(lookFrom), more: found.rows.length > looksPerPage }
}

interface LookRow {
  at: string
  user_id: string
  role: string
  agency: string
  what: string
  known_at: string | null
  outcome: LookTaken['outcome']
  because: string
  reference: string
}

const lookFrom = ({ at, user_id: user, known_at, ...row }: LookRow): LookSeen => ({
  ...row,
  user,
  at: Temporal.Instant.from(at),
  knownAt: known_at === null ? undefined : Temporal.Instant.from(known_at),
})
