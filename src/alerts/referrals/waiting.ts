import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Sensitivity, Subject } from '#record/index.ts'
import { ReferralMade } from '../entries.ts'

/** A referral that nobody has taken up, as far as children's social care may read it. */
export interface WaitingReferral {
  readonly referral: string
  readonly alert: string
  readonly madeAt: Temporal.Instant
  readonly sensitivity: Sensitivity
  readonly subjects: readonly Subject[]
  readonly said: ReturnType<typeof ReferralMade.parse>
  readonly address: string | undefined
  /** An address here must not be told. */
  readonly hidden: boolean
  /** When each child was born, the youngest first: the first and the last day it may have been. */
  readonly births: readonly { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }[]
  /** How many people there are of whom nobody has recorded a birth date. */
  readonly notKnown: number
  readonly by: {
    readonly name: string
    readonly title: string
    readonly agency: string
    readonly phone: string | undefined
  }
}

interface Row {
  referral: string
  alert_id: string
  made_at: string
  sensitivity: Sensitivity
  subjects: Subject[]
  said: unknown
  address: string | null
  hidden: boolean
  births: [string, string][]
  not_known: number
  by_name: string | null
  by_title: string | null
  agency_name: string | null
  phone: string | null
}

/** The first made first, in the viewer's transaction: the database answers nothing to anybody but children's social care. */
export const referralsWaiting = async (tx: Tx): Promise<WaitingReferral[]> => {
  const found = await sql<Row>`select * from referrals_waiting()`.execute(tx)
  return found.rows.map((row) => ({
    referral: row.referral,
    alert: row.alert_id,
    madeAt: Temporal.Instant.from(row.made_at),
    sensitivity: row.sensitivity,
    subjects: row.subjects,
    said: ReferralMade.parse(row.said),
    address: row.address ?? undefined,
    hidden: row.hidden,
    notKnown: row.not_known,
    births: row.births.map(([first, last]) => ({
      first: Temporal.PlainDate.from(first),
      last: Temporal.PlainDate.from(last),
    })),
    by: {
      name: row.by_name ?? 'Somebody',
      title: row.by_title ?? '',
      agency: row.agency_name ?? '',
      phone: row.phone ?? undefined,
    },
  }))
}

export const receivesReferrals = async (tx: Tx, agency: string): Promise<boolean> =>
  (await sql<{ id: string }>`select id from agency where id = ${agency} and kind = 'childrens-social-care'`.execute(tx))
    .rows.length > 0
