import type { Format } from '../format.ts'
import { cpPlans, cpReviews, cpVisits, initialCpConference, s47Enquiry } from './child-protection.ts'
import { cinAssessments, cinEpisodes, cinPlans, cinVisits, contacts, involvements } from './episodes.ts'
import { address, family, linkedIdentifiers, mother, person, professionals, send } from './people.ts'

/** The sector’s extract from children’s social care case systems, as far as it is read here. Published in docs/feeds/ssd.md. */
export const ssd = {
  kind: 'ssd',
  version: '1',
  senders: ['childrens-social-care'],
  sentBy: 'a children’s social care department',
  manifest: 'may',
  unknownNames: 'passed-over',
  placeholders: ['SSD_PH', 'PLACEHOLDER_DATA'],
  tables: {
    professionals,
    person,
    family,
    mother,
    address,
    linkedIdentifiers,
    send,
    contacts,
    cinEpisodes,
    involvements,
    cinAssessments,
    cinPlans,
    cinVisits,
    s47Enquiry,
    initialCpConference,
    cpPlans,
    cpReviews,
    cpVisits,
  },
  tablesNeeded: ['person'],
  tablesGuarded: [
    'professionals',
    'family',
    'involvements',
    'cinPlans',
    's47Enquiry',
    'initialCpConference',
    'cpPlans',
    'cpReviews',
  ],
} as const satisfies Format
