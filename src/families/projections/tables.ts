import '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    person_name: { record_id: string; entry_id: string; name_no: number; whole: string; words: string[] }
    person_birth: { record_id: string; entry_id: string; first_day: string; last_day: string }
    person_number: { record_id: string; entry_id: string; kind: string; value: string }
    person_postcode: { record_id: string; entry_id: string; postcode: string }
    family_member: {
      family_id: string
      record_id: string
      role: string
      from_day: string | null
      until_day: string | null
    }
    record_joined: { record_id: string; entry_id: string }
    adoption_link: {
      before_record: string
      after_record: string
      linked_at: string
      linked_by: string
      because: string
    }
  }
}
