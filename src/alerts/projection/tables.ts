import '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    alert: {
      alert_id: string
      home_id: string
      rule: string
      part: string
      episode: number
      level: string
      reasons: object
      audience: string[]
      policy: object
      agency: string
      sensitivity: string
      subjects: object
      raised_at: string
      moved_at: string
      changes: number
      resolved_at: string | null
      resolved_why: string | null
      answer: string | null
      answered_at: string | null
      answered_role: string | null
      review_on: string | null
      answers_given: object
      first_answered_at: string | null
      answers: number
      not_right: number
      referred: boolean
    }
    alert_subject: { alert_id: string; subject_id: string }
    alert_look: {
      home_id: string
      on_day: string
      looked_at: string | null
      decisions: readonly string[] | null
      counts_on: string | null
    }
    alert_sweep: { name: string; settings: string }
  }
}
