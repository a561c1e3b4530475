import { date, oneOf, ref, yesOrNo } from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, refersTo, table } from '../format.ts'

export const conditions = table(
  'conditions.csv',
  'Something about the state of a home that was reported or found.',
  {
    condition_ref: key(ref, 'Key of the report.', 'C-3391'),
    home_ref: must(ref, 'The home.', 'H-000417'),
    room_ref: may(ref, 'The room, if it is in one.', '1'),
    kind: must(
      oneOf(
        'damp',
        'mould',
        'damp-and-mould',
        'cold',
        'heat',
        'pests',
        'fire',
        'electrical',
        'falls',
        'windows',
        'structure',
        'crowding',
        'disrepair',
        'other',
      ),
      'What it is.',
      'mould',
    ),
    reported_on: must(date, 'When it was reported or found.', '2026-02-11'),
    found_by: may(oneOf('household', 'landlord', 'council', 'other-agency'), 'Who reported or found it.', 'household'),
    hhsrs_category: may(
      oneOf('1', '2'),
      'Category of the hazard under the Housing Health and Safety Rating System.',
      '2',
    ),
    awaab_kind: may(oneOf('emergency', 'significant', 'outside'), 'What it is under Awaab’s Law.', 'significant'),
    stage: may(
      oneOf(
        'reported',
        'investigating',
        'findings-sent',
        'made-safe',
        'works-ordered',
        'works-begun',
        'done',
        'closed-without-works',
      ),
      'How far the landlord has come.',
      'works-ordered',
    ),
    due_on: may(date, 'What the landlord must do next is due then.', '2026-03-04'),
    made_safe_on: may(date, 'When it was made safe.', '2026-02-20'),
    done_on: may(date, 'When the work was finished.', '2026-05-06'),
    legal_claim: may(yesOrNo, 'Whether there is a disrepair claim.', 'no'),
  },
  {
    references: [refersTo('homes', 'home_ref'), refersTo('rooms', 'home_ref', 'room_ref')],
    rules: [
      notAfterExtract('reported_on'),
      notBefore('made_safe_on', 'reported_on'),
      notBefore('done_on', 'reported_on'),
    ],
  },
)

export const placements = table(
  'placements.csv',
  'A stay in temporary accommodation under a homelessness duty.',
  {
    placement_ref: key(ref, 'Key of the stay.', 'PL-771'),
    case_ref: must(ref, 'Key of the homelessness case; stays of one case share it.', 'HL-2044'),
    home_ref: must(ref, 'Where they stay; a home of this delivery, with its own row.', 'H-000902'),
    person_ref: may(ref, 'The applicant. Who else sleeps there is in `occupancy.csv`.', 'P-008812'),
    type: must(
      oneOf('bed-and-breakfast', 'nightly-paid', 'private-leased', 'hostel', 'own-stock', 'refuge', 'other'),
      'Kind of accommodation.',
      'bed-and-breakfast',
    ),
    duty: may(
      oneOf('prevention', 'relief', 'main', 'interim', 'social-services', 'other'),
      'Duty under which it is provided.',
      'relief',
    ),
    duty_started_on: may(date, 'When that duty began.', '2026-09-28'),
    started_on: must(date, 'First night.', '2026-10-01'),
    ended_on: may(date, 'First night no longer spent there.', '2026-11-12'),
    out_of_area: may(yesOrNo, 'Whether it lies outside the borough.', 'no'),
    agreed_to_notify: may(
      yesOrNo,
      'Whether the parent agreed that surgery, school and health visitors be told (Housing Act 1996 s.213AA).',
      'yes',
    ),
    agreed_on: may(date, 'When they agreed.', '2026-10-02'),
    notified_surgery_on: may(date, 'When the GP surgery was told.', '2026-10-05'),
    notified_school_on: may(date, 'When the school or nursery was told.', '2026-10-05'),
    notified_health_visitors_on: may(date, 'When the health visiting service was told.', '2026-10-06'),
  },
  {
    references: [refersTo('homes', 'home_ref'), refersTo('people', 'person_ref')],
    rules: [
      notBefore('ended_on', 'started_on'),
      notAfterExtract('agreed_on'),
      notAfterExtract('notified_surgery_on'),
      notAfterExtract('notified_school_on'),
      notAfterExtract('notified_health_visitors_on'),
    ],
  },
)
