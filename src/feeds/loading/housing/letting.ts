import { filled, saying } from '../statements.ts'
import type { NotTaken, Saying } from '../statements.ts'
import type { LoadedRow } from '../loaded-rows.ts'
import { roomNameIn } from './homes.ts'
import { homeOf, linesOf, recordOf } from './rows.ts'
import type { HousingContext } from './rows.ts'

/** A tenancy, and the second list: who is on it. */
export const tenancySays = (rows: readonly LoadedRow[], context: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'tenancies')
  const home = line === undefined ? undefined : homeOf(context, line.row.home_ref)
  if (line === undefined || home === undefined) return []
  const { row } = line
  return [
    saying(
      'tenancy',
      'tenancy',
      line,
      [home],
      (traced) => ({
        home,
        tenancy: row.tenancy_ref,
        type: row.type ?? 'not-known',
        ...traced,
        ...filled({
          startedOn: row.started_on,
          endedOn: row.ended_on,
          inArrears: row.in_arrears,
          notice:
            row.notice_kind === undefined
              ? undefined
              : { kind: row.notice_kind, ...filled({ servedOn: row.notice_served_on }) },
        }),
      }),
      { ifGone: 'say-gone' },
    ),
    ...linesOf(rows, 'tenancyPeople').map((person) => {
      const record = recordOf(context, person.row.person_ref)
      return saying(
        'occupancy',
        `on-tenancy:${person.row.person_ref}`,
        person,
        [home, record],
        (traced) => ({
          list: 'on-tenancy',
          home,
          record,
          says: 'yes',
          tenancy: row.tenancy_ref,
          part: person.row.part ?? 'not-known',
          ...filled({ trueFrom: row.started_on, trueUntil: row.ended_on }),
          ...traced,
        }),
        { ifUnsaid: 'not-listed', ifGone: 'not-listed' },
      )
    }),
  ]
}

/** An application on the register, and the third list. One that names no home of this landlord's says nothing of a home. */
export const applicationSays = (
  rows: readonly LoadedRow[],
  context: HousingContext,
): { sayings: Saying[]; notTaken: NotTaken[] } => {
  const [line] = linesOf(rows, 'register')
  if (line === undefined) return { sayings: [], notTaken: [] }
  const { row } = line
  const home = row.home_ref === undefined ? undefined : homeOf(context, row.home_ref)
  if (home === undefined)
    return {
      sayings: [],
      notTaken: [
        {
          file: line.file,
          why: 'The application names no home of this delivery, so nothing can be said of a home by it.',
        },
      ],
    }
  const sayings = [
    saying(
      'application',
      'application',
      line,
      [home],
      (traced) => ({
        home,
        application: row.application_ref,
        status: row.status,
        ...traced,
        ...filled({
          registeredOn: row.registered_on,
          band: row.band,
          subGroup: row.sub_group,
          priorityDate: row.priority_date,
          bedroomNeed: row.bedroom_need,
          bedroomsShort: row.bedrooms_short,
          overcrowdingAward: row.overcrowding_award,
          medicalPriority: row.medical_priority,
          lastBidOn: row.last_bid_on,
          lastLoginOn: row.last_login_on,
          bids: row.bids_12m,
          eligibleAdverts: row.eligible_adverts_12m,
          shortlisted: row.shortlisted_12m,
          refusals: row.refusals,
          assisted: row.assisted_or_auto_bid,
          reasonRecorded: row.reason_recorded?.slice(0, 300),
        }),
      }),
      { ifGone: 'say-gone' },
    ),
    ...linesOf(rows, 'registerPeople').map((person) => {
      const record = recordOf(context, person.row.person_ref)
      return saying(
        'occupancy',
        `on-application:${person.row.person_ref}`,
        person,
        [home, record],
        (traced) => ({
          list: 'on-application',
          home,
          record,
          says: 'yes',
          application: row.application_ref,
          part: person.row.part ?? 'not-known',
          ...traced,
        }),
        { ifUnsaid: 'not-listed', ifGone: 'not-listed' },
      )
    }),
  ]
  return { sayings, notTaken: [] }
}

export const conditionSays = (rows: readonly LoadedRow[], context: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'conditions')
  const home = line === undefined ? undefined : homeOf(context, line.row.home_ref)
  if (line === undefined || home === undefined) return []
  const { row } = line
  return [
    saying(
      'condition',
      'condition',
      line,
      [home],
      (traced) => ({
        home,
        condition: row.condition_ref,
        what: row.kind,
        reportedOn: row.reported_on,
        stage: row.stage ?? (row.done_on === undefined ? 'not-known' : 'done'),
        ...traced,
        ...filled({
          room: roomNameIn(context, row.home_ref, row.room_ref),
          foundBy: row.found_by,
          awaab: row.awaab_kind,
          dueOn: row.due_on,
          madeSafeOn: row.made_safe_on,
          doneOn: row.done_on,
          legalClaim: row.legal_claim,
          // The feed does not say by which scheme, and one is never converted into the other.
          hhsrs:
            row.hhsrs_category === undefined
              ? undefined
              : { scheme: 'not-known' as const, category: row.hhsrs_category },
        }),
      }),
      { ifGone: 'say-gone' },
    ),
  ]
}

export const placementSays = (rows: readonly LoadedRow[], context: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'placements')
  const home = line === undefined ? undefined : homeOf(context, line.row.home_ref)
  if (line === undefined || home === undefined) return []
  const { row } = line
  const applicant = row.person_ref === undefined ? undefined : recordOf(context, row.person_ref)
  const notified = filled({
    surgery: row.notified_surgery_on,
    school: row.notified_school_on,
    healthVisitors: row.notified_health_visitors_on,
  })
  return [
    saying(
      'placement',
      'placement',
      line,
      applicant === undefined ? [home] : [home, applicant],
      (traced) => ({
        home,
        placement: row.placement_ref,
        case: row.case_ref,
        type: row.type,
        startedOn: row.started_on,
        ...traced,
        ...filled({
          applicant,
          endedOn: row.ended_on,
          duty: row.duty,
          dutyStartedOn: row.duty_started_on,
          outOfArea: row.out_of_area,
          agreedToNotify: row.agreed_to_notify,
          agreedOn: row.agreed_on,
          notified: Object.keys(notified).length === 0 ? undefined : notified,
        }),
      }),
      { ifGone: 'say-gone' },
    ),
  ]
}
