import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { bySubject, entriesAbout, EntryWithdrawn } from '#record/index.ts'
import type { Entry, Projection } from '#record/index.ts'
import { alertsKinds } from '../describe.ts'
import { alertFacts } from '../facts.ts'
import type { AlertFacts } from '../facts.ts'
import './tables.ts'

const kinds: ReadonlySet<string> = new Set([...alertsKinds, EntryWithdrawn].map(({ kind }) => kind))

/** One row for each alert, and which subjects lead to it. */
export const alertRows: Projection = {
  name: 'alerts',
  tables: ['alert', 'alert_subject'],
  edition: 1,
  subjectType: 'alert',
  kinds,
  refold: async (tx, alerts) => writeAlertRows(tx, alerts, await entriesOfAlerts(tx, alerts)),
}

export const entriesOfAlerts = async (tx: Tx, alerts: readonly string[]): Promise<Entry[]> =>
  entriesAbout(tx, { subjects: alerts, kinds: [...kinds] })

/** Make the rows of these alerts again from all their entries: read, or in hand because they have just been recorded. */
export const writeAlertRows = async (tx: Tx, alerts: readonly string[], entries: readonly Entry[]): Promise<void> => {
  const of = bySubject(entries)
  const rows = alerts.flatMap((alert) => rowOf(alertFacts(alert, of.get(alert) ?? [])))
  await sql`delete from alert where alert_id = any (${[...alerts]}::text[])`.execute(tx)
  // Whom an alert is about seldom changes: what stays is left as it is.
  await sql`
    with said as materialized (select r from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r),
    about as materialized (select distinct r ->> 0 as alert_id, s ->> 'id' as subject_id from said cross join jsonb_array_elements(r -> 11) as s where s ->> 'role' = 'about' and s ->> 'type' <> 'alert'),
    gone as (delete from alert_subject s where s.alert_id = any (${[...alerts]}::text[]) and not exists (select from about a where a.alert_id = s.alert_id and a.subject_id = s.subject_id)),
    subject as (insert into alert_subject select alert_id, subject_id from about a where not exists (select from alert_subject s where s.alert_id = a.alert_id and s.subject_id = a.subject_id))
    insert into alert (alert_id, home_id, rule, part, episode, level, reasons, audience, policy, agency, sensitivity, subjects, raised_at, moved_at, changes, resolved_at, resolved_why,
        answer, answered_at, answered_role, review_on, answers_given, first_answered_at, answers, not_right, referred)
      select r ->> 0, r ->> 1, r ->> 2, r ->> 3, (r ->> 4)::integer, r ->> 5, r -> 6, array(select jsonb_array_elements_text(r -> 7)), r -> 8, r ->> 9, r ->> 10, r -> 11, (r ->> 12)::timestamptz,
        (r ->> 13)::timestamptz, (r ->> 14)::integer, (r ->> 15)::timestamptz, r ->> 16, r ->> 17, (r ->> 18)::timestamptz, r ->> 19, (r ->> 20)::date, r -> 21,
        (r ->> 22)::timestamptz, (r ->> 23)::integer, (r ->> 24)::integer, (r ->> 25)::boolean from said`.execute(tx)
}

/** In the order of the columns above: a sweep may write thousands of rows, and by place the database reads them faster than by name. */
const rowOf = (one: AlertFacts | undefined): (readonly unknown[])[] =>
  one === undefined
    ? []
    : [
        [
          one.alert,
          one.home,
          one.rule,
          one.part,
          one.episode,
          one.level,
          one.reasons,
          one.audience,
          one.policy,
          one.latest.agency,
          one.latest.sensitivity,
          one.latest.subjects,
          one.raised.recordedAt,
          one.latest.recordedAt,
          one.changes,
          one.resolved?.at ?? null,
          one.resolved?.why ?? null,
          one.answer?.answer ?? null,
          one.answer?.at ?? null,
          one.answer?.by ?? null,
          one.answer?.reviewOn ?? null,
          answersGiven(one),
          one.answers[0]?.recordedAt ?? null,
          one.answers.length,
          one.answers.filter(({ body }) => body.answer === 'not-right').length,
          one.referral !== undefined,
        ],
      ]

/** With the envelope of each, by which is decided who is told of it. */
const answersGiven = ({ answers, asked, referrals }: AlertFacts): readonly unknown[] =>
  answers.map(({ id, recordedAt, body: { by, answer, reviewOn }, agency, sensitivity, subjects, by: author }) => ({
    entry: id,
    at: recordedAt,
    by,
    answer,
    reviewOn: reviewOn ?? null,
    agency,
    sensitivity,
    subjects,
    referred: referrals.some((referral) => referral.by === author && referral.recordedAt.equals(recordedAt)),
    stands: Temporal.Instant.compare(recordedAt, asked.recordedAt) >= 0,
  }))
