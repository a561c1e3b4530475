export { homeNames, homesToLookAt, patchNames, patchOf, readHomeSummaries } from './home-summaries.ts'
export { readHome } from './home.ts'
export type { HomeView } from './home.ts'
export { homesOf, readHomeNow } from './home-now.ts'
