import type { NameAgency, NameTeam } from '#access/index.ts'

/**
 * Harbour Reach and who works there. Telephone numbers are of the range that Ofcom keeps for drama (01632 960000 to 960999):
 * nobody answers them. A housing association is not under the duty to share of section 16LA of the Children Act 2004.
 */
export const agencies: readonly NameAgency[] = [
  { agency: 'agency:partnership', name: 'Harbour Reach Safeguarding Children Partnership', kind: 'partnership', phone: '01632 960100', dutyFlag: 'yes' },
  { agency: 'agency:childrens-social-care', name: 'Harbour Reach Children’s Social Care', kind: 'childrens-social-care', phone: '01632 960110', dutyFlag: 'yes' },
  { agency: 'agency:council-homes', name: 'Harbour Reach Council Homes', kind: 'council-housing', phone: '01632 960120', dutyFlag: 'yes' },
  { agency: 'agency:private-housing', name: 'Harbour Reach Private Housing Standards', kind: 'council-housing', phone: '01632 960130', dutyFlag: 'yes' },
  { agency: 'agency:tidewater-homes', name: 'Tidewater Housing Association', kind: 'social-landlord', phone: '01632 960140', dutyFlag: 'no' },
  { agency: 'agency:lantern-trust', name: 'Lantern Housing Trust', kind: 'social-landlord', phone: '01632 960150', dutyFlag: 'no' },
  { agency: 'agency:hospital-trust', name: 'Harbour Reach Hospital Trust', kind: 'hospital', phone: '01632 960160', dutyFlag: 'yes' },
  { agency: 'agency:health-visiting', name: 'Harbour Reach Health Visiting', kind: 'health-visiting', phone: '01632 960170', dutyFlag: 'yes' },
  { agency: 'agency:quayside-practice', name: 'Quayside Medical Practice', kind: 'general-practice', phone: '01632 960180', dutyFlag: 'yes' },
  { agency: 'agency:early-help', name: 'Harbour Reach Early Help', kind: 'early-help', phone: '01632 960190', dutyFlag: 'yes' },
  { agency: 'agency:ropewalk-primary', name: 'Ropewalk Primary School', kind: 'school', phone: '01632 960200', dutyFlag: 'yes' },
  { agency: 'agency:lighthouse-primary', name: 'Lighthouse Primary School', kind: 'school', phone: '01632 960210', dutyFlag: 'yes' },
  { agency: 'agency:breakwater-academy', name: 'Breakwater Academy', kind: 'school', phone: '01632 960220', dutyFlag: 'yes' },
  { agency: 'agency:police', name: 'Estuary Police, Harbour Reach', kind: 'police', phone: '01632 960230', dutyFlag: 'yes' },
]

export const teams: readonly NameTeam[] = [
  { team: 'team:partnership-office', name: 'Partnership office', agency: 'agency:partnership', phone: '01632 960101' },
  { team: 'team:front-door', name: 'Children’s front door', agency: 'agency:childrens-social-care', phone: '01632 960111' },
  { team: 'team:family-support-east', name: 'Family support team East', agency: 'agency:childrens-social-care', phone: '01632 960112' },
  { team: 'team:family-support-west', name: 'Family support team West', agency: 'agency:childrens-social-care', phone: '01632 960113' },
  { team: 'team:conference-service', name: 'Conference and review service', agency: 'agency:childrens-social-care', phone: '01632 960114' },
  { team: 'team:council-north', name: 'Neighbourhood team North', agency: 'agency:council-homes', phone: '01632 960121' },
  { team: 'team:council-docks', name: 'Neighbourhood team Docks', agency: 'agency:council-homes', phone: '01632 960122' },
  { team: 'team:temporary-homes', name: 'Temporary accommodation team', agency: 'agency:council-homes', phone: '01632 960123' },
  { team: 'team:private-renting', name: 'Private renting and licensing team', agency: 'agency:private-housing', phone: '01632 960131' },
  { team: 'team:tidewater-tenancies', name: 'Tidewater tenancy team', agency: 'agency:tidewater-homes', phone: '01632 960141' },
  { team: 'team:lantern-tenancies', name: 'Lantern tenancy team', agency: 'agency:lantern-trust', phone: '01632 960151' },
  { team: 'team:maternity', name: 'Community midwives', agency: 'agency:hospital-trust', phone: '01632 960161' },
  { team: 'team:childrens-ward', name: 'Children’s ward', agency: 'agency:hospital-trust', phone: '01632 960162' },
  { team: 'team:health-visitors-east', name: 'Health visitors East', agency: 'agency:health-visiting', phone: '01632 960171' },
  { team: 'team:health-visitors-west', name: 'Health visitors West', agency: 'agency:health-visiting', phone: '01632 960172' },
  { team: 'team:quayside-doctors', name: 'Quayside doctors', agency: 'agency:quayside-practice', phone: '01632 960181' },
  { team: 'team:family-hub', name: 'Family hub', agency: 'agency:early-help', phone: '01632 960191' },
  { team: 'team:ropewalk-pastoral', name: 'Ropewalk pastoral team', agency: 'agency:ropewalk-primary', phone: '01632 960201' },
  { team: 'team:lighthouse-pastoral', name: 'Lighthouse pastoral team', agency: 'agency:lighthouse-primary', phone: '01632 960211' },
  { team: 'team:breakwater-pastoral', name: 'Breakwater pastoral team', agency: 'agency:breakwater-academy', phone: '01632 960221' },
  { team: 'team:child-protection-unit', name: 'Child protection unit', agency: 'agency:police', phone: '01632 960231' },
]
