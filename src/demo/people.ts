import type { EnrolUser, Role } from '#access/index.ts'
import { Fault } from '#platform/fault.ts'
import { teams } from './agencies.ts'

type Row = readonly [user: string, name: string, role: Role, title: string, team: string]

/** Whom one may sign in as. Their ids stay, since guides and checks name them. All are invented. */
const rows: readonly Row[] = [
  ['user:ada-obi', 'Ada Obi', 'social-worker', 'Social worker', 'team:family-support-east'],
  ['user:daniel-ferreira', 'Daniel Ferreira', 'social-worker', 'Senior social worker', 'team:family-support-west'],
  ['user:samira-khatun', 'Samira Khatun', 'social-worker', 'Social worker, front door', 'team:front-door'],
  ['user:grace-mensah', 'Grace Mensah', 'supervisor', 'Team manager', 'team:family-support-east'],
  ['user:helen-marsh', 'Helen Marsh', 'conference-chair', 'Conference chair', 'team:conference-service'],
  ['user:marcus-adeyemi', 'Marcus Adeyemi', 'housing-officer', 'Neighbourhood housing officer', 'team:council-north'],
  ['user:jean-whitlock', 'Jean Whitlock', 'housing-officer', 'Neighbourhood housing officer', 'team:council-docks'],
  ['user:priya-nair', 'Priya Nair', 'housing-officer', 'Temporary accommodation officer', 'team:temporary-homes'],
  ['user:colm-brady', 'Colm Brady', 'housing-officer', 'Private housing standards officer', 'team:private-renting'],
  ['user:tom-hargreave', 'Tom Hargreave', 'housing-officer', 'Tenancy officer', 'team:tidewater-tenancies'],
  ['user:leila-hosseini', 'Leila Hosseini', 'housing-officer', 'Tenancy officer', 'team:lantern-tenancies'],
  ['user:nkechi-eze', 'Nkechi Eze', 'midwife', 'Community midwife', 'team:maternity'],
  ['user:rosa-delgado', 'Rosa Delgado', 'midwife', 'Specialist midwife for young parents', 'team:maternity'],
  ['user:wim-de-vries', 'Wim de Vries', 'ward-nurse', 'Children’s ward nurse', 'team:childrens-ward'],
  ['user:bridget-coyle', 'Bridget Coyle', 'health-visitor', 'Health visitor', 'team:health-visitors-east'],
  ['user:shanice-campbell', 'Shanice Campbell', 'health-visitor', 'Health visitor', 'team:health-visitors-west'],
  ['user:parveen-akhtar', 'Parveen Akhtar', 'supervisor', 'Health visiting team leader', 'team:health-visitors-east'],
  ['user:imran-sheikh', 'Dr Imran Sheikh', 'gp', 'General practitioner', 'team:quayside-doctors'],
  ['user:olivia-bennett', 'Dr Olivia Bennett', 'gp', 'General practitioner', 'team:quayside-doctors'],
  ['user:kofi-boateng', 'Kofi Boateng', 'early-help-worker', 'Family worker', 'team:family-hub'],
  ['user:mei-lin-chen', 'Mei-Lin Chen', 'early-help-worker', 'Family worker', 'team:family-hub'],
  ['user:susan-pritchard', 'Susan Pritchard', 'designated-safeguarding-lead', 'Deputy head', 'team:ropewalk-pastoral'],
  ['user:yusuf-demir', 'Yusuf Demir', 'designated-safeguarding-lead', 'Assistant head', 'team:lighthouse-pastoral'],
  [
    'user:carol-nwosu',
    'Carol Nwosu',
    'designated-safeguarding-lead',
    'Head of pastoral care',
    'team:breakwater-pastoral',
  ],
  ['user:alex-drummond', 'Alex Drummond', 'police-officer', 'Detective constable', 'team:child-protection-unit'],
  ['user:nadia-rahimi', 'Nadia Rahimi', 'police-officer', 'Police constable', 'team:child-protection-unit'],
  ['user:ruth-okafor', 'Ruth Okafor', 'partnership-manager', 'Partnership manager', 'team:partnership-office'],
  ['user:ben-archer', 'Ben Archer', 'system-administrator', 'System administrator', 'team:partnership-office'],
]

const agencyOfTeam = (team: string): string => {
  const found = teams.find((one) => one.team === team)
  if (found === undefined) throw new Fault('demo.no-team', `The demo has no ${team}.`)
  return found.agency
}

export const people: readonly EnrolUser[] = rows.map(([user, name, role, title, team]) => ({
  user,
  name,
  role,
  title,
  agency: agencyOfTeam(team),
  teams: [team],
}))

/** For which agency somebody writes. */
export const agencyOf = (user: string): string => {
  const found = people.find((one) => one.user === user)
  if (found === undefined) throw new Fault('demo.no-person', `Nobody in the demo is ${user}.`)
  return found.agency
}
