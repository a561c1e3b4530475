export { openFrontDesk } from './front-desk.ts'
export type { DeskParts } from './front-desk.ts'
export { route, saidBy } from './rule.ts'
export type { HouseRoute, Premises, Rule, Visitor } from './rule.ts'
