import { given } from '#platform/given.ts'
import { subjectAbout, worded } from '#record/index.ts'
import type { Entry, Naming } from '#record/index.ts'
import {
  AccessReasonGiven,
  AddressHidden,
  AddressHidingExplained,
  AddressShown,
  AgencyNamed,
  CaseSealed,
  CaseUnsealed,
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
  TeamNamed,
  UserEnrolled,
  UserLeft,
} from './entries.ts'

const id = '0198aaaa-0000-7000-8000-000000000001'

/** Who works with a family, who looks after a home and what is withheld, in words. */
export const accessKinds = worded(
  {
    AgencyNamed,
    TeamNamed,
    UserEnrolled,
    UserLeft,
    InvolvementStarted,
    InvolvementEnded,
    LeadPractitionerNamed,
    ResponsibilityForHomeStarted,
    ResponsibilityForHomeEnded,
    AccessReasonGiven,
    AddressHidden,
    AddressShown,
    AddressHidingExplained,
    CaseSealed,
    CaseUnsealed,
  },
  {
    AgencyNamed: {
      noun: 'an agency',
      examples: [{ name: 'Harbour Reach Police', kind: 'police', dutyFlag: 'yes' }],
      tell: ({ body }) => ({ title: `${body.name} is an agency here` }),
    },
    TeamNamed: {
      noun: 'a team',
      examples: [{ name: 'Assessment', agency: 'agency:csc', phone: '01632 960 000' }],
      tell: ({ body }) => ({ title: `${body.name} is a team here`, text: `Telephone ${body.phone}.` }),
    },
    UserEnrolled: {
      noun: 'somebody who uses Rooftree',
      examples: [{ name: 'Ada Obi', role: 'social-worker', title: 'Social worker', agency: 'agency:csc', teams: [] }],
      tell: ({ body }) => ({ title: `${body.name} uses Rooftree`, text: body.title }),
    },
    UserLeft: {
      noun: 'somebody who uses Rooftree no more',
      examples: [{}],
      tell: (entry, naming) => ({ title: `${principal(subjectAbout(entry, 'user') ?? '', naming)} has left` }),
    },
    InvolvementStarted: {
      noun: 'who works with the family',
      examples: [{ principal: 'user:ada', role: 'social worker' }],
      tell: ({ body }, naming) => ({
        title: `${principal(body.principal, naming)} works with the family`,
        text: body.role,
      }),
    },
    InvolvementEnded: {
      noun: 'who works with the family no more',
      examples: [{ principal: 'user:ada', started: id }],
      tell: ({ body }, naming) => ({ title: `${principal(body.principal, naming)} no longer works with the family` }),
    },
    LeadPractitionerNamed: {
      noun: 'who leads the work',
      examples: [{ user: 'user:ada' }],
      tell: ({ body }, naming) => ({ title: `${principal(body.user, naming)} leads the work` }),
    },
    ResponsibilityForHomeStarted: {
      noun: 'whose patch the home is on',
      examples: [{ principal: 'user:hal', role: 'housing officer' }],
      tell: ({ body }, naming) => ({
        title: `${principal(body.principal, naming)} looks after the home`,
        text: body.role,
      }),
    },
    ResponsibilityForHomeEnded: {
      noun: 'whose patch the home was on',
      examples: [{ principal: 'user:hal', started: id }],
      tell: ({ body }, naming) => ({ title: `${principal(body.principal, naming)} no longer looks after the home` }),
    },
    AccessReasonGiven: {
      noun: 'a reason to see the family',
      examples: [{ user: 'user:ada', reason: 'A neighbour rang.' }],
      tell: ({ body }, naming) => ({
        title: `${principal(body.user, naming)} gave a reason to see the family`,
        text: body.reason,
      }),
    },
    AddressHidden: {
      noun: 'an address that must stay hidden',
      examples: [{}],
      tell: (entry, naming) => ({ title: `The address of ${whose(entry, naming)} must not be disclosed` }),
    },
    AddressShown: {
      noun: 'an address that may be told again',
      examples: [{ hidden: id }],
      tell: (entry, naming) => ({ title: `The address of ${whose(entry, naming)} may be told again` }),
    },
    AddressHidingExplained: {
      noun: 'why an address is hidden',
      examples: [
        { why: 'She fled.', askedBy: 'the mother', about: 'hidden' },
        { why: 'He has left the borough.', askedBy: 'the mother', about: 'shown' },
      ],
      tell: (entry, naming) => ({
        title: `Why the address of ${whose(entry, naming)} ${entry.body.about === 'hidden' ? 'must not be disclosed' : 'may be told again'}`,
        text: `${entry.body.why} Asked by ${entry.body.askedBy}.`,
      }),
    },
    CaseSealed: {
      noun: 'a case that is sealed',
      examples: [{ why: 'An adoption.', askedBy: 'the court' }],
      tell: (entry, naming) => ({ title: `The case of ${whose(entry, naming)} is sealed`, text: entry.body.why }),
    },
    CaseUnsealed: {
      noun: 'a case that is sealed no more',
      examples: [{ why: 'It is over.', askedBy: 'the court', sealed: id }],
      tell: (entry, naming) => ({
        title: `The case of ${whose(entry, naming)} is no longer sealed`,
        text: entry.body.why,
      }),
    },
  },
)

const whose = (entry: Entry, naming: Naming): string => {
  const record = subjectAbout(entry, 'record')
  return record === undefined ? 'this family' : naming.person(record)
}

const principal = (of: string, naming: Naming): string => {
  const { name, title, agency } = naming.listed(of)
  const rest = Object.values(given({ title, agency: agency === undefined ? undefined : naming.listed(agency).name }))
  return rest.length === 0 ? name : `${name} (${rest.join(', ')})`
}
