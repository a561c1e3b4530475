export { Chance, chanceFor } from './chance.ts'
export { compare, printed, type Line } from './comparison.ts'
export { dateOf, dayOf } from './day.ts'
export { factsOf, householdAt, type Household } from './household.ts'
export {
  truthFile,
  writeBorough,
  type BoroughOrder,
  type BoroughRefusal,
  type BoroughWritten,
} from './write-borough.ts'
export { Delivery } from './delivery.ts'
