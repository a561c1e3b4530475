import type { Refusal } from '#platform/decision.ts'
import { sharedSentences } from '#record/index.ts'
import type { Decided as DecidedFor } from '#record/index.ts'

/** Why something was not recorded, in words for the person who asked. */
export const refusalSentences = {
  ...sharedSentences,
  'record-not-known': 'Rooftree holds no such record.',
  'family-not-known': 'Rooftree holds no such family.',
  'not-a-date': 'Give a day, a month and year, or a year.',
  'no-names': 'Give at least one name. If the name is not known, leave it unsaid.',
  'no-child': 'A family is opened around a child, or around the mother of a child who is expected.',
  'already-a-member': 'They already belong to this family in that role.',
  'not-a-member': 'They do not belong to this family.',
  'same-family': 'These are the same family.',
  'nobody-stays': 'Somebody has to stay in the family that is split.',
  'related-to-themselves': 'Both sides of the relationship are the same person.',
  'nobody-seen': 'Say who was seen, or that nobody was met.',
  'pregnancy-not-known': 'No such pregnancy is recorded for this mother.',
  'pregnancy-ended': 'This pregnancy is recorded as ended. If that is wrong, put that entry right first.',
  'two-records-needed': 'Choose two different records to join.',
  'already-one-person': 'These records are already joined as one person.',
  'record-closed': 'One of these records is closed and cannot be joined with another.',
  'joining-not-known': 'These records were not joined by that decision, or have been parted since.',
  'reason-missing': 'Give the reason. Whoever reads this later needs to know why.',
  'entry-not-known': 'There is no such entry.',
  'already-put-right': 'Somebody has put this entry right already. Look at the newer entry.',
  'another-agencys-statement':
    'Another agency recorded this. Record what your own agency knows, so that both are shown, and ask them to put theirs right.',
  'cannot-be-put-right': 'An entry of this kind is not put right but taken back, with the reason.',
  'names-others':
    'A correction cannot change whom the entry is about. Take it back and record it for the right person.',
  'not-of-its-kind': 'What you gave does not fit this kind of entry.',
  'already-hidden': 'Their address is hidden already, and that of everybody who lives with them.',
} as const satisfies Record<string, string>

export type FamiliesRefusal = keyof typeof refusalSentences

export type Found = Refusal<FamiliesRefusal>

/** What one ask of this room comes to. */
export type Decided<Id> = DecidedFor<Id, FamiliesRefusal>
