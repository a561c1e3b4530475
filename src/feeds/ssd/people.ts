import {
  commonChildId,
  dateAsCaseSystemsWriteIt as date,
  decimal,
  flag,
  json,
  ref,
  sexCode,
  text,
  upn,
  wholeNumber,
} from '../cells.ts'
import { key, may, must, notAfterExtract, notBefore, refersTo, table } from '../format.ts'

export const professionals = table('ssd_professionals.csv', 'A worker who holds or held a case.', {
  prof_professional_id: key(ref, 'Key of the worker.', 'W-301'),
  prof_staff_id: may(text, 'Staff number.', '88120'),
  prof_professional_name: may(text, 'Name.', 'Ines Calloway'),
  prof_social_worker_registration_no: may(text, 'Registration number.', 'SW100201'),
  prof_professional_job_title: may(text, 'Job title.', 'Social worker'),
  prof_professional_caseload: may(wholeNumber(0, 9_999), 'Children held.', '17'),
  prof_professional_department: may(text, 'Department.', 'Assessment'),
  prof_full_time_equivalency: may(decimal(0, 2), 'Share of full time.', '0.8'),
  prof_agency_worker_flag: may(flag, 'Whether an agency employs them.', 'N'),
})

export const person = table(
  'ssd_person.csv',
  'A child or young person, or somebody in their family, as the case system knows them.',
  {
    pers_person_id: key(ref, 'Key of the person.', 'C-70021'),
    pers_forename: may(text, 'Forename.', 'Ilinca'),
    pers_surname: may(text, 'Surname.', 'Osei-Brandt'),
    pers_sex: may(sexCode, 'Sex.', 'F'),
    pers_gender: may(text, 'Gender, as recorded.', 'Female'),
    pers_ethnicity: may(text, 'Ethnicity code.', 'MOTH'),
    pers_dob: may(date, 'Date of birth. Empty for an unborn child.', '2018-06-30'),
    pers_common_child_id: may(commonChildId, 'Number shared between agencies.', '9434765919'),
    pers_legacy_id: may(text, 'Key in an earlier case system.', 'OLD-5512'),
    pers_upn_unknown: may(text, 'Why there is no unique pupil number.', 'UN1'),
    pers_send_flag: may(flag, 'Whether they have special educational needs or a disability.', 'N'),
    pers_expected_dob: may(date, 'Expected date of birth of an unborn child.', '2027-01-15'),
    pers_death_date: may(date, 'Date of death.', '2026-02-03'),
    pers_is_mother: may(flag, 'Whether she is a mother.', 'N'),
    pers_nationality: may(text, 'Nationality code.', 'GBR'),
  },
  {
    rules: [notAfterExtract('pers_dob'), notAfterExtract('pers_death_date'), notBefore('pers_death_date', 'pers_dob')],
  },
)

export const family = table(
  'ssd_family.csv',
  'A person in a family file.',
  {
    fami_table_id: may(ref, 'Key of the row in the extract.', 'FAM-ROW-1'),
    fami_family_id: key(ref, 'Key of the family file.', 'FAM-210'),
    fami_person_id: key(ref, 'The person.', 'C-70021'),
  },
  { references: [refersTo('person', 'fami_person_id')] },
)

export const mother = table(
  'ssd_mother.csv',
  'A mother and her child.',
  {
    moth_table_id: may(ref, 'Key of the row in the extract.', 'MO-1'),
    moth_person_id: key(ref, 'The mother.', 'C-70020'),
    moth_childs_person_id: key(ref, 'Her child.', 'C-70021'),
    moth_childs_dob: may(date, 'The child’s date of birth.', '2018-06-30'),
  },
  {
    references: [refersTo('person', 'moth_person_id'), refersTo('person', 'moth_childs_person_id')],
    rules: [notAfterExtract('moth_childs_dob')],
  },
)

export const address = table(
  'ssd_address.csv',
  'Where a person lives or lived.',
  {
    addr_table_id: key(ref, 'Key of the row.', 'AD-9001'),
    addr_address_json: may(
      json,
      'The address in its parts. `UPRN` among them ties it to the home.',
      '{"UPRN":"100023336956","HOUSE":"7","STREET":"Quay Street"}',
    ),
    addr_person_id: must(ref, 'The person.', 'C-70021'),
    addr_address_type: may(text, 'Type of address, as the case system codes it.', 'HOME'),
    addr_address_start_date: may(date, 'From when.', '2019-09-02T00:00:00'),
    addr_address_end_date: may(date, 'Until when.', '30/04/2026'),
    addr_address_postcode: may(text, 'Postcode.', 'HR1 4QS'),
  },
  {
    references: [refersTo('person', 'addr_person_id')],
    rules: [notBefore('addr_address_end_date', 'addr_address_start_date')],
  },
)

export const linkedIdentifiers = table(
  'ssd_linked_identifiers.csv',
  'A number by which another agency knows the person.',
  {
    link_table_id: key(ref, 'Key of the row.', 'LI-40'),
    link_person_id: must(ref, 'The person.', 'C-70021'),
    link_identifier_type: may(text, 'Kind of number.', 'Unique Pupil Number'),
    link_identifier_value: may(text, 'The number.', 'P123456789123'),
    link_valid_from_date: may(date, 'From when.', '2022-09-01'),
    link_valid_to_date: may(date, 'Until when.', '2026-07-21'),
  },
  {
    references: [refersTo('person', 'link_person_id')],
    rules: [notBefore('link_valid_to_date', 'link_valid_from_date')],
  },
)

export const send = table(
  'ssd_send.csv',
  'A pupil’s numbers, from the special educational needs system.',
  {
    send_table_id: key(ref, 'Key of the row.', 'SE-3'),
    send_upn: may(upn, 'Unique pupil number. A failing check letter is pointed out, not refused.', 'P123456789123'),
    send_uln: may(text, 'Unique learner number.', '1000000388'),
    send_upn_unknown: may(text, 'Why there is no unique pupil number.', 'UN1'),
    send_person_id: must(ref, 'The person.', 'C-70021'),
  },
  { references: [refersTo('person', 'send_person_id')] },
)
