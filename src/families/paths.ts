import type { FamilyId, HomeId, RecordId } from './subjects.ts'

/** A family or a person's record: where an entry is put right. */
export type Place = { readonly family: FamilyId } | { readonly record: RecordId }

const placePath = (place: Place): string =>
  'family' in place ? `/families/${place.family}` : `/people/${place.record}`

/** The addresses of this room's pages. Ids stand in them as they are. */
export const paths = {
  find: '/find',
  openFamily: '/families/new',
  family: (family: FamilyId) => `/families/${family}`,
  timeline: (family: FamilyId) => `/families/${family}/timeline`,
  looks: (family: FamilyId) => `/families/${family}/looks`,
  reason: (family: FamilyId) => `/families/${family}/reason`,
  contact: (family: FamilyId) => `/families/${family}/contact`,
  involve: (family: FamilyId) => `/families/${family}/involve`,
  endInvolvement: (family: FamilyId) => `/families/${family}/end-involvement`,
  lead: (family: FamilyId) => `/families/${family}/lead`,
  relationship: (family: FamilyId) => `/families/${family}/relationship`,
  responsibility: (family: FamilyId) => `/families/${family}/responsibility`,
  addMember: (family: FamilyId) => `/families/${family}/add-member`,
  endMember: (family: FamilyId) => `/families/${family}/end-member`,
  person: (record: RecordId) => `/people/${record}`,
  hideAddress: (record: RecordId) => `/people/${record}/hide-address`,
  same: (record: RecordId) => `/people/${record}/same`,
  part: (record: RecordId) => `/people/${record}/part`,
  partOf: (record: RecordId, joining: string) => `/people/${record}/part?joining=${joining}`,
  join: '/join',
  joining: (left: RecordId, right: RecordId) => `/join?left=${left}&right=${right}`,
  home: (home: HomeId) => `/homes/${home}`,
  household: (home: HomeId) => `/homes/${home}/people`,
  place: placePath,
  correct: (place: Place, entry: string) => `${placePath(place)}/entries/${entry}/correct`,
  withdraw: (place: Place, entry: string) => `${placePath(place)}/entries/${entry}/withdraw`,
} as const

/** The same page as it was known then. */
export const asKnown = (href: string, known: string | undefined): string =>
  known === undefined ? href : `${href}${href.includes('?') ? '&' : '?'}known=${encodeURIComponent(known)}`
