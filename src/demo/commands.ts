import {
  endInvolvement,
  enrolUser,
  nameAgency,
  nameLead,
  nameTeam,
  sealCase,
  startInvolvement,
  startResponsibility,
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
  addMember,
  closeForAdoption,
  endMembership,
  hideAddress,
  joinRecords,
  nameHome,
  openFamily,
  openRecord,
  recordContact,
  splitFamily,
  stateAboutPerson,
  statePregnancy,
  stateRelationship,
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
  describeHome,
  stateApplication,
  stateCondition,
  stateOccupancy,
  statePlacement,
  stateRooms,
  stateSleepingArrangement,
  stateTenancy,
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
import type { Authorship, RecordBook, Recorded } from '#record/index.ts'
import { bearChildren, correctBirthDate, partAgain, revisePregnancy, stateOfAnyBaby } from './looked-up.ts'
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

/** What the demo needs of a command. */
export interface Recorder<A> {
  readonly record: (book: RecordBook, tx: Tx, said: Authorship, asks: readonly A[]) => Promise<Recorded<unknown>>
}

type Commands = { readonly [K in CommandName]: Recorder<Asks[K]> }

/** Within one step, in this order: what a command needs stands above it. */
export const commands: Commands = {
  'name agency': nameAgency,
  'name team': nameTeam,
  'enrol user': enrolUser,
  'name home': nameHome,
  'answer for home': startResponsibility,
  'open record': openRecord,
  'state about person': stateAboutPerson,
  'join records': joinRecords,
  'open family': openFamily,
  'add member': addMember,
  'end membership': endMembership,
  'state pregnancy': statePregnancy,
  'revise pregnancy': revisePregnancy,
  'bear children': bearChildren,
  'state relationship': stateRelationship,
  'state responsibility': stateResponsibility,
  'start involvement': startInvolvement,
  'name lead': nameLead,
  'hide address': hideAddress,
  'seal case': sealCase,
  'correct birth date': correctBirthDate,
  'record contact': recordContact,
  'split family': splitFamily,
  'part again': partAgain,
  'close for adoption': closeForAdoption,
  'end involvement': endInvolvement,
  'describe home': describeHome,
  'state rooms': stateRooms,
  'state occupancy': stateOccupancy,
  'state sleeping place': stateSleepingArrangement,
  'state condition': stateCondition,
  'state placement': statePlacement,
  'state application': stateApplication,
  'state tenancy': stateTenancy,
  'state of baby': stateOfAnyBaby,
}

const isCommand = (text: string): text is CommandName => Object.hasOwn(commands, text)
export const inOrder: readonly CommandName[] = Object.keys(commands).filter(isCommand)
