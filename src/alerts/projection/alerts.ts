import { sql } from 'kysely'
import { entriesAbout, EntryWithdrawn } from '#record/index.ts'
import type { Entry, Projection } from '#record/index.ts'
import { alertsKinds } from '../entries.ts'
import { alertFacts } from '../facts.ts'
import './tables.ts'

const kinds: ReadonlySet<string> = new Set([...alertsKinds, EntryWithdrawn].map(({ kind }) => kind))

/** One row for each alert, and which subjects lead to it. */
export const alertRows: Projection = {
  name: 'alerts',
  tables: ['alert', 'alert_subject'],
  subjectType: 'alert',
  kinds,
  refold: async (tx, alerts) => {
    const of = new Map<string, Entry[]>()
    for (const entry of await entriesAbout(tx, { subjects: alerts, kinds: [...kinds] })) for (const { id, type } of entry.subjects) if (type === 'alert') of.set(id, [...(of.get(id) ?? []), entry])
    const folded = alerts.flatMap((alert) => alertFacts(alert, of.get(alert) ?? []) ?? [])
    const rows = folded.map((one) => ({
      alert_id: one.alert, home_id: one.home, rule: one.rule, part: one.part, episode: one.episode, level: one.level, reasons: one.reasons, audience: one.audience, policy: one.policy,
      agency: one.latest.agency, sensitivity: one.latest.sensitivity, subjects: one.latest.subjects, raised_at: one.raised.recordedAt.toString(), moved_at: one.latest.recordedAt.toString(),
      changes: one.changes, resolved_at: one.resolved?.at.toString() ?? null, resolved_why: one.resolved?.why ?? null, answer: one.answer?.answer ?? null,
      answered_at: one.answer?.at.toString() ?? null, answered_role: one.answer?.by ?? null, review_on: one.answer?.reviewOn ?? null, housing_answer: one.housingAnswer?.answer ?? null, housing_review_on: one.housingAnswer?.reviewOn ?? null, first_answered_at: one.answers[0]?.recordedAt.toString() ?? null,
      answers: one.answers.length, not_right: one.answers.filter(({ body }) => body.answer === 'not-right').length, referred: one.referral !== undefined,
    }))
    const subjects = folded.flatMap((one) => one.latest.subjects.filter(({ role, type }) => role === 'about' && type !== 'alert').map(({ id }) => ({ alert_id: one.alert, subject_id: id })))
    await sql`delete from alert where alert_id = any (${[...alerts]}::text[])`.execute(tx)
    await sql`delete from alert_subject where alert_id = any (${[...alerts]}::text[])`.execute(tx)
    await sql`insert into alert select alert_id, home_id, rule, part, episode, level, reasons, array(select jsonb_array_elements_text(audience)), policy, agency, sensitivity, subjects, raised_at, moved_at,
        changes, resolved_at, resolved_why, answer, answered_at, answered_role, review_on, housing_answer, housing_review_on, first_answered_at, answers, not_right, referred
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (alert_id text, home_id text, rule text, part text, episode integer, level text, reasons jsonb, audience jsonb, policy jsonb, agency text,
        sensitivity text, subjects jsonb, raised_at timestamptz, moved_at timestamptz, changes integer, resolved_at timestamptz, resolved_why text, answer text, answered_at timestamptz,
        answered_role text, review_on date, housing_answer text, housing_review_on date, first_answered_at timestamptz, answers integer, not_right integer, referred boolean)`.execute(tx)
    await sql`insert into alert_subject select distinct alert_id, subject_id from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as r (alert_id text, subject_id text)`.execute(tx)
  },
}
