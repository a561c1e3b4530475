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
