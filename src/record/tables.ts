export interface EntryRow {
  id: string
  kind: string
  topic: string
  subjects: { id: string; type: string; role: string }[]
  agency: string
  author: string
  on_behalf_of: string | null
  source: string
  source_row: string | null
  sensitivity: string
  retention: string
  rules: string
  happened_on: string | null
  true_from: string | null
  true_until: string | null
  recorded_at: string
  source_recorded_at: string | null
  corrects: string | null
  body_hash: Uint8Array
  entry_hash: Uint8Array
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    entry: EntryRow
    entry_subject: { subject_id: string; entry_id: string; subject_type: string; role: string }
    entry_body: { entry_id: string; body: string; salt: Uint8Array }
    unsealed: { entry_id: string }
    seal: { sequence: number; entry_id: string; hash: Uint8Array; sealed_at: string }
    disposal: { entry_id: string; by_entry: string }
    subject_head: { subject_id: string; version: number }
    refold_due: { projection: string; subject_id: string }
    checkpoint_begun: { id: string; begun_at: string; sequence: number }
    follower: { name: string; sequence: number }
  }
}
