import type { Generated } from 'kysely'

interface LookRow {
  id: Generated<string>
  at: string
  user_id: string
  role: string
  agency: string
  what: string
  subjects: string[]
  known_at: string | null
  outcome: string
  because: string
  reference: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    agency: { id: string; name: string; kind: string; phone: string | null; email: string | null; duty_flag: string }
    team: { id: string; name: string; agency: string; phone: string; email: string | null }
    app_user: {
      id: string
      name: string
      role: string
      title: string
      agency: string
      phone: string | null
      email: string | null
      has_left: boolean
    }
    user_team: { user_id: string; team: string }
    access_grant: {
      entry_id: string
      principal: string
      scope: string
      way: string
      because: string
      team: string | null
      from_day: string
      until_day: string | null
    }
    lead_practitioner: { entry_id: string; family: string; user_id: string; from_day: string }
    access_reach: { source: string; scope: string; subject: string; from_day: string | null; until_day: string | null }
    person_of_record: { record_id: string; person_id: string }
    access_restriction: {
      source: string
      subject: string
      kind: string
      from_day: string | null
      until_day: string | null
    }
    access_restriction_said: {
      entry_id: string
      subject: string
      kind: string
      from_day: string | null
      until_day: string | null
    }
    access_view: { role: string; way: string; topic: string; sensitivity: string; whose: string }
    look: LookRow
  }
}
