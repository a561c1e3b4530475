import { accessRoom, routes } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { deskRoom, openHouseFacts } from '#desk/index.ts'
import type { Database } from '#platform/database/index.ts'
import { httpMigrations } from '#platform/http/index.ts'
import { policiesRoom } from '#policies/index.ts'
import { recordRoom, room, together } from '#record/index.ts'
import type { Room, RoomsTogether } from '#record/index.ts'

/** A house of some rooms, on the floors that every house has. */
export const houseOf = (...rooms: readonly Room[]): RoomsTogether =>
  together(
    [room({ name: 'platform', migrations: httpMigrations }), recordRoom, accessRoom, policiesRoom, deskRoom, ...rooms],
    'test',
  )

/** Every way into it. */
export const doorsOf = ({ book, plugs }: RoomsTogether, database: Database): HouseRoute[] => {
  const record = () => ({ partnership: 'Harbour Reach', demo: true, loading: false })
  const all = [...plugs, ...openHouseFacts.plug({ edition: 'test', record })]
  return routes.from(all).flatMap((of) => of({ database, book, plugs: all }))
}
