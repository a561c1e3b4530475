import type { Json } from '#record/index.ts'
import '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    feed_delivery: {
      id: string
      agency: string
      kind: string
      mode: string
      state: string
      counts: Json
      report: Json
      problems: Json
      files_hash: string
      by_user: string
      at: string
      ended_at: string | null
    }
    feed_staged: {
      delivery: string
      tbl: string
      key: string
      unit_type: string
      unit: string
      file: string
      line: number
      row: Json
      hash: string
      minted: string | null
      change: string | null
    }
    feed_row: {
      agency: string
      kind: string
      tbl: string
      key: string
      unit_type: string
      unit: string
      file: string
      line: number
      row: Json | null
      hash: string
      minted: string | null
      delivery: string
      gone: boolean
    }
    feed_touched: { delivery: string; unit_type: string; unit: string }
    feed_said: {
      agency: string
      kind: string
      unit_type: string
      unit: string
      slot: string
      entry_id: string
      about: string
      hash: string
      if_unsaid: string
      if_gone: string
    }
    feed_said_next: {
      load: string
      unit_type: string
      unit: string
      slot: string
      entry_id: string | null
      about: string
      hash: string
      if_unsaid: string
      if_gone: string
    }
    feed_changed: { delivery: string; subject: string; what: string; how_many: number }
  }
}
