import { sql } from 'kysely'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Projection } from '#record/index.ts'
import { ReferralMade, ReferralTakenUp } from '../entries.ts'
import './tables.ts'

const kinds: ReadonlySet<string> = new Set([ReferralMade, ReferralTakenUp, EntryWithdrawn].map(({ kind }) => kind))

/** The referrals that nobody has taken up. */
export const referralsWaitingRows: Projection = {
  name: 'referrals-waiting',
  tables: ['referral_waiting'],
  edition: 1,
  subjectType: 'alert',
  kinds,
  refold: async (tx, alerts) => {
    const said = standing(await entriesAbout(tx, { subjects: alerts, kinds: [...kinds] }))
    const taken = new Set(said.filter(ReferralTakenUp.is).map(({ body }) => body.referral))
    const asked = new Set(alerts)
    const rows = said
      .filter(ReferralMade.is)
      .filter(({ id, body }) => asked.has(body.alert) && !taken.has(id))
      .map(({ id, body }) => ({ entry_id: id, alert_id: body.alert }))
    await sql`delete from referral_waiting where alert_id = any (${[...alerts]}::text[])`.execute(tx)
    await sql`insert into referral_waiting select entry_id, alert_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entry_id uuid, alert_id text)`.execute(
      tx,
    )
  },
}
