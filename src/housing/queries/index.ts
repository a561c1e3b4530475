export { homeNames, homesToLookAt, patchOf, readGlances } from './glances.ts'
export type { Countings } from './glances.ts'
export { readHome } from './home.ts'
export type { HomeView } from './home.ts'
