import '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    referral_waiting: { entry_id: string; alert_id: string }
  }
}
