export type * from './entry.ts'
export { retentionClasses, sensitivities, topics } from './entry.ts'
export { entryKind, kindsOf } from './kinds.ts'
export type { DeclaredKind, EntryKind, Kinds } from './kinds.ts'
export { recordKinds } from './describe.ts'
export { recordRoom } from './records-own.ts'
export { room, socket, together } from './room.ts'
export type { Plug, Room, RoomsTogether, Socket } from './room.ts'
export { subjectAbout } from './subjects.ts'
export { worded } from './words.ts'
export type { Naming, Told, WordedKind, WordsOf } from './words.ts'
export { EntryWithdrawn, standing } from './standing-entries.ts'
export type { Projection } from './projection.ts'
export { append, forALoad, preparing, RecordConflict } from './append.ts'
export {
  beginLoad,
  closeLoad,
  forgetLoads,
  hasMoved,
  recordLoad,
  seeOneMoment,
  standInLoad,
  takePage,
  writePage,
} from './prepared-loads.ts'
export type { Load } from './prepared-loads.ts'
export { analyzeTables, manyEntries } from './analyze-tables.ts'
export { refoldDue } from './refold-due.ts'
export type { RecordBook } from './append.ts'
export { command } from './command.ts'
export type { Command, Decided, Expect, Moment, Recorded, Refused } from './command.ts'
export {
  anyDay,
  bodyOf,
  daysRefused,
  envelopeOf,
  fits,
  inOrder,
  pastDay,
  sharedSentences,
  whyOf,
} from './provenance.ts'
export type { Provenance } from './provenance.ts'
export { bySubject, entriesAbout, entriesById, entryById, existing, readAhead, versionsOf } from './read.ts'
export { sealPending } from './seal.ts'
export type { Sealed } from './seal.ts'
export { checkpointFile, checkpointInMemory } from './checkpoint.ts'
export type { Checkpoint, CheckpointStore } from './checkpoint.ts'
export { forDisposal, forDisposalAbout } from './disposable.ts'
export type { ForDisposal } from './disposable.ts'
export { dispose, EntriesDisposed } from './dispose.ts'
export { follow } from './follow.ts'
export { rebuild, rebuildRisen } from './rebuild.ts'
export type { RebuildTold } from './rebuild.ts'
export { verify } from './verify.ts'
export type { ChainFault, Verified } from './verify.ts'
export { beginningOf, beginRecord, partnership, RecordBegun } from './begin.ts'
import './tables.ts'
export { backup, recordTables, restore } from './backup.ts'
export type { KeptTable } from './backup.ts'
