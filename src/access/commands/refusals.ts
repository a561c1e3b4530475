import type { Refusal } from '#platform/decision.ts'
import type { Decided as DecidedFor } from '#record/index.ts'

/** Why the access room did not record something, in words for the person who asked. */
export const accessSentences = {
  'agency.not-known': 'Choose an agency.',
  'team.not-known': 'Choose teams from the list.',
  'user.not-known': 'Choose somebody who uses Rooftree.',
  'user.has-left': 'They no longer use Rooftree.',
  'team.of-another-agency': 'Nobody acts for another agency’s team.',
  'principal.not-known': 'Choose a person or a team.',
  'involvement.already-started': 'They work with this family on that day already.',
  'involvement.not-open': 'They do not work with this family on that day.',
  'involvement.ends-before-it-starts': 'The last day is before the first.',
  'lead.not-involved':
    'Only somebody who works with the family on that day can lead the work. Record first that they do.',
  'reason.not-said': 'Say in a sentence why you need to see this family.',
  'reason.role-may-not': 'Your role cannot open a family by giving a reason. Ring the team that knows them.',
  'reason.not-needed': 'You may see this family already.',
  'withholding.already': 'It is withheld already.',
  'withholding.not-in-force': 'It is not withheld.',
  'withholding.why-not-said': 'Say why, and at whose asking.',
  'withholding.ends-before-it-starts': 'It cannot end before it begins.',
} as const satisfies Record<string, string>

type AccessReason = keyof typeof accessSentences
export type Decided<Id = string> = DecidedFor<Id, AccessReason>

/** The refusals whose condition holds. */
export const when = (...checks: readonly (readonly [boolean, AccessReason, string?])[]): Refusal<AccessReason>[] =>
  checks.flatMap(([holds, reason, field]) => (holds ? [field === undefined ? { reason } : { reason, field }] : []))
