import { familiesRoom } from '#families/index.ts'
import { housingRoom } from '#housing/index.ts'
import { beginHarbour, day } from '#housing/testing/harbour-homes.ts'
import { infantSleepRoom } from '#infant-sleep/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { PolicySet, policySubject } from '#policies/index.ts'
import { append } from '#record/index.ts'
import { referralsRoom } from '#referrals/index.ts'
import { houseOf } from '../../../test/support/some-rooms.ts'
import { alertsRoom } from '../index.ts'

/** Harbour Homes with alerts. */
export const house = houseOf(familiesRoom, referralsRoom, housingRoom, infantSleepRoom, alertsRoom)
export const { book } = house
export const noon = (on: string): Temporal.Instant => Temporal.Instant.from(`${on}T12:00:00Z`)

export const beginAlerts = async (database: Database): Promise<void> => {
  await beginHarbour(database)
  await migrate(database, house.rooms)
}

export const setPolicyTo = async (
  database: Database,
  policy: string,
  value: string | number,
  from: string,
  said: string,
): Promise<void> => {
  await database.transaction('app', async (tx) =>
    append(book, tx, { by: 'user:pia', agency: 'agency:partnership', source: 'form:policy', at: noon(said) }, [
      PolicySet.of({
        subjects: [policySubject(policy)],
        trueFrom: day(from).toString(),
        body: { policy, value, reason: 'The partnership tries it for a year.' },
      }),
    ]),
  )
}
