import { accessRoom, navigationOf, routes } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import { alertsRoom } from '#alerts/index.ts'
import { deskRoom, openHouseFacts } from '#desk/index.ts'
import { enrolmentRoom } from '#enrolment/index.ts'
import { familiesRoom } from '#families/index.ts'
import { deliveryLimits, feedsRoom } from '#feeds/index.ts'
import { housingRoom } from '#housing/index.ts'
import { infantSleepRoom } from '#infant-sleep/index.ts'
import { httpMigrations } from '#platform/http/index.ts'
import type { Settings } from '#platform/settings.ts'
import { policies as policySocket, policiesRoom, questions as questionSocket } from '#policies/index.ts'
import { recordRoom, room, together } from '#record/index.ts'
import type { Room } from '#record/index.ts'
import { referralsRoom } from '#referrals/index.ts'

/** The edition of Rooftree and of its rules: stands in every entry's envelope. */
export const edition = '0.2.0'

/** The house: each room stands on those before it, and what several rooms put on one page stands in this order. */
export const rooms: readonly Room[] = [
  room({ name: 'platform', migrations: httpMigrations }),
  recordRoom,
  accessRoom,
  enrolmentRoom,
  policiesRoom,
  deskRoom,
  familiesRoom,
  referralsRoom,
  housingRoom,
  infantSleepRoom,
  feedsRoom,
  alertsRoom,
]

export const { book: recordBook, keptTables, plugs } = together(rooms, edition)

export const policies = policySocket.from(plugs)

/** What can be asked from a program: `rooftree ask`. */
export const questions = questionSocket.from(plugs)

export const navigation = navigationOf(plugs)

/** What the open house knows beside its rooms. */
interface Opened extends Omit<Premises, 'plugs'> {
  readonly record: () => { readonly partnership: string; readonly demo: boolean; readonly loading: boolean }
  readonly deliveryLimits?: Settings['deliveries']
}

/** Every way into a house of these rooms. */
export const routesOf = ({ record, deliveryLimits: limits, ...opened }: Opened, of = plugs): HouseRoute[] => {
  const all = [
    ...of,
    ...openHouseFacts.plug({ edition, record }),
    ...(limits === undefined ? [] : deliveryLimits.plug(limits)),
  ]
  return routes.from(all).flatMap((room) => room({ ...opened, plugs: all }))
}
