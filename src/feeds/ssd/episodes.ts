import { dateAsCaseSystemsWriteIt as date, flag, json, ref, text } from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, oughtToKnow, refersTo, table } from '../format.ts'

export const contacts = table(
  'ssd_contacts.csv',
  'A contact about a child.',
  {
    cont_contact_id: key(ref, 'Key of the contact.', 'CO-118'),
    cont_person_id: must(ref, 'The child.', 'C-70021'),
    cont_contact_date: may(date, 'When it came.', '2026-03-02'),
    cont_contact_source_code: may(text, 'Code of who made it.', '4'),
    cont_contact_source_desc: may(text, 'Who made it.', 'Local authority housing'),
    cont_contact_outcome_json: may(json, 'What came of it.', '{"OUTCOME_NFA_FLAG":"N"}'),
  },
  { references: [refersTo('person', 'cont_person_id')], rules: [notAfterExtract('cont_contact_date')] },
)

export const cinEpisodes = table(
  'ssd_cin_episodes.csv',
  'A referral of a child and the episode of need that follows.',
  {
    cine_referral_id: key(ref, 'Key of the referral.', 'R-5501'),
    cine_person_id: must(ref, 'The child.', 'C-70021'),
    cine_referral_date: may(date, 'When it was received.', '2026-03-03'),
    cine_cin_primary_need_code: may(text, 'Code of the primary need.', 'N5'),
    cine_referral_source_code: may(text, 'Code of who referred.', '4'),
    cine_referral_source_desc: may(text, 'Who referred.', 'Local authority housing'),
    cine_referral_outcome_json: may(json, 'What came of it.', '{"OUTCOME_SINGLE_ASSESSMENT_FLAG":"Y"}'),
    cine_referral_nfa: may(flag, 'Whether no further action was taken.', 'N'),
    cine_close_reason: may(text, 'Code of why it closed.', 'RC7'),
    cine_close_date: may(date, 'When it closed.', '2026-08-14'),
    cine_referral_team: may(text, 'Team.', 'T-ASSESS'),
    cine_referral_worker_id: may(ref, 'Worker.', 'W-301'),
  },
  {
    references: [refersTo('person', 'cine_person_id'), oughtToKnow('professionals', 'cine_referral_worker_id')],
    rules: [notAfterExtract('cine_referral_date'), notBefore('cine_close_date', 'cine_referral_date')],
  },
)

export const involvements = table(
  'ssd_involvements.csv',
  'A worker’s time with a child.',
  {
    invo_involvements_id: key(ref, 'Key of the involvement.', 'IN-77'),
    invo_professional_id: may(ref, 'The worker.', 'W-301'),
    invo_professional_role_id: may(text, 'Their role.', 'ALLOCATED CASE WORKER'),
    invo_professional_team: may(text, 'Their team.', 'T-ASSESS'),
    invo_involvement_start_date: may(date, 'From when.', '2026-03-04'),
    invo_involvement_end_date: may(date, 'Until when.', '2026-08-14'),
    invo_worker_change_reason: may(text, 'Why the worker changed.', 'left the authority'),
    invo_person_id: must(ref, 'The child.', 'C-70021'),
    invo_referral_id: may(ref, 'The referral.', 'R-5501'),
  },
  {
    references: [
      refersTo('person', 'invo_person_id'),
      oughtToKnow('professionals', 'invo_professional_id'),
      oughtToKnow('cinEpisodes', 'invo_referral_id'),
    ],
    rules: [notBefore('invo_involvement_end_date', 'invo_involvement_start_date')],
  },
)

export const cinAssessments = table(
  'ssd_cin_assessments.csv',
  'A child and family assessment.',
  {
    cina_assessment_id: key(ref, 'Key of the assessment.', 'AS-31'),
    cina_person_id: must(ref, 'The child.', 'C-70021'),
    cina_referral_id: may(ref, 'The referral.', 'R-5501'),
    cina_assessment_start_date: may(date, 'When it began.', '2026-03-05'),
    cina_assessment_child_seen: may(flag, 'Whether the child was seen.', 'Y'),
    cina_assessment_auth_date: may(date, 'When it was authorised.', '2026-04-20'),
    cina_assessment_outcome_json: may(json, 'What came of it.', '{"OUTCOME_PROV_OF_SERVICES_FLAG":"Y"}'),
    cina_assessment_outcome_nfa: may(flag, 'Whether no further action was taken.', 'N'),
    cina_assessment_team: may(text, 'Team.', 'T-ASSESS'),
    cina_assessment_worker_id: may(ref, 'Worker.', 'W-301'),
  },
  {
    references: [
      refersTo('person', 'cina_person_id'),
      refersTo('cinEpisodes', 'cina_referral_id'),
      oughtToKnow('professionals', 'cina_assessment_worker_id'),
    ],
    rules: [
      notAfterExtract('cina_assessment_start_date'),
      notBefore('cina_assessment_auth_date', 'cina_assessment_start_date'),
    ],
  },
)

export const cinPlans = table(
  'ssd_cin_plans.csv',
  'A child in need plan.',
  {
    cinp_cin_plan_id: key(ref, 'Key of the plan.', 'CIN-8'),
    cinp_referral_id: may(ref, 'The referral.', 'R-5501'),
    cinp_person_id: must(ref, 'The child.', 'C-70021'),
    cinp_cin_plan_start_date: may(date, 'When it began.', '2026-04-21'),
    cinp_cin_plan_end_date: may(date, 'When it ended.', '2026-08-14'),
    cinp_cin_plan_team: may(text, 'Team.', 'T-SUPPORT'),
    cinp_cin_plan_worker_id: may(ref, 'Worker.', 'W-301'),
  },
  {
    references: [
      refersTo('person', 'cinp_person_id'),
      refersTo('cinEpisodes', 'cinp_referral_id'),
      oughtToKnow('professionals', 'cinp_cin_plan_worker_id'),
    ],
    rules: [
      notAfterExtract('cinp_cin_plan_start_date'),
      notBefore('cinp_cin_plan_end_date', 'cinp_cin_plan_start_date'),
    ],
  },
)

export const cinVisits = table(
  'ssd_cin_visits.csv',
  'A visit under a child in need plan.',
  {
    cinv_cin_visit_id: key(ref, 'Key of the visit.', 'CV-12'),
    cinv_person_id: must(ref, 'The child.', 'C-70021'),
    cinv_cin_visit_date: may(date, 'When.', '2026-05-12T15:30:00'),
    cinv_cin_visit_seen: may(flag, 'Whether the child was seen.', 'Y'),
    cinv_cin_visit_seen_alone: may(flag, 'Whether the child was seen alone.', 'N'),
    cinv_cin_visit_bedroom: may(flag, 'Whether the child’s bedroom was seen.', 'Y'),
  },
  { references: [refersTo('person', 'cinv_person_id')], rules: [notAfterExtract('cinv_cin_visit_date')] },
)
