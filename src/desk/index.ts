export { deskRoutes } from './routes.ts'
export { demoPeople } from './people.ts'
export type { DemoPerson } from './people.ts'
export type { WorkFound, WorkSection } from './work.ts'
