import type { EntryBody } from '#record/index.ts'

const id = '0198aaaa-0000-7000-8000-000000000001'
const record = 'record:1'
const names = [{ use: 'usual', given: 'Maren', family: 'Adeyemi' }]
const address = { lines: ['Flat 9', 'Tide Court'], postcode: 'HR2 1AA' }
const found = {
  level: 'consider-referral',
  reasons: [{ code: 'children', children: 2, underOne: 0, underFive: 1 }],
  restsOn: [],
  audience: ['housing-officer'],
  policy: { policy: 'priority-list-referral', version: 'first-value', value: true, status: 'local' },
}
const outcome = '{"OUTCOME_STRATEGY_DISCUSSION_FLAG":"Y","NFA_FLAG":"N"}'

/** For every kind that may stand on a timeline: what it says at its fullest, and, where much may be left out, with nothing but what it must say. */
export const examples: Readonly<Record<string, readonly EntryBody[]>> = {
  EntryWithdrawn: [{ reason: 'It was about somebody else.' }],

  InvolvementStarted: [{ principal: 'user:ada', role: 'social worker' }],
  InvolvementEnded: [{ principal: 'user:ada', started: id }],
  LeadPractitionerNamed: [{ user: 'user:ada' }],
  ResponsibilityForHomeStarted: [{ principal: 'user:hal', role: 'housing officer' }],
  ResponsibilityForHomeEnded: [{ principal: 'user:hal', started: id }],
  AccessReasonGiven: [{ user: 'user:ada', reason: 'A neighbour rang.' }],
  AddressHidden: [{}],
  AddressShown: [{ hidden: id }],
  AddressHidingExplained: [{ why: 'She fled.', askedBy: 'the mother', about: 'hidden' }],
  CaseSealed: [{ why: 'An adoption.', askedBy: 'the court' }],
  CaseUnsealed: [{ why: 'It is over.', askedBy: 'the court', sealed: id }],

  PersonRecordOpened: [{}, { reference: 'C-1' }],
  NamesStated: [{ names }],
  SexStated: [{ sex: 'female' }, { sex: 'not-known' }],
  NhsNumberStated: [
    { number: '9434765919', check: 'holds' },
    { number: '9434765918', check: 'fails' },
  ],
  UpnStated: [{ number: 'A123456789123', check: 'fails' }],
  BirthStated: [{ on: '2019-08-30' }, { on: 'not-known' }],
  DeathStated: [{ on: '2026-02' }, { on: 'not-known' }],
  PregnancyStated: [
    { pregnancy: id, expected: '2026-04', babies: 1 },
    { pregnancy: id, expected: 'not-known', babies: 'not-known' },
  ],
  PregnancyEnded: [
    { pregnancy: id, on: '2026-02-03' },
    { pregnancy: id, on: 'not-known' },
  ],
  PregnancyOutcomeStated: [{ pregnancy: id, outcome: 'not-known' }],
  ChildOfPregnancyBorn: [{ pregnancy: id, child: record }],
  AddressStated: [
    { type: 'home', address },
    { type: 'home', address: 'no-fixed-address' },
    { type: 'home', address: 'not-known' },
  ],
  HomeNamed: [{ ...address, borough: 'inside' }],
  GestationAtBirthStated: [
    { knownHow: 'read', toldBy: 'the red book', because: 'Seen at the visit.', at: { weeks: 36, days: 5 } },
    { knownHow: 'not-known', at: 'not-known' },
  ],
  BirthWeightStated: [
    { knownHow: 'read', grams: 2480 },
    { knownHow: 'told', grams: 'not-known' },
  ],
  SmokingNearBabyStated: [
    { knownHow: 'told', toldBy: 'the mother', says: 'no' },
    { knownHow: 'told', says: 'not-known', pregnancy: id },
  ],
  BabyIllnessStated: [
    { knownHow: 'seen', says: 'yes' },
    { knownHow: 'not-known', says: 'not-known' },
  ],
  RelationshipStated: [
    { from: { record }, type: 'parent', as: 'mother', to: record },
    { from: 'not-known', type: 'parent', as: 'father', to: record },
  ],
  ParentalResponsibilityStated: [
    { child: record, holder: { record }, state: 'has', basis: 'birth-mother' },
    { child: record, holder: 'not-known', state: 'not-known', basis: 'not-known' },
  ],
  FamilyOpened: [{ around: [record] }],
  FamilyNamed: [{ name: 'Adeyemi' }],
  FamilyMemberJoined: [{ record, role: 'child' }],
  FamilyMemberLeft: [{ record }],
  FamilySplit: [{ from: 'family:1', into: 'family:2', because: 'She has a household of her own.' }],
  FamiliesMerged: [{ from: 'family:1', into: 'family:2', because: 'They are one family.' }],
  RecordsJoined: [{ records: [record, 'record:2'], because: 'The same letter.' }],
  RecordsParted: [{ records: [record, 'record:2'], because: 'A cousin’s letter.' }],
  ContactRecorded: [
    {
      channel: 'home-visit',
      what: 'The window was mended.',
      children: [{ child: record, seen: 'not-known' }],
      interpreter: 'not-known',
    },
  ],

  HomeDescribed: [{}, { tenure: 'council', bedrooms: 2 }],
  RoomsStated: [{ rooms: [{ name: 'Box room', kind: 'bedroom', usable: 'not-known' }] }],
  SleepsHereStated: [
    { record, says: 'yes', verifiedOn: '2026-01-05' },
    { record, says: 'no' },
    { record, says: 'not-known' },
    { record, says: 'no-longer-listed' },
  ],
  OnTenancyStated: [
    { record, says: 'yes' },
    { record, says: 'not-known' },
  ],
  OnApplicationStated: [{ record, says: 'no-longer-listed' }],
  SleepingArrangementStated: [
    { record, room: { name: 'Box room' }, place: 'cot', with: [record], knownHow: 'seen' },
    { record, room: 'not-known', place: 'not-known', with: [], knownHow: 'not-known' },
  ],
  TenancyStated: [{ tenancy: 'T1', type: 'secure' }],
  RegisterApplicationStated: [
    { application: 'A1', status: 'active', registeredOn: '2017-03-09', band: '2' },
    { application: 'A1', status: 'not-known' },
  ],
  ConditionStated: [
    { condition: 'C1', what: 'mould', reportedOn: '2026-02-11', stage: 'works-ordered' },
    { condition: 'C1', what: 'mould', reportedOn: '2026-02-11', stage: 'not-known' },
  ],
  PlacementStated: [
    { placement: 'P1', type: 'bed-and-breakfast', startedOn: '2026-01-01', endedOn: '2026-02-01' },
    { placement: 'P1', type: 'not-known', startedOn: '2026-01-01' },
  ],

  ContactReceived: [{ contact: '1', fromCode: '3B', outcome }, { contact: '1' }],
  ReferralReceived: [
    {
      referral: 'R1',
      fromCode: '9X',
      need: 'N1',
      outcome,
      noFurtherAction: 'no',
      closedOn: '2026-08-14',
      closeReason: 'RC8',
      team: 'Assessment',
    },
    { referral: 'R1' },
  ],
  AssessmentStated: [
    {
      assessment: 'A1',
      startedOn: '2026-03-05',
      authorisedOn: '2026-04-20',
      childSeen: 'yes',
      outcome,
      noFurtherAction: 'no',
      team: 'Assessment',
    },
    { assessment: 'A1' },
  ],
  SectionFortySevenStated: [
    { enquiry: 'S1', startedOn: '2026-08-17', endedOn: '2026-08-28', noFurtherAction: 'yes', outcome: 'not JSON' },
    { enquiry: 'S1' },
  ],
  ConferenceStated: [
    {
      conference: 'I1',
      as: 'initial',
      dueOn: '2026-09-08',
      heldOn: '2026-09-04',
      transferIn: 'yes',
      planMade: 'yes',
      outcome,
    },
    { conference: 'I1', as: 'initial' },
    { conference: 'V1', as: 'review', heldOn: '2026-11-18', planContinues: 'no', quorate: 'no', participation: 'PN4' },
    { conference: 'V1', as: 'review' },
  ],
  ChildInNeedPlanStated: [{ plan: 'N1', team: 'Support' }, { plan: 'N1' }],
  ChildProtectionPlanStated: [
    { plan: 'P1', categoryAtFirst: 'EMO', category: 'NEG', anotherAuthoritys: 'yes' },
    { plan: 'P1' },
  ],
  VisitStated: [
    { visit: 'V1', under: 'child-in-need-plan', seen: 'yes', seenAlone: 'no', bedroomSeen: 'yes' },
    { visit: 'V1', under: 'child-protection-plan' },
  ],

  NoLongerSaid: [{ says: id, kind: 'ChildInNeedPlanStated', since: '2026-11-20' }],

  AlertRaised: [
    { rule: 'child-in-home-on-priority-list', part: 'housing', episode: 1, recommendations: [4], ...found },
  ],
  AlertChanged: [
    { change: 1, asksAgain: 'yes', ...found },
    { change: 2, asksAgain: 'no', ...found },
  ],
  AlertResolved: [{ why: 'facts-no-longer-hold' }, { why: 'rule-switched-off' }],
  AlertAnswered: [{ answer: 'not-now', reason: 'They move on Friday.', reviewOn: '2026-03-23', by: 'housing-officer' }],
  ReferralMade: [
    {
      alert: 'alert:1',
      to: 'childrens-social-care',
      reason: 'Nobody has seen the children.',
      agreed: 'not-told',
      reasons: found.reasons,
    },
  ],
  ReferralTakenUp: [{ referral: id, families: ['family:1'], opened: 'yes' }],
}
