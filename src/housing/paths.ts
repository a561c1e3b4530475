import type { HomeId } from './subjects.ts'
import type { StateOccupancy } from './commands/index.ts'

export type ListName = StateOccupancy['list']

const withWhich = (path: string, which: string | undefined): string =>
  which === undefined ? path : `${path}?which=${encodeURIComponent(which)}`

/** The addresses of this room's pages. Ids stand in them as they are. */
export const paths = {
  myHouseholds: '/my-households',
  home: (home: HomeId) => `/homes/${home}`,
  people: (home: HomeId) => `/homes/${home}/people`,
  sleeping: (home: HomeId) => `/homes/${home}/sleeping`,
  rooms: (home: HomeId) => `/homes/${home}/rooms`,
  condition: (home: HomeId) => `/homes/${home}/condition`,
  /** Who is in one of the three lists: `sleeps-here`, `on-tenancy`, `on-application`. */
  list: (home: HomeId, list: ListName) => `/homes/${home}/${list}`,
  /** `which`: the tenancy, application or stay of the reader's own agency that is put right; a new one without it. */
  tenancy: (home: HomeId, which?: string) => withWhich(`/homes/${home}/tenancy`, which),
  register: (home: HomeId, which?: string) => withWhich(`/homes/${home}/register`, which),
  stay: (home: HomeId, which?: string) => withWhich(`/homes/${home}/stay`, which),
} as const
