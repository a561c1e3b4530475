import { date, oneOf, ref, yesOrNo } from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, refersTo, table } from '../format.ts'

export const tenancies = table(
  'tenancies.csv',
  'A tenancy or licence of a home. No amounts of money: a landlord’s ledger is nobody else’s business.',
  {
    tenancy_ref: key(ref, 'The landlord’s own key of the tenancy.', 'T-55120'),
    home_ref: must(ref, 'The home.', 'H-000417'),
    type: may(
      oneOf(
        'secure',
        'introductory',
        'flexible',
        'assured',
        'assured-shorthold',
        'assured-periodic',
        'licence',
        'temporary',
        'other',
      ),
      'Kind of tenancy.',
      'secure',
    ),
    started_on: may(date, 'First day.', '2019-09-02'),
    ended_on: may(date, 'First day on which it no longer ran.', '2026-09-30'),
    in_arrears: may(yesOrNo, 'Whether rent is owing. Yes or no only.', 'no'),
    notice_kind: may(oneOf('seeking-possession', 'to-quit', 'other'), 'A notice in force.', 'seeking-possession'),
    notice_served_on: may(date, 'When it was served.', '2026-06-01'),
  },
  {
    references: [refersTo('homes', 'home_ref')],
    rules: [notBefore('ended_on', 'started_on'), notAfterExtract('notice_served_on')],
  },
)

export const tenancyPeople = table(
  'tenancy_people.csv',
  'Second list: who is on the tenancy, whether or not they sleep there.',
  {
    tenancy_ref: key(ref, 'The tenancy.', 'T-55120'),
    person_ref: key(ref, 'The person.', 'P-008812'),
    part: may(oneOf('tenant', 'joint-tenant', 'licensee', 'guarantor'), 'Their part in it.', 'tenant'),
  },
  { references: [refersTo('tenancies', 'tenancy_ref'), refersTo('people', 'person_ref')] },
)
