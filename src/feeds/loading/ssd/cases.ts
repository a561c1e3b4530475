import {
  AssessmentStated,
  ChildInNeedPlanStated,
  ChildProtectionPlanStated,
  ConferenceStated,
  ContactReceived,
  ReferralReceived,
  SectionFortySevenStated,
  VisitStated,
} from '#referrals/index.ts'
import type { NewEntry, Subject } from '#record/index.ts'
import { planIdFor } from '../ids.ts'
import { filled, saying } from '../statements.ts'
import type { Saying } from '../statements.ts'
import type { LoadedRow, Source } from '../loaded-rows.ts'
import { linesOf, recordOf } from './rows.ts'

/** What children's social care did about a child: one row, one entry about the child's record. */
export const caseSays = (rows: readonly LoadedRow[], source: Source): Saying[] =>
  rows.flatMap((row) => {
    const found = entryOf(row, source)
    if (found === undefined) return []
    const { child, entry } = found
    return [
      saying(
        'case',
        'case',
        row,
        entry.subjects.map(({ id }) => id),
        (traced) => ({ child, entry, ...traced }),
        { ifGone: 'say-gone' },
      ),
    ]
  })

const entryOf = (loaded: LoadedRow, source: Source): { child: string; entry: NewEntry } | undefined => {
  const about = (ref: string): Subject[] => [{ id: recordOf(source, ref), type: 'record', role: 'about' }]
  const withPlan = (ref: string, kind: string, plan: string): Subject[] => [
    ...about(ref),
    { id: planIdFor(source.agency, kind, plan), type: 'plan', role: 'mentions' },
  ]
  const made = (ref: string, entry: NewEntry): { child: string; entry: NewEntry } => ({
    child: recordOf(source, ref),
    entry,
  })
  const [contact] = linesOf([loaded], 'contacts')
  if (contact !== undefined) {
    const { row } = contact
    return made(
      row.cont_person_id,
      ContactReceived.of({
        subjects: about(row.cont_person_id),
        ...filled({ happenedOn: row.cont_contact_date }),
        body: {
          contact: row.cont_contact_id,
          ...filled({
            from: cut(row.cont_contact_source_desc),
            fromCode: cut(row.cont_contact_source_code),
            outcome: row.cont_contact_outcome_json,
          }),
        },
      }),
    )
  }
  const [episode] = linesOf([loaded], 'cinEpisodes')
  if (episode !== undefined) {
    const { row } = episode
    return made(
      row.cine_person_id,
      ReferralReceived.of({
        subjects: about(row.cine_person_id),
        ...filled({ happenedOn: row.cine_referral_date }),
        body: {
          referral: row.cine_referral_id,
          ...filled({
            from: cut(row.cine_referral_source_desc),
            fromCode: cut(row.cine_referral_source_code),
            need: cut(row.cine_cin_primary_need_code),
            outcome: row.cine_referral_outcome_json,
            noFurtherAction: row.cine_referral_nfa,
            closedOn: row.cine_close_date,
            closeReason: cut(row.cine_close_reason),
            team: cut(row.cine_referral_team),
            worker: cut(row.cine_referral_worker_id),
          }),
        },
      }),
    )
  }
  const [assessment] = linesOf([loaded], 'cinAssessments')
  if (assessment !== undefined) {
    const { row } = assessment
    return made(
      row.cina_person_id,
      AssessmentStated.of({
        subjects: about(row.cina_person_id),
        ...happened(source, row.cina_assessment_start_date),
        body: {
          assessment: row.cina_assessment_id,
          ...filled({
            referral: row.cina_referral_id,
            startedOn: row.cina_assessment_start_date,
            authorisedOn: row.cina_assessment_auth_date,
            childSeen: row.cina_assessment_child_seen,
            outcome: row.cina_assessment_outcome_json,
            noFurtherAction: row.cina_assessment_outcome_nfa,
            team: cut(row.cina_assessment_team),
            worker: cut(row.cina_assessment_worker_id),
          }),
        },
      }),
    )
  }
  const [plan] = linesOf([loaded], 'cinPlans')
  if (plan !== undefined) {
    const { row } = plan
    return made(
      row.cinp_person_id,
      ChildInNeedPlanStated.of({
        subjects: withPlan(row.cinp_person_id, 'child-in-need', row.cinp_cin_plan_id),
        ...filled({ trueFrom: row.cinp_cin_plan_start_date, trueUntil: row.cinp_cin_plan_end_date }),
        body: {
          plan: row.cinp_cin_plan_id,
          ...filled({
            referral: row.cinp_referral_id,
            team: cut(row.cinp_cin_plan_team),
            worker: cut(row.cinp_cin_plan_worker_id),
          }),
        },
      }),
    )
  }
  const [visit] = linesOf([loaded], 'cinVisits')
  if (visit !== undefined) {
    const { row } = visit
    return made(
      row.cinv_person_id,
      VisitStated.of({
        subjects: about(row.cinv_person_id),
        ...filled({ happenedOn: row.cinv_cin_visit_date }),
        body: {
          visit: row.cinv_cin_visit_id,
          under: 'child-in-need-plan',
          ...filled({
            seen: row.cinv_cin_visit_seen,
            seenAlone: row.cinv_cin_visit_seen_alone,
            bedroomSeen: row.cinv_cin_visit_bedroom,
          }),
        },
      }),
    )
  }
  const [enquiry] = linesOf([loaded], 's47Enquiry')
  if (enquiry !== undefined) {
    const { row } = enquiry
    return made(
      row.s47e_person_id,
      SectionFortySevenStated.of({
        subjects: about(row.s47e_person_id),
        ...happened(source, row.s47e_s47_start_date),
        body: {
          enquiry: row.s47e_s47_enquiry_id,
          ...filled({
            referral: row.s47e_referral_id,
            startedOn: row.s47e_s47_start_date,
            endedOn: row.s47e_s47_end_date,
            noFurtherAction: row.s47e_s47_nfa,
            outcome: row.s47e_s47_outcome_json,
            team: cut(row.s47e_s47_completed_by_team),
            worker: cut(row.s47e_s47_completed_by_worker_id),
          }),
        },
      }),
    )
  }
  const [conference] = linesOf([loaded], 'initialCpConference')
  if (conference !== undefined) {
    const { row } = conference
    return made(
      row.icpc_person_id,
      ConferenceStated.of({
        subjects: about(row.icpc_person_id),
        ...happened(source, row.icpc_icpc_date),
        body: {
          conference: row.icpc_icpc_id,
          as: 'initial',
          ...filled({
            meeting: row.icpc_icpc_meeting_id,
            enquiry: row.icpc_s47_enquiry_id,
            plan: row.icpc_cp_plan_id,
            dueOn: row.icpc_icpc_target_date,
            heldOn: row.icpc_icpc_date,
            transferIn: row.icpc_icpc_transfer_in,
            planMade: row.icpc_icpc_outcome_cp_flag,
            outcome: row.icpc_icpc_outcome_json,
            team: cut(row.icpc_icpc_team),
            worker: cut(row.icpc_icpc_worker_id),
          }),
        },
      }),
    )
  }
  const [protection] = linesOf([loaded], 'cpPlans')
  if (protection !== undefined) {
    const { row } = protection
    return made(
      row.cppl_person_id,
      ChildProtectionPlanStated.of({
        subjects: withPlan(row.cppl_person_id, 'child-protection', row.cppl_cp_plan_id),
        ...filled({ trueFrom: row.cppl_cp_plan_start_date, trueUntil: row.cppl_cp_plan_end_date }),
        body: {
          plan: row.cppl_cp_plan_id,
          ...filled({
            referral: row.cppl_referral_id,
            conference: row.cppl_icpc_id,
            categoryAtFirst: cut(row.cppl_cp_plan_initial_category),
            category: cut(row.cppl_cp_plan_latest_category),
            anotherAuthoritys: row.cppl_cp_plan_ola,
          }),
        },
      }),
    )
  }
  const [review] = linesOf([loaded], 'cpReviews')
  if (review !== undefined) {
    const { row } = review
    return made(
      row.cppr_person_id,
      ConferenceStated.of({
        subjects: about(row.cppr_person_id),
        ...happened(source, row.cppr_cp_review_date),
        body: {
          conference: row.cppr_cp_review_id,
          as: 'review',
          ...filled({
            meeting: row.cppr_cp_review_meeting_id,
            plan: row.cppr_cp_plan_id,
            dueOn: row.cppr_cp_review_due,
            heldOn: row.cppr_cp_review_date,
            planContinues: row.cppr_cp_review_outcome_continue_cp,
            quorate: row.cppr_cp_review_quorate,
            participation: cut(row.cppr_cp_review_participation),
          }),
        },
      }),
    )
  }
  const [seen] = linesOf([loaded], 'cpVisits')
  if (seen === undefined) return undefined
  const { row } = seen
  return made(
    row.cppv_person_id,
    VisitStated.of({
      subjects: about(row.cppv_person_id),
      ...filled({ happenedOn: row.cppv_cp_visit_date }),
      body: {
        visit: row.cppv_cp_visit_id,
        under: 'child-protection-plan',
        ...filled({
          plan: row.cppv_cp_plan_id,
          seen: row.cppv_cp_visit_seen,
          seenAlone: row.cppv_cp_visit_seen_alone,
          bedroomSeen: row.cppv_cp_visit_bedroom,
        }),
      },
    }),
  )
}

/** Its place on a timeline. A day that has not come yet is said in the body alone: nothing has happened then. */
const happened = ({ extractDay }: Source, on: string | undefined): { happenedOn?: string } =>
  on === undefined || on > extractDay.toString() ? {} : { happenedOn: on }

const cut = (text: string | undefined): string | undefined => text?.slice(0, 300)
