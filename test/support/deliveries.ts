import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Deliveries in words: small and believable, as maps of file name to text, with whatever a test changes in them. */
export type DeliveryFiles = ReadonlyMap<string, string | Buffer>

type Cells = Readonly<Record<string, string>>

export interface DeliveryBuilder {
  readonly extractedAt: (instant: string) => DeliveryBuilder
  readonly asDelta: () => DeliveryBuilder
  /** One more row. */
  readonly with: (file: string, cells: Cells) => DeliveryBuilder
  /** Change cells of a row, counted from 0 below the header. */
  readonly where: (file: string, row: number, cells: Cells) => DeliveryBuilder
  readonly without: (file: string) => DeliveryBuilder
  readonly withoutColumn: (file: string, column: string) => DeliveryBuilder
  /** The very text or bytes of a file, whatever its rows say. */
  readonly holding: (file: string, content: string | Buffer) => DeliveryBuilder
  /** What the manifest promises of a file, other than what it has; with 'nothing' it does not list the file. */
  readonly promising: (file: string, rows: number | 'nothing') => DeliveryBuilder
  /** Change fields of the manifest, or leave it out. */
  readonly withManifest: (change: Readonly<Record<string, unknown>> | 'none') => DeliveryBuilder
  readonly files: () => DeliveryFiles
}

interface World {
  readonly kind: string
  readonly rows: ReadonlyMap<string, readonly Cells[]>
  readonly raw: ReadonlyMap<string, string | Buffer>
  readonly manifest: Readonly<Record<string, unknown>> | 'none'
  readonly promised: ReadonlyMap<string, number | 'nothing'>
}

/** A landlord with two homes: a crowded flat up three flights, and a room in a bed and breakfast. */
export const aHousingDelivery = (): DeliveryBuilder =>
  builder({
    kind: 'housing',
    manifest: {
      format: 'housing',
      version: '1',
      source: 'Quayside Homes, lettings system',
      extracted_at: '2026-11-20T02:15:00Z',
      mode: 'full',
    },
    raw: new Map(),
    promised: new Map(),
    rows: new Map<string, Cells[]>([
      [
        'officers.csv',
        [
          {
            officer_ref: 'O1',
            name: 'Petra Lindqvist',
            team: 'East',
            phone: '020 7946 0101',
            email: 'petra@quayside.example',
          },
        ],
      ],
      [
        'homes.csv',
        [
          {
            home_ref: 'H1',
            uprn: '100023330001',
            address: 'Flat 9, Tide Court, Mast Street',
            postcode: 'HR2 1AA',
            tenure: 'council',
            unit_type: 'flat',
            bedrooms_recorded: '2',
            entrance_floor: '3',
            lift: 'none',
            officer_ref: 'O1',
            checked_on: '2026-05-18',
          },
          {
            home_ref: 'H2',
            uprn: '100023330002',
            address: 'Room 4, Anchor Lodge, Mast Street',
            postcode: 'HR2 1AB',
            tenure: 'temporary',
            unit_type: 'room',
            bedrooms_recorded: '1',
            entrance_floor: '0',
            lift: 'none',
            officer_ref: 'O1',
            checked_on: '2026-10-01',
          },
        ],
      ],
      [
        'rooms.csv',
        [
          {
            home_ref: 'H1',
            room_ref: '1',
            name: 'Front bedroom',
            kind: 'bedroom',
            area: '10.2',
            area_unit: 'm2',
            measured_on: '2024-11-07',
          },
          {
            home_ref: 'H1',
            room_ref: '2',
            name: 'Box room',
            kind: 'bedroom',
            area: '',
            area_unit: '',
            measured_on: '',
          },
          {
            home_ref: 'H1',
            room_ref: '3',
            name: 'Living room',
            kind: 'living',
            area: '150',
            area_unit: 'sqft',
            measured_on: '',
          },
        ],
      ],
      [
        'people.csv',
        [
          {
            person_ref: 'P1',
            full_name: 'Solveig Adeyemi',
            date_of_birth: '1993-04-11',
            sex: 'female',
            partner_ref: 'P2',
            parent_ref: '',
            nhs_number: '9434765919',
          },
          {
            person_ref: 'P2',
            full_name: 'Idris Adeyemi',
            date_of_birth: '1990-12-02',
            sex: 'male',
            partner_ref: 'P1',
            parent_ref: '',
            nhs_number: '',
          },
          {
            person_ref: 'P3',
            full_name: 'Maren Adeyemi',
            date_of_birth: '2019-08-30',
            sex: 'female',
            partner_ref: '',
            parent_ref: 'P1',
            nhs_number: '',
          },
          {
            person_ref: 'P4',
            full_name: 'Tuva',
            date_of_birth: '',
            sex: '',
            partner_ref: '',
            parent_ref: '',
            nhs_number: '',
          },
        ],
      ],
      [
        'occupancy.csv',
        [
          {
            home_ref: 'H1',
            person_ref: 'P1',
            sleeps_here: 'yes',
            moved_in: '2019-09-02',
            moved_out: '',
            room_ref: '1',
            verified_on: '2026-05-18',
            verified_by: 'O1',
          },
          {
            home_ref: 'H1',
            person_ref: 'P2',
            sleeps_here: 'yes',
            moved_in: '2019-09-02',
            moved_out: '',
            room_ref: '1',
            verified_on: '2026-05-18',
            verified_by: 'O1',
          },
          {
            home_ref: 'H1',
            person_ref: 'P3',
            sleeps_here: 'yes',
            moved_in: '2019-09-02',
            moved_out: '',
            room_ref: '2',
            verified_on: '2026-05-18',
            verified_by: 'O1',
          },
          {
            home_ref: 'H2',
            person_ref: 'P4',
            sleeps_here: '',
            moved_in: '',
            moved_out: '',
            room_ref: '',
            verified_on: '',
            verified_by: '',
          },
        ],
      ],
      [
        'tenancies.csv',
        [
          {
            tenancy_ref: 'T1',
            home_ref: 'H1',
            type: 'secure',
            started_on: '2019-09-02',
            ended_on: '',
            in_arrears: 'no',
          },
        ],
      ],
      ['tenancy_people.csv', [{ tenancy_ref: 'T1', person_ref: 'P1', part: 'tenant' }]],
      [
        'register.csv',
        [
          {
            application_ref: 'A1',
            home_ref: 'H1',
            status: 'active',
            registered_on: '2017-03-09',
            band: '2',
            last_bid_on: '2026-01-30',
            bids_12m: '3',
          },
        ],
      ],
      [
        'register_people.csv',
        [
          { application_ref: 'A1', person_ref: 'P1', part: 'applicant' },
          { application_ref: 'A1', person_ref: 'P3', part: 'to-move-too' },
        ],
      ],
      [
        'conditions.csv',
        [
          {
            condition_ref: 'C1',
            home_ref: 'H1',
            room_ref: '2',
            kind: 'mould',
            reported_on: '2026-02-11',
            stage: 'works-ordered',
          },
        ],
      ],
      [
        'placements.csv',
        [
          {
            placement_ref: 'PL1',
            case_ref: 'HL1',
            home_ref: 'H2',
            person_ref: 'P4',
            type: 'bed-and-breakfast',
            started_on: '2026-10-01',
            ended_on: '',
          },
        ],
      ],
    ]),
  })

/** A social care extract with a mother, her daughter with an ended plan, and an expected child. It has no manifest, as the dataset has none. */
export const anSsdDelivery = (): DeliveryBuilder =>
  builder({
    kind: 'ssd',
    manifest: 'none',
    raw: new Map(),
    promised: new Map(),
    rows: new Map<string, Cells[]>([
      [
        'ssd_professionals.csv',
        [
          {
            prof_professional_id: 'W1',
            prof_professional_name: 'Edda Marsh',
            prof_professional_job_title: 'Social worker',
          },
        ],
      ],
      [
        'ssd_person.csv',
        [
          {
            pers_person_id: 'C1',
            pers_forename: 'Solveig',
            pers_surname: 'Adeyemi',
            pers_sex: 'F',
            pers_dob: '11/04/1993',
            pers_expected_dob: '',
            pers_common_child_id: '',
            pers_is_mother: 'Y',
          },
          {
            pers_person_id: 'C2',
            pers_forename: 'Maren',
            pers_surname: 'Adeyemi',
            pers_sex: 'F',
            pers_dob: '2019-08-30T00:00:00',
            pers_expected_dob: '',
            pers_common_child_id: '9434765919',
            pers_is_mother: 'N',
          },
          {
            pers_person_id: 'C3',
            pers_forename: '',
            pers_surname: 'Adeyemi',
            pers_sex: 'U',
            pers_dob: '',
            pers_expected_dob: '2027-01-15',
            pers_common_child_id: '',
            pers_is_mother: '',
          },
        ],
      ],
      [
        'ssd_family.csv',
        [
          { fami_table_id: '1', fami_family_id: 'F1', fami_person_id: 'C1' },
          { fami_table_id: '2', fami_family_id: 'F1', fami_person_id: 'C2' },
        ],
      ],
      [
        'ssd_mother.csv',
        [{ moth_table_id: '1', moth_person_id: 'C1', moth_childs_person_id: 'C2', moth_childs_dob: '2019-08-30' }],
      ],
      [
        'ssd_address.csv',
        [
          {
            addr_table_id: '1',
            addr_person_id: 'C2',
            addr_address_type: 'HOME',
            addr_address_start_date: '2019-09-02',
            addr_address_end_date: '',
            addr_address_postcode: 'HR2 1AA',
            addr_address_json: '{"STREET":"Mast Street"}',
          },
        ],
      ],
      ['ssd_send.csv', [{ send_table_id: '1', send_upn: 'P123456789123', send_person_id: 'C2' }]],
      [
        'ssd_contacts.csv',
        [
          {
            cont_contact_id: '1',
            cont_person_id: 'C2',
            cont_contact_date: '02/03/2026',
            cont_contact_outcome_json: '{"OUTCOME_NFA_FLAG":"N"}',
          },
        ],
      ],
      [
        'ssd_cin_episodes.csv',
        [
          {
            cine_referral_id: 'R1',
            cine_person_id: 'C2',
            cine_referral_date: '2026-03-03',
            cine_close_date: '2026-08-14',
            cine_referral_worker_id: 'W1',
          },
        ],
      ],
      [
        'ssd_involvements.csv',
        [
          {
            invo_involvements_id: 'I1',
            invo_professional_id: 'W1',
            invo_person_id: 'C2',
            invo_involvement_start_date: '2026-03-04',
            invo_involvement_end_date: '',
            invo_referral_id: 'R1',
          },
        ],
      ],
      [
        'ssd_cin_plans.csv',
        [
          {
            cinp_cin_plan_id: 'N1',
            cinp_referral_id: 'R1',
            cinp_person_id: 'C2',
            cinp_cin_plan_start_date: '2026-04-21',
            cinp_cin_plan_end_date: '2026-08-14',
          },
        ],
      ],
      [
        'ssd_cin_visits.csv',
        [
          {
            cinv_cin_visit_id: 'V1',
            cinv_person_id: 'C2',
            cinv_cin_visit_date: '2026-05-12 15:30:00',
            cinv_cin_visit_seen: 'Y',
            cinv_cin_visit_seen_alone: 'U',
          },
        ],
      ],
    ]),
  })

/** Maren: an ended child in need plan; since then a section 47 enquiry, a conference and a child protection plan, and an assessment without an end. */
export const aChildOnAPlan = (): DeliveryBuilder =>
  anSsdDelivery()
    .where('ssd_contacts.csv', 0, {
      cont_contact_source_code: '3B',
      cont_contact_outcome_json: '{"OUTCOME_NEW_REFERRAL_FLAG":"Y","OUTCOME_NFA_FLAG":"N"}',
    })
    .where('ssd_cin_episodes.csv', 0, {
      cine_referral_source_code: '9X',
      cine_cin_primary_need_code: 'N1',
      cine_close_reason: 'RC8',
      cine_referral_nfa: 'N',
    })
    .with('ssd_cin_assessments.csv', {
      cina_assessment_id: 'A1',
      cina_person_id: 'C2',
      cina_referral_id: 'R1',
      cina_assessment_start_date: '2026-10-05',
      cina_assessment_child_seen: 'U',
    })
    .with('ssd_s47_enquiry.csv', {
      s47e_s47_enquiry_id: 'S1',
      s47e_person_id: 'C2',
      s47e_referral_id: 'R1',
      s47e_s47_start_date: '2026-08-17',
      s47e_s47_end_date: '2026-08-28',
      s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":"Y","COMMENTS":"Home is cold","TOTAL_NO_OF_OUTCOMES":"1"}',
    })
    .with('ssd_initial_cp_conference.csv', {
      icpc_icpc_id: 'I1',
      icpc_person_id: 'C2',
      icpc_s47_enquiry_id: 'S1',
      icpc_icpc_target_date: '2026-09-08',
      icpc_icpc_date: '2026-09-04',
      icpc_icpc_outcome_cp_flag: 'Y',
    })
    .with('ssd_cp_plans.csv', {
      cppl_cp_plan_id: 'P1',
      cppl_person_id: 'C2',
      cppl_icpc_id: 'I1',
      cppl_cp_plan_start_date: '2026-09-04',
      cppl_cp_plan_end_date: '',
      cppl_cp_plan_latest_category: 'NEG',
    })
    .with('ssd_cp_reviews.csv', {
      cppr_cp_review_id: 'V1',
      cppr_person_id: 'C2',
      cppr_cp_plan_id: 'P1',
      cppr_cp_review_due: '2026-12-04',
      cppr_cp_review_date: '',
    })
    .with('ssd_cp_visits.csv', {
      cppv_cp_visit_id: 'W1',
      cppv_person_id: 'C2',
      cppv_cp_plan_id: 'P1',
      cppv_cp_visit_date: '18/09/2026',
      cppv_cp_visit_seen: 'Y',
      cppv_cp_visit_seen_alone: 'Y',
      cppv_cp_visit_bedroom: '',
    })

const builder = (world: World): DeliveryBuilder => {
  const rowsOf = (file: string): readonly Cells[] => world.rows.get(file) ?? []
  const withRows = (file: string, rows: readonly Cells[]): DeliveryBuilder =>
    builder({ ...world, rows: new Map([...world.rows, [file, rows]]) })
  const withManifest = (change: Readonly<Record<string, unknown>>): DeliveryBuilder =>
    builder({
      ...world,
      manifest: { ...(world.manifest === 'none' ? unsaidManifest(world.kind) : world.manifest), ...change },
    })
  return {
    extractedAt: (instant) => withManifest({ extracted_at: instant }),
    asDelta: () => withManifest({ mode: 'delta' }),
    with: (file, cells) => withRows(file, [...rowsOf(file), cells]),
    where: (file, row, cells) => withRows(file, rowsOf(file).toSpliced(row, 1, { ...rowsOf(file)[row], ...cells })),
    without: (file) =>
      builder({
        ...world,
        rows: new Map([...world.rows].filter(([name]) => name !== file)),
        raw: new Map([...world.raw].filter(([name]) => name !== file)),
      }),
    withoutColumn: (file, column) =>
      withRows(
        file,
        rowsOf(file).map((cells) => Object.fromEntries(Object.entries(cells).filter(([name]) => name !== column))),
      ),
    holding: (file, content) => builder({ ...world, raw: new Map([...world.raw, [file, content]]) }),
    promising: (file, rows) => builder({ ...world, promised: new Map([...world.promised, [file, rows]]) }),
    withManifest: (change) => (change === 'none' ? builder({ ...world, manifest: 'none' }) : withManifest(change)),
    files: () => filesOf(world),
  }
}

const unsaidManifest = (kind: string): Readonly<Record<string, unknown>> => ({
  format: kind,
  version: '1',
  source: 'Harbour Reach children’s social care',
  extracted_at: '2026-11-20T02:15:00Z',
  mode: 'full',
})

const filesOf = ({ rows, raw, manifest, promised }: World): DeliveryFiles => {
  const files = new Map<string, string | Buffer>([...rows].map(([name, cells]) => [name, csvOf(cells)]))
  for (const [name, content] of raw) files.set(name, content)
  if (manifest !== 'none' && !raw.has('manifest.json')) {
    const counts = new Map<string, number | 'nothing'>([
      ...[...raw.keys()].map((name) => [name, 0] as const),
      ...[...rows].map(([name, cells]) => [name, cells.length] as const),
      ...promised,
    ])
    const listed = [...counts]
      .filter(([, count]) => count !== 'nothing')
      .map(([name, count]) => ({ name, rows: count }))
    files.set('manifest.json', JSON.stringify({ files: listed, ...manifest }))
  }
  return files
}

/** Rows as RFC 4180 writes them: columns in the order in which they first appear. */
export const csvOf = (rows: readonly Cells[]): string => {
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))]
  return [columns, ...rows.map((cells) => columns.map((name) => cells[name] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('')
}

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Lay a delivery down in a folder of its own, do something with it, and clear it away. */
export const inAFolder = async <T>(files: DeliveryFiles, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-'))
  try {
    await Promise.all([...files].map(([name, content]) => writeFile(join(folder, name), content)))
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
