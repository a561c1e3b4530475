import { installViews, InvolvementStarted } from '#access/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database, ViewerStanding } from '#platform/database/index.ts'
import { append, beginRecord, checkpointInMemory, sealPending } from '#record/index.ts'
import type { Authorship, Recorded } from '#record/index.ts'
import { familiesRoom } from '../index.ts'
import type { FamilyId } from '../index.ts'
import { houseOf } from '../../../test/support/some-rooms.ts'

/** A house of the families room alone. */
export const house = houseOf(familiesRoom)
export const { book } = house

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

/** Somebody says something for an agency, at noon of a day. */
export const saying = (agency: string, on: string, by = 'user:ada'): Authorship => ({
  by,
  agency: `agency:${agency}`,
  source: 'form:test',
  at: at(`${on}T12:00:00Z`),
})

export const begin = async (database: Database): Promise<void> => {
  await migrate(database, house.rooms)
  await database.transaction('app', async (tx) => {
    await installViews(tx)
    await beginRecord(book, tx, saying('partnership', '2025-01-01'), 'Harbour Reach', true)
  })
}

export const socialWorker = (today: string): ViewerStanding => ({
  principals: ['user:ada'],
  role: 'social-worker',
  agency: 'agency:csc',
  today: day(today),
})
export const housingOfficer = (today: string): ViewerStanding => ({
  principals: ['user:hal'],
  role: 'housing-officer',
  agency: 'agency:landlord',
  today: day(today),
})
export const ward = (today: string): ViewerStanding => ({
  principals: ['user:wim'],
  role: 'ward-nurse',
  agency: 'agency:hospital',
  today: day(today),
})

export const involve = async (
  database: Database,
  family: FamilyId,
  principal = 'user:ada',
  from = '2025-01-01',
): Promise<void> => {
  await database.transaction('app', async (tx) => {
    await append(book, tx, saying('csc', '2025-01-02'), [
      InvolvementStarted.of({
        subjects: [{ id: family, type: 'family', role: 'about' }],
        trueFrom: from,
        body: { principal, role: 'social worker' },
      }),
    ])
  })
}

/** What was made, or a fault that names the reasons. */
export const made = <T>(done: Recorded<T>): readonly T[] => {
  if (!done.accepted) throw new Error(`refused: ${done.because.map(({ reason }) => reason).join(', ')}`)
  return done.value.ids
}

export const only = <T>(list: readonly T[]): T => {
  const [first] = list
  if (first === undefined || list.length !== 1) throw new Error(`expected one, found ${list.length}`)
  return first
}

export const seal = async (database: Database, when: string): Promise<void> => {
  await sealPending(database, () => at(when), checkpointInMemory())
}
