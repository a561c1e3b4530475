/** What this room may add to the record; `describe.ts` has the list, with the words of each. */
export * from './conditions.ts'
export * from './home.ts'
export * from './letting.ts'
export * from './occupancy.ts'
export * from './placements.ts'
export * from './rooms.ts'
export * from './sleeping.ts'
