import { installViews, enrolUser, nameAgency, nameTeam } from '#access/index.ts'
import { familiesRoom } from '#families/index.ts'
import { housingRoom } from '#housing/index.ts'
import { referralsRoom } from '#referrals/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database, ViewerStanding } from '#platform/database/index.ts'
import { beginRecord, checkpointInMemory, sealPending } from '#record/index.ts'
import type { Authorship } from '#record/index.ts'
import { feedsRoom, loadDelivery } from '../index.ts'
import type { Delivery, FeedKind, LoadDelivery } from '../index.ts'
import { houseOf } from '../../../test/support/some-rooms.ts'
import { inAFolder } from '../../../test/support/deliveries.ts'
import type { DeliveryBuilder } from '../../../test/support/deliveries.ts'

/** A house of families, homes, what social care does, and deliveries. */
export const house = houseOf(familiesRoom, referralsRoom, housingRoom, feedsRoom)
export const { book } = house

export const landlord = 'agency:quayside'
export const socialCare = 'agency:csc'
export const instant = (text: string): Temporal.Instant =>
  Temporal.Instant.from(text.length === 10 ? `${text}T06:00:00Z` : text)
const checkpoints = checkpointInMemory()
export const sealAt = async (database: Database, at: string): Promise<unknown> =>
  sealPending(database, () => instant(at), checkpoints)

/** A partnership with a landlord, children's social care, a social worker whom the extract names, and the officer of the patch. */
export const begin = async (database: Database): Promise<void> => {
  await migrate(database, house.rooms)
  const said: Authorship = {
    by: 'user:rooftree',
    agency: 'agency:partnership',
    source: 'start',
    at: instant('2026-01-01'),
  }
  await database.transaction('app', async (tx) => {
    await installViews(tx)
    await beginRecord(book, tx, said, 'Harbour Reach', true)
    await nameAgency.record(book, tx, said, [
      { agency: landlord, name: 'Quayside Homes', kind: 'social-landlord', dutyFlag: 'not-known' },
      { agency: 'agency:pier', name: 'Pier Lettings', kind: 'private-landlord', dutyFlag: 'no' },
      { agency: socialCare, name: 'Children’s social care', kind: 'childrens-social-care', dutyFlag: 'yes' },
      { agency: 'agency:partnership', name: 'Partnership office', kind: 'partnership', dutyFlag: 'yes' },
    ])
    await nameTeam.record(book, tx, said, [
      { team: 'team:assessment', name: 'Assessment', agency: socialCare, phone: '020 7946 0301' },
    ])
    await enrolUser.record(book, tx, said, [
      {
        user: 'user:edda-marsh',
        name: 'Edda Marsh',
        role: 'social-worker',
        title: 'Social worker',
        agency: socialCare,
        teams: ['team:assessment'],
      },
      {
        user: 'user:petra',
        name: 'Petra Lindqvist',
        role: 'housing-officer',
        title: 'Housing officer',
        agency: landlord,
        teams: [],
      },
      {
        user: 'user:manager',
        name: 'Osric Vane',
        role: 'partnership-manager',
        title: 'Partnership manager',
        agency: 'agency:partnership',
        teams: [],
      },
    ])
  })
  await sealAt(database, '2026-01-01')
}

export const load = async (
  database: Database,
  kind: FeedKind,
  delivery: DeliveryBuilder,
  at = '2026-11-20',
  more: Partial<LoadDelivery> = {},
): Promise<Delivery> =>
  inAFolder(delivery.files(), async (folder) =>
    loadDelivery(
      { database, book },
      {
        kind,
        agency: kind === 'housing' ? landlord : socialCare,
        paths: [folder],
        by: 'user:manager',
        at: instant(at),
        ...more,
      },
    ),
  )

export const socialWorker = (today: string): ViewerStanding => ({
  principals: ['user:edda-marsh', 'team:assessment'],
  role: 'social-worker',
  agency: socialCare,
  today: Temporal.PlainDate.from(today),
})
export const housingOfficer = (today: string): ViewerStanding => ({
  principals: ['user:petra'],
  role: 'housing-officer',
  agency: landlord,
  today: Temporal.PlainDate.from(today),
})
