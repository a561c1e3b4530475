/**
 * The codes of the Standard Safeguarding Dataset in words. Its model of July 2026 (extract 1.4.5) takes them from the children in need
 * census; each stands there, or in the census’s schema for 2026. A code that is not here is shown as a code: hiding it would say that
 * nobody recorded anything, and guessing would say what nobody recorded.
 */

const referralSources: Readonly<Record<string, string>> = {
  '1A': 'a family member, relative or carer',
  '1B': 'an acquaintance, neighbour or childminder',
  '1C': 'the child',
  '1D': 'another person, such as a stranger or a Member of Parliament',
  '2A': 'a school',
  '2B': 'education services',
  '3A': 'a general practitioner',
  '3B': 'a health visitor',
  '3C': 'a school nurse',
  '3D': 'another primary health service',
  '3E': 'an emergency department',
  '3F': 'another health service, such as a hospice',
  '4': 'housing (a council or a housing association)',
  '5A': 'social care of the same council, such as for adults',
  '5B': 'another service of the same council, neither social care nor early help',
  '5C': 'a service of another council, such as social care or early help',
  '5D': 'early help of the same council',
  '6': 'the police',
  '7': 'another legal agency, such as a court, probation, prison, immigration or Cafcass',
  '8': 'another organisation, such as a children’s centre, an independent agency or a voluntary organisation',
  '9': 'somebody who gave no name',
  '10': 'not known',
}

/** N1 took in exploitation with the census of 2026; earlier it said abuse or neglect, which these words hold too. N5 and N6 are the census’s words, and its guide says that they diagnose nobody. */
const needs: Readonly<Record<string, string>> = {
  N0: 'not stated',
  N1: 'abuse, neglect or exploitation',
  N2: 'the child’s disability or illness',
  N3: 'a parent’s or carer’s disability or illness',
  N4: 'family in acute stress',
  N5: '“family dysfunction”, as the census calls it',
  N6: '“socially unacceptable behaviour”, as the census calls it',
  N7: 'low income',
  N8: 'absent parenting',
  N9: 'a case other than a child in need, such as support after an adoption',
}

const closeReasons: Readonly<Record<string, string>> = {
  RC1: 'the child was adopted',
  RC2: 'the child died',
  RC3: 'a child arrangements order',
  RC4: 'a special guardianship order',
  RC5: 'moved to another council’s services',
  RC6: 'moved to adult social care',
  RC7: 'services ended for another reason, or the child is no longer in need',
  RC8: 'closed after assessment, no further action',
  RC9: 'closed after assessment, referred to early help',
}

const categories: Readonly<Record<string, string>> = {
  NEG: 'neglect',
  PHY: 'physical abuse',
  EMO: 'emotional abuse',
  SAB: 'sexual abuse',
  MUL: 'more than one category',
}

const participations: Readonly<Record<string, string>> = {
  PN0: 'under four at the time',
  PN1: 'was there and spoke for themselves',
  PN2: 'was there, and an advocate spoke for them',
  PN3: 'was there and made their views known without speaking',
  PN4: 'was there and did not contribute',
  PN5: 'was not there, and an advocate gave their views',
  PN6: 'was not there, and sent their views',
  PN7: 'was not there, and sent no views',
}

const tables = {
  'referral source': referralSources,
  need: needs,
  'close reason': closeReasons,
  category: categories,
  participation: participations,
} as const
export type CodeTable = keyof typeof tables

/**
 * A code in words. Some case systems write the words themselves: they stand as they were written.
 *
 * @example inWords('category', 'NEG') is "neglect", inWords('category', 'Neglect') is "Neglect", inWords('referral source', '9X') is "code 9X, not known to this edition"
 */
export const codeInWords = (table: CodeTable, written: string): string => {
  const code = written.trim().toUpperCase()
  const words = tables[table][code]
  if (words !== undefined) return words
  return /^[A-Z]{0,4}\d{0,3}[A-Z]?$/u.test(written.trim())
    ? `code ${written.trim()}, not known to this edition`
    : written.trim()
}

const outcomes: Readonly<Record<string, string>> = {
  NEW_REFERRAL: 'a new referral',
  EXISTING_REFERRAL: 'added to an open referral',
  CP_ENQUIRY: 'a child protection enquiry',
  ADVICE: 'advice given',
  MISSING: '“missing”, of which the dataset says no more',
  OLA_CP: 'a child protection matter of another council',
  NFA: 'no further action',
  NFA_S47_END: 'the section 47 enquiry ended without further action',
  NFA_CONTINUE_SINGLE: 'no further enquiry, the assessment goes on',
  SINGLE_ASSESSMENT: 'an assessment',
  STRATEGY_DISCUSSION: 'a strategy discussion',
  CLA_REQUEST: 'a request that the child be looked after',
  NON_AGENCY_ADOPTION: 'a non-agency adoption',
  PRIVATE_FOSTERING: 'private fostering',
  CP_TRANSFER_IN: 'a child protection plan moved in from another council',
  CP_CONFERENCE: 'a child protection conference',
  CP: 'a child protection plan',
  CARE_LEAVER: '“care leaver”, of which the dataset says no more',
  LEGAL_ACTION: 'legal action',
  PROV_OF_SERVICES: 'services provided',
  PROV_OF_SB_CARE: 'short breaks',
  SPECIALIST_ASSESSMENT: 'a specialist assessment',
  REFERRAL_TO_OTHER_AGENCY: 'a referral to another agency',
  MONITOR: 'another agency keeps watch on the child’s welfare',
  OTHER_ACTIONS: 'other actions',
}

/**
 * What came of something, as a case system keeps it: flags in JSON, with or without OUTCOME_ before and _FLAG behind. Only what is
 * said to have come of it is told, and the comment as it was written.
 *
 * @returns each in words; empty where nothing is said to have come of it, undefined where it cannot be read
 */
export const outcomesInWords = (written: string): string[] | undefined => {
  const read = jsonFrom(written)
  if (read === undefined) return undefined
  return Object.entries(read).flatMap(([name, value]): string[] => {
    const bare = name
      .toUpperCase()
      .replace(/^OUTCOME_/u, '')
      .replace(/_FLAG$/u, '')
    if (bare === 'COMMENTS') return typeof value === 'string' && value.trim() !== '' ? [`“${value.trim()}”`] : []
    if (!isYes(value) || bare.startsWith('TOTAL_')) return []
    return [
      bare === 'OTHER_OUTCOMES_EXIST'
        ? 'something else, which the extract does not name'
        : (outcomes[bare] ?? `“${name}”, not known to this edition`),
    ]
  })
}

const isYes = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && ['Y', 'YES', 'TRUE', 'T', '1'].includes(value.trim().toUpperCase()))

const jsonFrom = (written: string): object | undefined => {
  try {
    const read: unknown = JSON.parse(written)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined
  } catch {
    return undefined
  }
}
