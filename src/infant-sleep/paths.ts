import type { RecordId } from './subjects.ts'

/** The addresses of this room's pages. Ids stand in them as they are. */
export const paths = {
  /** Under a record of the baby. */
  baby: (record: RecordId) => `/people/${record}/baby`,
  /** Under a record of the mother. */
  expectedBaby: (record: RecordId) => `/people/${record}/expected-baby`,
} as const
