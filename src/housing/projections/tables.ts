import '#platform/database/tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    housing_home: {
      home_id: string
      landlord: string | null
      landlord_agency: string | null
      tenure: string | null
      ward: string | null
      bedrooms: number | null
      rooms: object | null
      conditions: object
      placements: object
      applications: object
      entries: object
      names: object
    }
    housing_sleeper: {
      home_id: string
      record_id: string
      entry_id: string
      agency: string
      by: string
      says: string
      to_lead: string | null
      temporary: boolean
      true_from: string | null
      true_until: string | null
      as_of: string
      recorded_at: string
    }
    housing_person: {
      record_id: string
      birth: object | null
      sex: object | null
      died: boolean
      pregnancies: object
      bonds: object
    }
    housing_look_on: { subject_id: string; on_day: string }
  }
}
