import type { HomeId } from './subjects.ts'

/** The addresses of this room's pages. Ids stand in them as they are. */
export const paths = {
  myHouseholds: '/my-households',
  home: (home: HomeId) => `/homes/${home}`,
  people: (home: HomeId) => `/homes/${home}/people`,
  sleeping: (home: HomeId) => `/homes/${home}/sleeping`,
  rooms: (home: HomeId) => `/homes/${home}/rooms`,
  condition: (home: HomeId) => `/homes/${home}/condition`,
} as const
