import type { Premises, Viewer } from '#access/index.ts'
import type { Request } from '#platform/http/index.ts'

export type Asked = Request<Viewer>

/** What this room's pages work with. */
export type FamiliesRooms = Premises
