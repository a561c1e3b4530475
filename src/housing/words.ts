import type { NotKnown } from './facts/not-known.ts'
import type { Why } from './facts/differences.ts'
import type { applicationParts, duties, SleepPlace, tenancyParts, toLead } from './entries/index.ts'
import type { HouseholdRefusal } from './overcrowding/index.ts'

/** The field's words for what the record keeps in short ones. */

const conditions: Readonly<Record<string, string>> = {
  'damp-and-mould': 'damp and mould',
  heat: 'too much heat',
  fire: 'a fire hazard',
  electrical: 'an electrical hazard',
  falls: 'a risk of falls',
  windows: 'unsafe windows',
  structure: 'a fault in the structure',
  crowding: 'crowding',
  disrepair: 'disrepair',
  other: 'another hazard',
}
export const conditionWords = (what: string): string => conditions[what] ?? what

export const stageWords: Readonly<Record<string, string>> = {
  reported: 'reported; nothing more is recorded',
  investigating: 'being investigated',
  'findings-sent': 'findings sent to the household',
  'made-safe': 'made safe; lasting work still to do',
  'works-ordered': 'works ordered',
  'works-begun': 'works begun',
  done: 'put right',
  'closed-without-works': 'closed without works',
  'not-known': 'stage not known',
}

export const tenureWords: Readonly<Record<string, string>> = {
  council: 'Council tenancy',
  'housing-association': 'Housing association tenancy',
  'private-rent': 'Private renting',
  owned: 'Owned outright',
  'owned-with-mortgage': 'Owned with a mortgage',
  'shared-ownership': 'Shared ownership',
  'rent-free': 'Rent free',
  temporary: 'Temporary accommodation',
  other: 'Other',
}

export const toLeadWords: Readonly<Record<(typeof toLead)[number], string>> = {
  lead: 'the tenant or owner',
  partner: 'partner',
  child: 'child',
  stepchild: 'stepchild',
  'foster-child': 'foster child',
  grandchild: 'grandchild',
  parent: 'parent',
  grandparent: 'grandparent',
  'brother-or-sister': 'brother or sister',
  'other-relative': 'another relative',
  carer: 'carer',
  lodger: 'lodger',
  'not-related': 'not related',
  'not-known': 'not known',
}

export const partWords: Readonly<Record<(typeof tenancyParts)[number] | (typeof applicationParts)[number], string>> = {
  tenant: 'tenant',
  'joint-tenant': 'joint tenant',
  licensee: 'licensee',
  guarantor: 'guarantor',
  applicant: 'applicant',
  'joint-applicant': 'joint applicant',
  'to-move-too': 'to move with them',
  'not-known': 'not known',
}

export const dutyWords: Readonly<Record<(typeof duties)[number], string>> = {
  prevention: 'To prevent homelessness',
  relief: 'To relieve homelessness',
  main: 'The main housing duty',
  interim: 'Interim, while the council decides',
  'social-services': 'Placed by children’s social care',
  other: 'Another duty',
  'not-known': 'Not known',
}

export const tenancyWords: Readonly<Record<string, string>> = {
  secure: 'Secure tenancy',
  introductory: 'Introductory tenancy',
  flexible: 'Flexible tenancy',
  assured: 'Assured tenancy',
  'assured-shorthold': 'Assured shorthold tenancy',
  'assured-periodic': 'Assured periodic tenancy',
  licence: 'Licence',
  temporary: 'Temporary let',
  other: 'Another kind of tenancy',
  'not-known': 'Kind of tenancy not known',
}

export const licenceWords: Readonly<Record<string, string>> = {
  'mandatory-hmo': 'House in multiple occupation, mandatory',
  'additional-hmo': 'House in multiple occupation, additional',
  selective: 'Selective licence',
  'none-needed': 'None needed',
}

export const noticeWords: Readonly<Record<string, string>> = {
  'seeking-possession': 'notice seeking possession',
  'to-quit': 'notice to quit',
  other: 'another notice',
}

export const placementWords: Readonly<Record<string, string>> = {
  'bed-and-breakfast': 'Bed and breakfast',
  'nightly-paid': 'Nightly paid accommodation',
  'private-leased': 'Leased private home',
  hostel: 'Hostel',
  'own-stock': 'The council’s own home',
  refuge: 'Refuge',
  other: 'Other temporary accommodation',
  'not-known': 'Temporary accommodation, kind not known',
}

export const applicationWords: Readonly<Record<string, string>> = {
  active: 'Active',
  suspended: 'Suspended',
  closed: 'Closed',
  rehoused: 'Rehoused',
  'never-applied': 'Never applied',
  'not-eligible-nrpf':
    'Not allowed on the register (no recourse to public funds). This does not mean that there is no need',
  'not-known': 'Not known',
}

export const placeWords: Readonly<Record<SleepPlace, string>> = {
  'own-bed': 'own bed',
  'shared-bed': 'shared bed',
  cot: 'cot',
  'bedside-crib': 'bedside crib',
  'moses-basket': 'Moses basket',
  bunk: 'bunk bed',
  sofa: 'sofa',
  'mattress-on-floor': 'mattress on the floor',
  floor: 'floor',
  other: 'another place',
  'not-known': 'what they sleep on is not known',
}

export const roomKindWords: Readonly<Record<string, string>> = {
  bedroom: 'bedroom',
  'bed-sitting': 'bed-sitting room',
  living: 'living room',
  dining: 'dining room',
  kitchen: 'kitchen',
  bathroom: 'bathroom',
  hall: 'hall',
  other: 'other room',
}

export const whyWords: Readonly<Record<Why, string>> = {
  'sleeps-here-not-on-application': 'sleeps here and is not on the housing application',
  'on-application-not-sleeping-here': 'is on the housing application and is not said to sleep here',
  'on-tenancy-not-sleeping-here': 'is on the tenancy and is not said to sleep here',
  'adult-sleeps-here-not-on-tenancy': 'is an adult who sleeps here and is on no tenancy of this home',
  'agencies-differ-who-sleeps-here': 'sleeps here as one agency says and not as another says',
  'no-longer-listed': 'is no longer on an agency’s list, which does not say whether they moved out',
}

export const askerWords: Readonly<Record<NotKnown['ask'], string>> = {
  'housing-officer': 'The housing officer',
  'health-visitor': 'The health visitor or midwife',
  'lead-practitioner': 'The lead practitioner',
  'register-team': 'The housing register team',
}

export const refusedWords: Readonly<Record<HouseholdRefusal, string>> = {
  'nobody-sleeps-here': 'Nobody has recorded who sleeps here, so nothing can be worked out.',
  'same-id-twice': 'One person stands in the list twice.',
  'born-after-this-day': 'Somebody’s birth date lies after the day asked for.',
  'age-not-possible': 'A birth date cannot be right: nobody is that old.',
  'age-and-birth-date-disagree': 'An age and a birth date do not agree.',
  'partner-of-self': 'Somebody is said to be their own partner.',
  'partner-not-here': 'A partner is named who does not sleep here.',
  'partner-of-two': 'Somebody is said to be the partner of two people here.',
  'child-of-self': 'Somebody is said to be their own child.',
  'child-of-own-child': 'Two people are each said to be the other’s parent.',
  'parameters-unknown': 'The local scheme is not known.',
  'parameters-not-in-force': 'The local scheme is not in force on this day.',
}
