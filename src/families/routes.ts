import type { HouseRoute } from '#access/index.ts'
import { contactRoutes } from './routes/contact.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { familyRoutes } from './routes/family.ts'
import { findRoutes } from './routes/find.ts'
import { hideRoutes } from './routes/hide.ts'
import { homeRoutes } from './routes/home.ts'
import { involvementRoutes } from './routes/involvement.ts'
import { joinRoutes } from './routes/join.ts'
import { kinRoutes } from './routes/kin.ts'
import { memberRoutes } from './routes/members.ts'
import { personRoutes } from './routes/person.ts'
import { reasonRoutes } from './routes/reason.ts'
import type { FamiliesRooms } from './routes/rooms.ts'

/** Every way into this room: its pages first, then its forms. */
export const familiesRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  ...findRoutes(rooms),
  ...familyRoutes(rooms),
  ...personRoutes(rooms),
  ...homeRoutes(rooms),
  ...contactRoutes(rooms),
  ...involvementRoutes(rooms),
  ...kinRoutes(rooms),
  ...memberRoutes(rooms),
  ...correctionRoutes(rooms),
  ...hideRoutes(rooms),
  ...joinRoutes(rooms),
  ...reasonRoutes(rooms),
]
