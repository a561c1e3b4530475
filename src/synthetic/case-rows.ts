import { chanceFor, shares, type Chance } from './chance.ts'
import type { Books } from './books.ts'
import { written, type Day } from './day.ts'
import { familyOf, forenameOf, surnameOf } from './names.ts'

/** A child of a family by the case system's key; nothing is recorded of them before this day. */
interface ChildInCase {
  readonly ref: string
  readonly from: Day
}

/** How far a family's latest referral went: our estimate of a department's year. */
const courses = shares<Course>(['contact', 28], ['assessed', 32], ['plan', 26], ['enquiry', 7], ['protection', 7])
type Course = 'contact' | 'assessed' | 'plan' | 'enquiry' | 'protection'

interface Case {
  readonly key: string
  readonly begun: Day
  readonly worker: string
  readonly chance: Chance
  readonly books: Books
  /** When it ended for all of the children; undefined while it is open. */
  readonly closed: Day | undefined
}

const referrers = shares<readonly [string, string]>(
  [['2B', 'Education services'], 30],
  [['6', 'Police'], 27],
  [['3A', 'GP'], 6],
  [['3B', 'Health visitor'], 10],
  [['3D', 'Other primary health services'], 6],
  [['4', 'Local authority housing'], 5],
  [['1A', 'Family member or carer'], 9],
  [['9', 'Anonymous'], 7],
)

/** Contact, referral, assessment, plan, enquiry and conference of one family, each child with their own rows and each stage after the one before. */
export const addCase = (family: number, children: readonly ChildInCase[], books: Books): void => {
  const chance = chanceFor(books.seed, 'case', family)
  const begun = books.on - chance.whole(8, 1_100)
  const course = chance.from(courses)
  const open = books.on - begun < 60 || chance.yes(0.3)
  const closed = open ? undefined : Math.min(books.on, begun + chance.whole(58, 500))
  const worker = `W-${Math.floor(family / familiesPerWorker) + 1}`
  const [code, source] = chance.from(referrers)
  const known = children.filter(({ from }) => from <= begun)
  if (known.length > 0 && course !== 'contact') addWorker(worker, family, books)
  for (const [at, { ref }] of known.entries()) {
    const key = `${family}-${at + 1}`
    books.socialCare.add('contacts', {
      cont_contact_id: `CO-${key}`,
      cont_person_id: ref,
      cont_contact_date: written(begun),
      cont_contact_source_code: code,
      cont_contact_source_desc: source,
      cont_contact_outcome_json: JSON.stringify({ OUTCOME_NFA_FLAG: course === 'contact' ? 'Y' : 'N' }),
    })
    if (course === 'contact') continue
    const referral = `R-${key}`
    books.socialCare.add('cinEpisodes', {
      cine_referral_id: referral,
      cine_person_id: ref,
      cine_referral_date: written(begun + 1),
      cine_cin_primary_need_code: chance.oneOf(['N1', 'N2', 'N4', 'N5', 'N8']),
      cine_referral_source_code: code,
      cine_referral_source_desc: source,
      cine_referral_nfa: 'N',
      cine_close_reason: closed === undefined ? undefined : course === 'assessed' ? 'RC8' : 'RC7',
      cine_close_date: closed === undefined ? undefined : written(closed),
      cine_referral_team: 'T-ASSESS',
      cine_referral_worker_id: worker,
    })
    addSteps(course, ref, referral, { key, begun: begun + 1, worker, chance, books, closed })
  }
}

/** Neighbouring numbers share a worker; about one family in sixty is known, so that a worker has some ten families. */
const familiesPerWorker = 600

const workersWritten = new WeakMap<Books, Set<string>>()

const addWorker = (worker: string, family: number, books: Books): void => {
  const written = workersWritten.get(books) ?? new Set<string>()
  workersWritten.set(books, written)
  if (written.has(worker)) return
  written.add(worker)
  const chance = chanceFor(books.seed, 'worker', Math.floor(family / familiesPerWorker))
  const stock = familyOf(chance)
  books.socialCare.add('professionals', {
    prof_professional_id: worker,
    prof_professional_name: `${forenameOf(stock, chance.yes(0.8) ? 'female' : 'male', chance)} ${surnameOf(stock, chance)}`,
    prof_professional_job_title: chance.yes(0.8) ? 'Social worker' : 'Senior social worker',
    prof_professional_department: 'Assessment and support',
    prof_agency_worker_flag: chance.yes(0.25) ? 'Y' : 'N',
  })
}

const addSteps = (course: Course, ref: string, referral: string, one: Case): void => {
  const { key, begun, worker, chance, books } = one
  if (one.closed === undefined && chance.yes(0.95)) {
    books.socialCare.add('involvements', {
      invo_involvements_id: `IN-${key}`,
      invo_professional_id: worker,
      invo_professional_role_id: 'ALLOCATED CASE WORKER',
      invo_professional_team: 'T-ASSESS',
      invo_involvement_start_date: written(begun),
      invo_person_id: ref,
      invo_referral_id: referral,
    })
  }
  const authorised = begun + chance.whole(15, 55)
  books.socialCare.add('cinAssessments', {
    cina_assessment_id: `AS-${key}`,
    cina_person_id: ref,
    cina_referral_id: referral,
    cina_assessment_start_date: written(begun),
    cina_assessment_child_seen: chance.yes(0.93) ? 'Y' : 'N',
    cina_assessment_auth_date: authorised <= books.on ? written(authorised) : undefined,
    cina_assessment_outcome_nfa: course === 'assessed' ? 'Y' : 'N',
    cina_assessment_team: 'T-ASSESS',
    cina_assessment_worker_id: worker,
  })
  if (course === 'plan' && authorised < books.on) addPlan(ref, referral, authorised, one)
  if (course === 'enquiry' || course === 'protection') addEnquiry(course, ref, referral, one)
}

const addPlan = (ref: string, referral: string, from: Day, { key, worker, chance, books, closed }: Case): void => {
  books.socialCare.add('cinPlans', {
    cinp_cin_plan_id: `CIN-${key}`,
    cinp_referral_id: referral,
    cinp_person_id: ref,
    cinp_cin_plan_start_date: written(from),
    cinp_cin_plan_end_date: closed === undefined ? undefined : written(closed),
    cinp_cin_plan_team: 'T-SUPPORT',
    cinp_cin_plan_worker_id: worker,
  })
  let visit = 1
  for (let day = from + chance.whole(5, 28); day <= (closed ?? books.on) && visit <= 12; day += chance.whole(18, 42)) {
    books.socialCare.add('cinVisits', {
      cinv_cin_visit_id: `CV-${key}-${visit}`,
      cinv_person_id: ref,
      cinv_cin_visit_date: written(day),
      cinv_cin_visit_seen: seen(chance, 0.9),
      cinv_cin_visit_seen_alone: seen(chance, 0.4),
      cinv_cin_visit_bedroom: seen(chance, 0.3),
    })
    visit += 1
  }
}

const addEnquiry = (course: Course, ref: string, referral: string, one: Case): void => {
  const { key, begun, worker, chance, books } = one
  const ended = begun + chance.whole(5, 14)
  const enquiry = `S47-${key}`
  books.socialCare.add('s47Enquiry', {
    s47e_s47_enquiry_id: enquiry,
    s47e_referral_id: referral,
    s47e_person_id: ref,
    s47e_s47_start_date: written(begun),
    s47e_s47_end_date: ended <= books.on ? written(ended) : undefined,
    s47e_s47_nfa: course === 'enquiry' ? 'Y' : 'N',
    s47e_s47_completed_by_worker_id: worker,
    s47e_s47_completed_by_team: 'T-ASSESS',
  })
  const held = begun + 15
  if (course === 'protection' && held <= books.on) addProtection(ref, referral, enquiry, held, one)
}

/** A conference within fifteen working days, a plan, a review at three months and every six after, visits every two weeks or so. */
const addProtection = (
  ref: string,
  referral: string,
  enquiry: string,
  held: Day,
  { key, begun, worker, chance, books, closed }: Case,
): void => {
  const conference = `IC-${key}`
  const plan = `CP-${key}`
  const category = chance.oneOf(['NEG', 'EMO', 'PHY'])
  books.socialCare.add('initialCpConference', {
    icpc_icpc_id: conference,
    icpc_icpc_meeting_id: `MEET-${key.slice(0, key.indexOf('-'))}`,
    icpc_s47_enquiry_id: enquiry,
    icpc_person_id: ref,
    icpc_cp_plan_id: plan,
    icpc_referral_id: referral,
    icpc_icpc_transfer_in: 'N',
    icpc_icpc_target_date: written(begun + 21),
    icpc_icpc_date: written(held),
    icpc_icpc_outcome_cp_flag: 'Y',
    icpc_icpc_team: 'T-SUPPORT',
    icpc_icpc_worker_id: worker,
  })
  books.socialCare.add('cpPlans', {
    cppl_cp_plan_id: plan,
    cppl_referral_id: referral,
    cppl_icpc_id: conference,
    cppl_person_id: ref,
    cppl_cp_plan_start_date: written(held),
    cppl_cp_plan_end_date: closed === undefined ? undefined : written(closed),
    cppl_cp_plan_initial_category: category,
    cppl_cp_plan_ola: 'N',
    cppl_cp_plan_latest_category: category,
  })
  const last = closed ?? books.on
  for (let review = 1, due = held + 91; due <= last; review += 1, due += 182) {
    books.socialCare.add('cpReviews', {
      cppr_cp_review_id: `CR-${key}-${review}`,
      cppr_person_id: ref,
      cppr_cp_plan_id: plan,
      cppr_cp_review_due: written(due),
      cppr_cp_review_date: written(Math.min(last, due + chance.whole(-7, 5))),
      cppr_cp_review_outcome_continue_cp: due + 182 <= last ? 'Y' : 'N',
      cppr_cp_review_quorate: 'Y',
    })
  }
  let visit = 1
  for (let day = held + chance.whole(2, 10); day <= last && visit <= 30; day += chance.whole(8, 20)) {
    books.socialCare.add('cpVisits', {
      cppv_cp_visit_id: `PV-${key}-${visit}`,
      cppv_person_id: ref,
      cppv_cp_plan_id: plan,
      cppv_cp_visit_date: written(day),
      cppv_cp_visit_seen: seen(chance, 0.92),
      cppv_cp_visit_seen_alone: seen(chance, 0.5),
      cppv_cp_visit_bedroom: seen(chance, 0.45),
    })
    visit += 1
  }
}

const seen = (chance: Chance, share: number): 'Y' | 'N' => (chance.yes(share) ? 'Y' : 'N')
