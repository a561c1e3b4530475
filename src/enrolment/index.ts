/** Front door of enrolment: the pages on which people, teams and agencies are enrolled. */
export { enrolmentRoom } from './room.ts'
export { enrolmentRoutes } from './routes.ts'
