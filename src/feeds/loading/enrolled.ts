import { sql } from 'kysely'
import type { Role } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'

/** Somebody whom an agency's list of its workers names. */
export interface Listed {
  readonly key: string
  readonly name: string | undefined
  /** What tells people of one name apart: an e-mail address, or a staff number. */
  readonly mark: string | undefined
}

/** Who of the agency's people that is, or why nobody can be named. */
export type Enrolled = { readonly user: string } | { readonly why: 'not-enrolled' | 'two-of-one-name' }

interface User {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/**
 * Who of an agency's people uses Rooftree, in one of these roles, for each whom its list names: by e-mail address or staff number where the
 * list has it and that person was enrolled with it, otherwise by name. A name that two bear, in the list or among those enrolled, opens nothing:
 * it would show a family to the wrong one of them.
 */
export const enrolledOf = async (
  tx: Tx,
  agency: string,
  listed: readonly Listed[],
  roles: readonly Role[],
): Promise<ReadonlyMap<string, Enrolled>> => {
  if (listed.length === 0) return new Map()
  const { rows: users } =
    await sql<User>`select id, name, email from app_user where agency = ${agency} and not has_left and role = any (${[...roles]}::text[])`.execute(
      tx,
    )
  return matched(listed, users)
}

export const matched = (listed: readonly Listed[], users: readonly User[]): ReadonlyMap<string, Enrolled> => {
  const byMark = Map.groupBy(
    users.flatMap((user) => marksOf(user).map((mark) => ({ mark, user }))),
    ({ mark }) => mark,
  )
  const byName = Map.groupBy(users, ({ name }) => folded(name))
  const inList = Map.groupBy(
    listed.filter(({ name }) => name !== undefined),
    ({ name }) => folded(name ?? ''),
  )
  return new Map(
    listed.map((one): [string, Enrolled] => {
      const marked = one.mark === undefined ? [] : (byMark.get(folded(one.mark)) ?? [])
      if (marked.length === 1 && marked[0] !== undefined) return [one.key, { user: marked[0].user.id }]
      const name = folded(one.name ?? '')
      const named = byName.get(name) ?? []
      const namesakes = new Set(
        (inList.get(name) ?? []).map(({ mark, key }) => (mark === undefined ? `key ${key}` : `mark ${folded(mark)}`)),
      )
      if (named[0] === undefined) return [one.key, { why: 'not-enrolled' }]
      return [one.key, named.length > 1 || namesakes.size > 1 ? { why: 'two-of-one-name' } : { user: named[0].id }]
    }),
  )
}

/** An e-mail address, or what stands behind `user:` in the name that they were enrolled under: many agencies enrol by staff number. */
const marksOf = ({ id, email }: User): string[] => [
  ...(email === null ? [] : [folded(email)]),
  folded(id.replace(/^user:/u, '')),
]

const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
