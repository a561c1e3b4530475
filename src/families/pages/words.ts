import type {
  AddressType,
  Channel,
  MemberRole,
  RelationshipType,
  ResponsibilityBasis,
  ResponsibilityState,
  Sex,
} from '../entries/index.ts'
import type { Sensitivity } from '#record/index.ts'
import { longDate } from '#platform/page/index.ts'

/** Codes as people say them. */

export const roleWords: Readonly<Record<MemberRole, string>> = {
  child: 'Child of this family',
  parent: 'Parent',
  carer: 'Carer',
  other: 'Part of this family',
}

export const sexWords: Readonly<Record<Sex, string>> = {
  female: 'Female',
  male: 'Male',
  indeterminate: 'Indeterminate',
  'not-known': 'Not known',
}

export const channelWords: Readonly<Record<Channel, string>> = {
  'home-visit': 'Home visit',
  'seen-elsewhere': 'Seen elsewhere',
  telephone: 'Telephone call',
  video: 'Video call',
  letter: 'Letter',
  message: 'Message',
  meeting: 'Meeting',
  'not-met': 'Not met',
}

export const addressWords: Readonly<Record<AddressType, string>> = {
  home: 'Home',
  temporary: 'Temporary accommodation',
  placement: 'Placement',
  hospital: 'Hospital',
  correspondence: 'Address for letters',
  other: 'Other address',
}

export const relationWords: Readonly<Record<RelationshipType, string>> = {
  parent: 'Parent',
  partner: 'Partner',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  carer: 'Carer',
  other: 'Other relation',
}

export const parentWords: Readonly<Record<string, string>> = {
  mother: 'Mother',
  father: 'Father',
  'second-female-parent': 'Second mother',
  'step-parent': 'Step-parent',
  adoptive: 'Adoptive parent',
  foster: 'Foster carer',
  'not-said': 'Parent',
}

/** The [word] of somebody: the more exact one where it was said. */
export const relationWord = (type: RelationshipType, as: string | undefined): string =>
  type === 'parent' && as !== undefined ? (parentWords[as] ?? 'Parent') : relationWords[type]

export const stateWords: Readonly<Record<ResponsibilityState, string>> = {
  has: 'Has parental responsibility',
  'has-not': 'Has no parental responsibility',
  disputed: 'Disputed',
  'not-known': 'Not known',
}

export const basisWords: Readonly<Record<ResponsibilityBasis, string>> = {
  'birth-mother': 'Birth mother',
  'father-married-at-birth': 'Father, married to the mother at the birth',
  'father-married-later': 'Father, married the mother later',
  'father-registered-on-or-after-1-december-2003': 'Father, registered on or after 1 December 2003',
  'father-not-registered': 'Father, not on the birth certificate',
  'father-re-registered': 'Father, added when the birth was registered again',
  'agreement-with-mother': 'Agreement with the mother',
  'parental-responsibility-order': 'Parental responsibility order',
  'lives-with-order-father': '“Lives with” order for the father',
  'spends-time-with-order': '“Spends time with” order',
  'lives-with-order-non-parent': '“Lives with” order for somebody who is not a parent',
  'second-female-parent-married-at-birth': 'Second mother, married or civil partner at the birth',
  'second-female-parent-other': 'Second mother, by another way',
  'step-parent': 'Step-parent, by agreement or order',
  'special-guardian': 'Special guardian',
  'adoptive-parent': 'Adoptive parent',
  'care-order': 'Care order: the local authority shares it',
  'supervision-order': 'Supervision order: it gives nobody responsibility',
  'section-20-accommodation': 'Accommodated by agreement (section 20): nothing changes',
  'emergency-protection-order': 'Emergency protection order',
  'placement-order': 'Placement order',
  'testamentary-guardian': 'Guardian named in a will',
  'parental-order-surrogacy': 'Parental order after surrogacy',
  'from-another-country': 'By the law of another country',
  'paternity-in-question': 'Paternity in question',
  'barred-by-prohibited-steps-order-killed-other-parent': 'Use barred by order: convicted of killing the other parent',
  'barred-by-prohibited-steps-order-sexual-offence':
    'Use barred by order: convicted of a sexual offence against a child',
  'carer-without-order': 'Cares for the child without an order',
  'parent-under-18': 'Parent who is under 18',
  'not-known': 'Not known',
}

export const sensitivityWords: Readonly<Record<Sensitivity, string>> = {
  ordinary: 'Ordinary',
  health: 'Health',
  police: 'Police',
  'third-party': 'About somebody else',
  sealed: 'Sealed',
  'hidden-address': 'Address not to be told',
}

export const seenWords: Readonly<Record<'yes' | 'no' | 'not-known', string>> = {
  yes: 'seen',
  no: 'not seen',
  'not-known': 'seen or not: not known',
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * A date as it was said: a day, a month or a year.
 *
 * @example '2026-03' → 'March 2026'
 */
export const saidDate = (text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return longDate(Temporal.PlainDate.from(text))
  const [year, month] = text.split('-')
  return month === undefined ? (year ?? text) : `${months[Number(month) - 1] ?? ''} ${year}`
}

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** One person's responsibility for one child as a sentence without its stop. */
export const responsibilitySaid = (holder: string, state: ResponsibilityState, child: string): string => {
  switch (state) {
    case 'has':
      return `${holder} has parental responsibility for ${child}`
    case 'has-not':
      return `${holder} has no parental responsibility for ${child}`
    case 'disputed':
      return `Whether ${holder} has parental responsibility for ${child} is disputed`
    case 'not-known':
      return `Whether ${holder} has parental responsibility for ${child} is not known`
    default:
      return state satisfies never
  }
}

export const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
