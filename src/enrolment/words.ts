import type { AccessReason } from '#access/index.ts'
import type { AgencyListed } from './register.ts'

export const agencyKindWords: Readonly<Record<AgencyListed['kind'], string>> = {
  'childrens-social-care': 'Children’s social care',
  'council-housing': 'Council housing',
  'social-landlord': 'Housing association',
  'private-landlord': 'Private landlord',
  maternity: 'Maternity',
  'health-visiting': 'Health visiting',
  hospital: 'Hospital',
  'general-practice': 'General practice',
  school: 'School',
  police: 'Police',
  'early-help': 'Early help',
  voluntary: 'Voluntary organisation',
  partnership: 'Partnership office',
  other: 'Other',
}

/** Why somebody was not enrolled, for the person at the form. */
export const sentenceFor = (reason: AccessReason): string => sentences[reason] ?? 'It could not be recorded.'

const sentences: Partial<Readonly<Record<AccessReason, string>>> = {
  'agency.not-known': 'Choose an agency.',
  'team.not-known': 'Choose teams from the list.',
  'team.of-another-agency': 'Nobody acts for another agency’s team.',
  'user.not-known': 'Nobody of that name is enrolled.',
  'user.has-left': 'They have left already.',
}
