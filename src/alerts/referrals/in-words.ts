import { ageInWords, dateTime } from '#platform/page/index.ts'
import { listed } from '../in-words.ts'
import type { WaitingReferral } from './waiting.ts'

/** Ages alone: whose they are opens when the referral is taken up. */
export const childrenInWords = (
  { births, notKnown }: Pick<WaitingReferral, 'births' | 'notKnown'>,
  today: Temporal.PlainDate,
): string => {
  const ages = births.map(({ first, last }) => {
    const [most, least] = [ageInWords(first, today), ageInWords(last, today)]
    return most === least ? most : `${least} to ${most}`
  })
  const known =
    ages.length === 0
      ? 'No child whose birth date is recorded'
      : `${ages.length} ${ages.length === 1 ? 'child' : 'children'}: ${listed(ages)}`
  return notKnown === 0
    ? known
    : `${known}; and ${notKnown} ${notKnown === 1 ? 'person' : 'people'} of whom no birth date is recorded`
}

export const addressInWords = ({ address, hidden }: Pick<WaitingReferral, 'address' | 'hidden'>): string =>
  hidden
    ? 'An address that must not be told here: ring whoever referred'
    : (address ?? 'A home whose address is not recorded')

export const referrerInWords = ({ by }: Pick<WaitingReferral, 'by'>): string =>
  [by.name, by.title.toLowerCase(), by.agency].filter((part) => part !== '').join(', ')
export const madeInWords = ({ madeAt }: Pick<WaitingReferral, 'madeAt'>): string => dateTime(madeAt)
