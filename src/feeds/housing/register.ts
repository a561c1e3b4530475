import { date, oneOf, ref, text, wholeNumber, yesOrNo } from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, refersTo, table } from '../format.ts'

export const register = table(
  'register.csv',
  'An application on the housing register.',
  {
    application_ref: key(ref, 'Key of the application.', 'A-20913'),
    home_ref: may(ref, 'The home they live in now, if it is in this delivery.', 'H-000417'),
    status: must(oneOf('active', 'suspended', 'closed', 'rehoused'), 'Where it stands.', 'active'),
    registered_on: may(date, 'When they first registered, however long ago.', '2017-03-09'),
    band: may(text, 'Band, as the local scheme names it.', '2'),
    sub_group: may(text, 'Group within the band.', 'B'),
    priority_date: may(date, 'Date that ranks it within the band.', '2018-11-20'),
    bedroom_need: may(wholeNumber(0, 20), 'Bedrooms the scheme says the application needs.', '4'),
    bedrooms_short: may(wholeNumber(0, 20), 'Bedrooms short, by the scheme.', '2'),
    overcrowding_award: may(yesOrNo, 'Whether priority for overcrowding was given.', 'yes'),
    medical_priority: may(yesOrNo, 'Whether medical priority was given. No diagnosis.', 'no'),
    medical_awarded_on: may(date, 'When it was given.', '2025-01-14'),
    last_login_on: may(date, 'When the applicant last used the bidding site.', '2026-08-02'),
    last_bid_on: may(
      date,
      'When they last bid. A long time without a bid is a reason to ask why, never a sign that there is no need.',
      '2026-01-30',
    ),
    bids_12m: may(wholeNumber(0, 9_999), 'Bids in the twelve months to the extract.', '3'),
    eligible_adverts_12m: may(wholeNumber(0, 9_999), 'Adverts they could have bid for in that time.', '11'),
    shortlisted_12m: may(wholeNumber(0, 9_999), 'How often they were shortlisted in that time.', '1'),
    refusals: may(wholeNumber(0, 999), 'Offers refused, ever.', '0'),
    assisted_or_auto_bid: may(yesOrNo, 'Whether somebody or something bids for them.', 'no'),
    reason_recorded: may(text, 'What is recorded about why they do not bid.', 'does not read English; nobody asked'),
  },
  {
    references: [refersTo('homes', 'home_ref')],
    rules: [
      notAfterExtract('registered_on'),
      notAfterExtract('last_bid_on'),
      notAfterExtract('last_login_on'),
      notBefore('last_bid_on', 'registered_on'),
    ],
  },
)

export const registerPeople = table(
  'register_people.csv',
  'Third list: who is on the application, whether or not they sleep at the home.',
  {
    application_ref: key(ref, 'The application.', 'A-20913'),
    person_ref: key(ref, 'The person.', 'P-008812'),
    part: may(oneOf('applicant', 'joint-applicant', 'to-move-too'), 'Their part in it.', 'applicant'),
  },
  { references: [refersTo('register', 'application_ref'), refersTo('people', 'person_ref')] },
)
