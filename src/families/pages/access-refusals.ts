import type { AccessReason } from '#access/index.ts'

/** Why the access room did not record something, for the person at the form. */
export const accessSentences: Readonly<Record<AccessReason, string>> = {
  'agency.not-known': 'Rooftree knows no such agency.',
  'team.not-known': 'Rooftree knows no such team.',
  'user.not-known': 'Choose somebody who uses Rooftree.',
  'user.has-left': 'They no longer use Rooftree.',
  'team.of-another-agency': 'That team belongs to another agency.',
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
}
