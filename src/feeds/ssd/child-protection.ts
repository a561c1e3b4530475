import { dateAsCaseSystemsWriteIt as date, flag, json, ref, text } from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, oughtToKnow, refersTo, table } from '../format.ts'

export const s47Enquiry = table(
  'ssd_s47_enquiry.csv',
  'A section 47 enquiry.',
  {
    s47e_s47_enquiry_id: key(ref, 'Key of the enquiry.', 'S47-4'),
    s47e_referral_id: may(ref, 'The referral.', 'R-5501'),
    s47e_person_id: must(ref, 'The child.', 'C-70021'),
    s47e_s47_start_date: may(date, 'When it began.', '2026-08-17'),
    s47e_s47_end_date: may(date, 'When it ended.', '2026-08-28'),
    s47e_s47_nfa: may(flag, 'Whether no further action was taken.', 'N'),
    s47e_s47_outcome_json: may(json, 'What came of it.', '{"OUTCOME_CP_CONFERENCE_FLAG":"Y"}'),
    s47e_s47_completed_by_worker_id: may(ref, 'Worker.', 'W-301'),
    s47e_s47_completed_by_team: may(text, 'Team.', 'T-ASSESS'),
  },
  {
    references: [
      refersTo('person', 's47e_person_id'),
      refersTo('cinEpisodes', 's47e_referral_id'),
      oughtToKnow('professionals', 's47e_s47_completed_by_worker_id'),
    ],
    rules: [notAfterExtract('s47e_s47_start_date'), notBefore('s47e_s47_end_date', 's47e_s47_start_date')],
  },
)

export const initialCpConference = table(
  'ssd_initial_cp_conference.csv',
  'An initial child protection conference about a child.',
  {
    icpc_icpc_id: key(ref, 'Key of the conference of this child.', 'IC-2'),
    icpc_icpc_meeting_id: may(ref, 'Key of the meeting, shared by brothers and sisters.', 'MEET-90'),
    icpc_s47_enquiry_id: may(ref, 'The enquiry.', 'S47-4'),
    icpc_person_id: must(ref, 'The child.', 'C-70021'),
    icpc_cp_plan_id: may(ref, 'The plan that was made.', 'CP-6'),
    icpc_referral_id: may(ref, 'The referral.', 'R-5501'),
    icpc_icpc_transfer_in: may(flag, 'Whether the child moved in from another authority with a plan.', 'N'),
    icpc_icpc_target_date: may(date, 'When it was due.', '2026-09-08'),
    icpc_icpc_date: may(date, 'When it was held.', '2026-09-04'),
    icpc_icpc_outcome_cp_flag: may(flag, 'Whether a child protection plan was made.', 'Y'),
    icpc_icpc_outcome_json: may(json, 'What came of it.', '{"OUTCOME_CP_FLAG":"Y"}'),
    icpc_icpc_team: may(text, 'Team.', 'T-SUPPORT'),
    icpc_icpc_worker_id: may(ref, 'Worker.', 'W-301'),
  },
  {
    references: [
      refersTo('person', 'icpc_person_id'),
      refersTo('s47Enquiry', 'icpc_s47_enquiry_id'),
      refersTo('cinEpisodes', 'icpc_referral_id'),
      oughtToKnow('professionals', 'icpc_icpc_worker_id'),
    ],
  },
)

export const cpPlans = table(
  'ssd_cp_plans.csv',
  'A child protection plan.',
  {
    cppl_cp_plan_id: key(ref, 'Key of the plan.', 'CP-6'),
    cppl_referral_id: may(ref, 'The referral.', 'R-5501'),
    cppl_icpc_id: may(ref, 'The conference that made it.', 'IC-2'),
    cppl_person_id: must(ref, 'The child.', 'C-70021'),
    cppl_cp_plan_start_date: may(date, 'When it began.', '2026-09-04'),
    cppl_cp_plan_end_date: may(date, 'When it ended.', '2026-11-18'),
    cppl_cp_plan_initial_category: may(text, 'Category at first.', 'NEG'),
    cppl_cp_plan_ola: may(flag, 'Whether it is another authority’s plan.', 'N'),
    cppl_cp_plan_latest_category: may(text, 'Category now.', 'NEG'),
  },
  {
    references: [
      refersTo('person', 'cppl_person_id'),
      refersTo('initialCpConference', 'cppl_icpc_id'),
      oughtToKnow('cinEpisodes', 'cppl_referral_id'),
    ],
    rules: [notAfterExtract('cppl_cp_plan_start_date'), notBefore('cppl_cp_plan_end_date', 'cppl_cp_plan_start_date')],
  },
)

export const cpReviews = table(
  'ssd_cp_reviews.csv',
  'A review of a child protection plan.',
  {
    cppr_cp_review_id: key(ref, 'Key of the review.', 'CR-1'),
    cppr_person_id: must(ref, 'The child.', 'C-70021'),
    cppr_cp_plan_id: may(ref, 'The plan.', 'CP-6'),
    cppr_cp_review_due: may(date, 'When it was due.', '2026-12-04'),
    cppr_cp_review_date: may(date, 'When it was held.', '2026-11-18'),
    cppr_cp_review_meeting_id: may(ref, 'Key of the meeting, shared by brothers and sisters.', 'MEET-104'),
    cppr_cp_review_outcome_continue_cp: may(flag, 'Whether the plan goes on.', 'N'),
    cppr_cp_review_quorate: may(flag, 'Whether the meeting was quorate.', 'Y'),
    cppr_cp_review_participation: may(text, 'Code of how the child took part.', 'PN4'),
  },
  { references: [refersTo('person', 'cppr_person_id'), refersTo('cpPlans', 'cppr_cp_plan_id')] },
)

export const cpVisits = table(
  'ssd_cp_visits.csv',
  'A visit under a child protection plan.',
  {
    cppv_cp_visit_id: key(ref, 'Key of the visit.', 'PV-20'),
    cppv_person_id: must(ref, 'The child.', 'C-70021'),
    cppv_cp_plan_id: may(ref, 'The plan.', 'CP-6'),
    cppv_cp_visit_date: may(date, 'When.', '18/09/2026'),
    cppv_cp_visit_seen: may(flag, 'Whether the child was seen.', 'Y'),
    cppv_cp_visit_seen_alone: may(flag, 'Whether the child was seen alone.', 'Y'),
    cppv_cp_visit_bedroom: may(flag, 'Whether the child’s bedroom was seen.', 'Y'),
  },
  {
    references: [refersTo('person', 'cppv_person_id'), refersTo('cpPlans', 'cppv_cp_plan_id')],
    rules: [notAfterExtract('cppv_cp_visit_date')],
  },
)
