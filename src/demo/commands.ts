import {
  performEndInvolvements,
  performEnrolUsers,
  performNameAgencies,
  performNameLeadPractitioners,
  performNameTeams,
  performSealCases,
  performStartInvolvements,
  performStartResponsibilities,
} from '#access/index.ts'
import type {
  EndInvolvement,
  EnrolUser,
  NameAgency,
  NameLeadPractitioner,
  NameTeam,
  StartInvolvement,
  StartResponsibility,
  Withhold,
} from '#access/index.ts'
import {
  addMembers,
  closeForAdoption,
  endMemberships,
  hideAddresses,
  joinRecords,
  nameHomes,
  openFamilies,
  openRecords,
  recordContacts,
  splitFamilies,
  stateAboutPerson,
  statePregnancies,
  stateRelationships,
  stateResponsibility,
} from '#families/index.ts'
import type {
  AddMember,
  CloseForAdoption,
  EndMembership,
  HideAddress,
  JoinRecords,
  NameHome,
  OpenFamily,
  OpenRecord,
  RecordContact,
  SplitFamily,
  StateAboutPerson,
  StatePregnancy,
  StateRelationship,
  StateResponsibility,
} from '#families/index.ts'
import {
  describeHomes,
  stateApplications,
  stateConditions,
  stateOccupancy,
  statePlacements,
  stateRooms,
  stateSleepingArrangements,
  stateTenancies,
} from '#housing/index.ts'
import type {
  DescribeHome,
  StateApplication,
  StateCondition,
  StateOccupancy,
  StatePlacement,
  StateRooms,
  StateSleepingArrangement,
  StateTenancy,
} from '#housing/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Decision } from '#platform/decision.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { bearChildren, correctBirthDates, partAgain, revisePregnancies, stateOfAnyBabies } from './looked-up.ts'
import type { BearChildren, CorrectBirthDate, PartAgain, RevisePregnancy, StateOfABaby } from './looked-up.ts'

/** What may happen in the demo: each is a room's own command. A room that comes later adds its commands here. */
export interface Asks {
  readonly 'name agency': NameAgency
  readonly 'name team': NameTeam
  readonly 'enrol user': EnrolUser
  readonly 'name home': NameHome
  readonly 'answer for home': StartResponsibility
  readonly 'open record': OpenRecord
  readonly 'state about person': StateAboutPerson
  readonly 'join records': JoinRecords
  readonly 'open family': OpenFamily
  readonly 'add member': AddMember
  readonly 'end membership': EndMembership
  readonly 'state pregnancy': StatePregnancy
  readonly 'revise pregnancy': RevisePregnancy
  readonly 'bear children': BearChildren
  readonly 'state relationship': StateRelationship
  readonly 'state responsibility': StateResponsibility
  readonly 'start involvement': StartInvolvement
  readonly 'name lead': NameLeadPractitioner
  readonly 'hide address': HideAddress
  readonly 'seal case': Withhold
  readonly 'correct birth date': CorrectBirthDate
  readonly 'record contact': RecordContact
  readonly 'split family': SplitFamily
  readonly 'part again': PartAgain
  readonly 'close for adoption': CloseForAdoption
  readonly 'end involvement': EndInvolvement
  readonly 'describe home': DescribeHome
  readonly 'state rooms': StateRooms
  readonly 'state occupancy': StateOccupancy
  readonly 'state sleeping place': StateSleepingArrangement
  readonly 'state condition': StateCondition
  readonly 'state placement': StatePlacement
  readonly 'state application': StateApplication
  readonly 'state tenancy': StateTenancy
  readonly 'state of baby': StateOfABaby
}

export type CommandName = keyof Asks
export type Deed = { [K in CommandName]: { readonly does: K; readonly ask: Asks[K] } }[CommandName]

type Performers = {
  readonly [K in CommandName]: (
    book: RecordBook,
    tx: Tx,
    said: Authorship,
    asks: readonly Asks[K][],
  ) => Promise<Decision<unknown>>
}

/** Within one step, in this order: what a command needs stands above it. */
export const performers: Performers = {
  'name agency': performNameAgencies,
  'name team': performNameTeams,
  'enrol user': performEnrolUsers,
  'name home': nameHomes,
  'answer for home': performStartResponsibilities,
  'open record': openRecords,
  'state about person': stateAboutPerson,
  'join records': joinRecords,
  'open family': openFamilies,
  'add member': addMembers,
  'end membership': endMemberships,
  'state pregnancy': statePregnancies,
  'revise pregnancy': revisePregnancies,
  'bear children': bearChildren,
  'state relationship': stateRelationships,
  'state responsibility': stateResponsibility,
  'start involvement': performStartInvolvements,
  'name lead': performNameLeadPractitioners,
  'hide address': hideAddresses,
  'seal case': performSealCases,
  'correct birth date': correctBirthDates,
  'record contact': recordContacts,
  'split family': splitFamilies,
  'part again': partAgain,
  'close for adoption': closeForAdoption,
  'end involvement': performEndInvolvements,
  'describe home': describeHomes,
  'state rooms': stateRooms,
  'state occupancy': stateOccupancy,
  'state sleeping place': stateSleepingArrangements,
  'state condition': stateConditions,
  'state placement': statePlacements,
  'state application': stateApplications,
  'state tenancy': stateTenancies,
  'state of baby': stateOfAnyBabies,
}

const isCommand = (text: string): text is CommandName => Object.hasOwn(performers, text)
export const inOrder: readonly CommandName[] = Object.keys(performers).filter(isCommand)
