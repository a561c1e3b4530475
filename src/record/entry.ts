/**
 * One statement: what, about whom, when it happened or held true, when we learned it, who said it for which agency, how
 * sensitive, from which form or delivery. Never changed. A correction is another entry.
 */
export interface Entry {
  readonly id: EntryId
  readonly kind: string
  readonly topic: Topic
  readonly subjects: readonly Subject[]
  /** The agency that controls this statement: its record, its duty to answer for it. */
  readonly agency: AgencyId
  readonly by: UserId
  readonly onBehalfOf?: string
  /** `form:<name>`, `feed:<run>`, `job:<name>`, `start`. */
  readonly source: string
  readonly sourceRow?: string
  readonly sensitivity: Sensitivity
  /** A retention class of `domain/process.md` 8.4, as named in `retention.ts`. */
  readonly retention: RetentionClass
  /** The edition of Rooftree's rules in force when it was recorded. */
  readonly rules: string
  /** When it happened: a day, a month or a year, as it was said: `2026-03-04`, `2026-03`, `2026`. */
  readonly happenedOn?: string
  /** From when and until when (exclusive) it held true, where the statement is about a state. */
  readonly trueFrom?: string
  readonly trueUntil?: string
  readonly recordedAt: Temporal.Instant
  /** When the source agency itself recorded it, where a feed says so. */
  readonly sourceRecordedAt?: Temporal.Instant
  /** The entry that this one puts right or takes back. */
  readonly corrects?: EntryId
  /** Absent once disposed of. */
  readonly body: EntryBody | undefined
  /** Absent until sealed, within a second of being recorded. */
  readonly seal?: Seal
  /** Set by the reader when another entry, seen or not by whoever reads, had put this one right or taken it back by then. */
  readonly corrected?: true
}

interface Seal {
  readonly sequence: number
  readonly at: Temporal.Instant
}

/** Who or what an entry is about. Only `about` gives access to an entry. */
export interface Subject {
  readonly id: SubjectId
  readonly type: SubjectType
  readonly role: 'about' | 'mentions' | 'place'
}

/** `record` is one agency's record of a person. `person` never is a subject: which records are one person may change. */
export type SubjectType =
  | 'record'
  | 'family'
  | 'home'
  | 'agency'
  | 'user'
  | 'team'
  | 'policy'
  | 'delivery'
  | 'alert'
  | 'plan'

/** Ids carry their type in front: `record:0198…`, `family:0198…`, `home:…`, `user:ada-obi`. */
export type SubjectId = string
export type EntryId = string
export type AgencyId = string
export type UserId = string

export type EntryBody = { readonly [field: string]: Json }
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json }

/**
 * What an entry tells about, as far as access needs to know. What each role sees is written by topic and sensitivity.
 * `identity` names, sex, numbers; `birth` birth date, death; `expected-birth`; `address`; `relationship` between people;
 * `responsibility` parental responsibility; `family` the file and its members; `involvement` who works with them;
 * `contact` what was seen, said, done; `plan` child in need and child protection plans; `housing` the home and what housing
 * must do; `infant-safety` how early and how small a baby was born, smoke near a baby, illness; `linkage` which records are one person; `restriction` what must be withheld; `reference` agencies, people who
 * use Rooftree, settings, the record itself.
 */
export const topics = [
  'identity',
  'birth',
  'expected-birth',
  'address',
  'relationship',
  'responsibility',
  'family',
  'involvement',
  'contact',
  'plan',
  'housing',
  'infant-safety',
  'linkage',
  'restriction',
  'alert',
  'reference',
] as const
export type Topic = (typeof topics)[number]

export const sensitivities = ['ordinary', 'health', 'police', 'third-party', 'sealed', 'hidden-address'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const retentionClasses = ['child-record', 'adoption', 'housing-record', 'reference'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** What a room hands in to be recorded; who says it and when comes from the {@link Authorship}. */
export interface NewEntry {
  readonly kind: string
  readonly subjects: readonly Subject[]
  readonly body: EntryBody
  /** Otherwise the kind's own. An entry that takes another back has the other's topic and sensitivity. */
  readonly topic?: Topic
  readonly sensitivity?: Sensitivity
  readonly happenedOn?: string
  readonly trueFrom?: string
  readonly trueUntil?: string
  readonly sourceRecordedAt?: Temporal.Instant
  readonly sourceRow?: string
  readonly corrects?: EntryId
  /** Given only where an entry must have the same id whenever it is made again (alerts). */
  readonly id?: EntryId
}

/** Who says it, for which agency, by which way in, and at what time. */
export interface Authorship {
  readonly by: UserId
  readonly agency: AgencyId
  readonly source: string
  readonly at: Temporal.Instant
  readonly onBehalfOf?: string
}
