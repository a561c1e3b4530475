import type { Format } from '../format.ts'
import { conditions, placements } from './conditions.ts'
import { homes, officers, rooms } from './homes-and-rooms.ts'
import { occupancy, people } from './people.ts'
import { register, registerPeople } from './register.ts'
import { tenancies, tenancyPeople } from './tenancies.ts'

/** A landlord's delivery, published in docs/feeds/housing.md. */
export const housing = {
  kind: 'housing',
  version: '1',
  senders: ['social-landlord', 'private-landlord', 'council-housing'],
  sentBy: 'a landlord or the council’s housing department',
  manifest: 'must',
  unknownNames: 'refused',
  tables: {
    officers,
    homes,
    rooms,
    people,
    occupancy,
    tenancies,
    tenancyPeople,
    register,
    registerPeople,
    conditions,
    placements,
  },
  tablesNeeded: ['homes', 'people', 'occupancy'],
  tablesGuarded: ['officers', 'occupancy'],
} as const satisfies Format
