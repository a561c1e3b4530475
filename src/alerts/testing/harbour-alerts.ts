import { accessKinds, accessProjections } from '#access/index.ts'
import { familiesKinds, familiesProjections } from '#families/index.ts'
import { housingKinds, housingProjections } from '#housing/index.ts'
import { beginHarbour, day } from '#housing/testing/harbour-homes.ts'
import { infantSleepKinds } from '#infant-sleep/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { policiesKinds, PolicySet, policySubject } from '#policies/index.ts'
import { append, kindsOf, loadMigration, recordKinds } from '#record/index.ts'
import type { RecordBook } from '#record/index.ts'
import { referralsKinds } from '#referrals/index.ts'
import {
  alertAnswersMigration,
  alertLookedMigration,
  alertsKinds,
  alertsMigration,
  alertsProjections,
  alertsSeenMigration,
  referralsWaitingMigration,
} from '../index.ts'

/** Harbour Homes with alerts. */
export const book: RecordBook = {
  kinds: kindsOf(
    recordKinds,
    accessKinds,
    policiesKinds,
    familiesKinds,
    housingKinds,
    referralsKinds,
    infantSleepKinds,
    alertsKinds,
  ),
  projections: [...accessProjections, ...familiesProjections, ...housingProjections, ...alertsProjections],
  rules: 'test',
}
export const noon = (on: string): Temporal.Instant => Temporal.Instant.from(`${on}T12:00:00Z`)

export const beginAlerts = async (database: Database): Promise<void> => {
  await beginHarbour(database)
  await migrate(database, [
    loadMigration,
    alertsMigration,
    referralsWaitingMigration,
    alertsSeenMigration,
    alertAnswersMigration,
    alertLookedMigration,
  ])
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
