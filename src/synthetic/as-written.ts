import type { Chance } from './chance.ts'
import { written, type Day } from './day.ts'
import type { Person } from './people.ts'

/** A person as one agency has written them down. Every slip here is one that registers show. */
interface AsWritten {
  readonly forename: string
  readonly surname: string
  readonly dateOfBirth: string | undefined
  /** Where only the year is known. */
  readonly birthYear: number | undefined
  readonly sex: 'female' | 'male' | undefined
}

/** How often each slip happens: our estimate, as shares of the people written down. */
export interface Slips {
  readonly typing: number
  readonly variant: number
  readonly swappedParts: number
  readonly oneForename: number
  readonly formerSurname: number
  readonly noSurname: number
  readonly capitals: number
  readonly withoutMarks: number
  readonly noBirthDate: number
  readonly yearOnly: number
  readonly dayAndMonthSwapped: number
  readonly wrongDigit: number
  readonly noSex: number
}

/** Typed once, from a form at a desk. */
export const landlordSlips: Slips = {
  typing: 0.035,
  variant: 0.05,
  swappedParts: 0.012,
  oneForename: 0.6,
  formerSurname: 0.08,
  noSurname: 0.006,
  capitals: 0.04,
  withoutMarks: 0.6,
  noBirthDate: 0.04,
  yearOnly: 0.008,
  dayAndMonthSwapped: 0.012,
  wrongDigit: 0.012,
  noSex: 0.03,
}

/** Taken down from what somebody else said, often by telephone. */
export const socialCareSlips: Slips = {
  typing: 0.045,
  variant: 0.09,
  swappedParts: 0.018,
  oneForename: 0.7,
  formerSurname: 0.2,
  noSurname: 0.008,
  capitals: 0.02,
  withoutMarks: 0.75,
  noBirthDate: 0.03,
  yearOnly: 0,
  dayAndMonthSwapped: 0.01,
  wrongDigit: 0.012,
  noSex: 0.01,
}

/** Write a person down once. Chance is the writer's hand: another hand makes other slips. */
export const asWritten = (person: Person, slips: Slips, on: Day, hand: Chance): AsWritten => {
  let forename = hand.yes(slips.oneForename) ? firstWord(person.forename) : person.forename
  let surname =
    person.formerSurname !== undefined && hand.yes(slips.formerSurname) ? person.formerSurname : person.surname
  if (hand.yes(slips.variant)) forename = variantOf(forename, hand)
  if (surname.includes('-') && hand.yes(0.25))
    surname = hand.yes(0.5) ? surname.replace('-', ' ') : (surname.split('-').at(-1) ?? surname)
  if (hand.yes(slips.withoutMarks)) [forename, surname] = [plain(forename), plain(surname)]
  if (hand.yes(slips.typing)) forename = slipped(forename, hand)
  if (hand.yes(slips.typing)) surname = slipped(surname, hand)
  if (hand.yes(slips.swappedParts)) [forename, surname] = [surname, forename]
  if (hand.yes(slips.noSurname)) surname = ''
  if (hand.yes(slips.capitals)) surname = surname.toUpperCase()
  return {
    forename,
    surname,
    ...birthAsWritten(person.born, slips, on, hand),
    sex: hand.yes(slips.noSex) ? undefined : person.sex,
  }
}

export const fullName = ({ forename, surname }: Pick<AsWritten, 'forename' | 'surname'>): string =>
  surname === '' ? forename : `${forename} ${surname}`

const birthAsWritten = (
  born: Day,
  slips: Slips,
  on: Day,
  hand: Chance,
): Pick<AsWritten, 'dateOfBirth' | 'birthYear'> => {
  const day = written(born)
  if (hand.yes(slips.noBirthDate)) return { dateOfBirth: undefined, birthYear: undefined }
  if (hand.yes(slips.yearOnly)) return { dateOfBirth: undefined, birthYear: Number(day.slice(0, 4)) }
  if (hand.yes(slips.dayAndMonthSwapped) && day.slice(8) <= '12')
    return {
      dateOfBirth: notAfter(`${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}`, day, on),
      birthYear: undefined,
    }
  if (hand.yes(slips.wrongDigit))
    return { dateOfBirth: notAfter(withWrongDigit(day, hand), day, on), birthYear: undefined }
  return { dateOfBirth: day, birthYear: undefined }
}

/** No register takes a birth that has not been. */
const notAfter = (slip: string, right: string, on: Day): string => (slip <= written(on) ? slip : right)

/** One year, or one day, beside the right one: the key next to it. */
const withWrongDigit = (day: string, hand: Chance): string => {
  if (hand.yes(0.5))
    return `${String(Number(day.slice(0, 4)) + (hand.yes(0.5) ? 1 : -1)).padStart(4, '0')}-${day.slice(5, 7)}-${day.slice(8) === '29' ? '28' : day.slice(8)}`
  const of = Number(day.slice(8))
  return `${day.slice(0, 8)}${String(of > 1 ? of - 1 : of + 1).padStart(2, '0')}`
}

/** Ways of writing what is one name to those who bear it. */
const variants: readonly (readonly [string, ...string[]])[] = [
  ['Mohammed', 'Muhammad', 'Mohamed', 'Md', 'Mohammad'],
  ['Ahmed', 'Ahmad', 'Ahmet'],
  ['Ayesha', 'Aisha', 'Aysha', 'Aesha'],
  ['Fatema', 'Fatima', 'Fatimah'],
  ['Yusuf', 'Yousef', 'Yusef'],
  ['Hussain', 'Hossain', 'Hussein'],
  ['Zainab', 'Zaynab', 'Zeinab'],
  ['Maryam', 'Mariam', 'Maryan'],
  ['Khadija', 'Khadra', 'Khadeja'],
  ['Ibrahim', 'Ebrahim'],
  ['Omar', 'Umar'],
  ['Fadumo', 'Faduma', 'Fatuma'],
  ['Abdi', 'Cabdi'],
  ['Elizabeth', 'Liz', 'Beth'],
  ['Catherine', 'Katherine', 'Kate', 'Cathy'],
  ['Rebecca', 'Becky'],
  ['Jessica', 'Jess'],
  ['Victoria', 'Vicky', 'Tori'],
  ['Margaret', 'Maggie'],
  ['Sarah', 'Sara'],
  ['Hannah', 'Hanna'],
  ['Zoe', 'Zoey'],
  ['Susan', 'Sue'],
  ['Christopher', 'Chris'],
  ['Daniel', 'Dan', 'Danny'],
  ['Matthew', 'Matt'],
  ['Michael', 'Mike', 'Micheal'],
  ['Benjamin', 'Ben'],
  ['Samuel', 'Sam'],
  ['Stephen', 'Steven'],
  ['Thomas', 'Tom'],
  ['William', 'Will', 'Bill'],
  ['Robert', 'Rob', 'Bob'],
  ['Joseph', 'Joe'],
  ['Andrew', 'Andy'],
  ['Nathaniel', 'Nathan'],
  ['Oluwaseun', 'Seun'],
  ['Temitope', 'Temi', 'Tope'],
  ['Babatunde', 'Tunde'],
  ['Chukwuma', 'Chuks'],
  ['Alessandro', 'Alex'],
  ['Agnieszka', 'Agnes'],
  ['Katarzyna', 'Kasia'],
  ['Krzysztof', 'Chris'],
  ['Tomasz', 'Thomas', 'Tomek'],
  ['Francesca', 'Fran'],
  ['Shirin', 'Shireen'],
  ['Parvin', 'Parveen'],
  ['Nadia', 'Nadya'],
]

const variantsOf: ReadonlyMap<string, readonly string[]> = new Map(
  variants.flatMap((ways) => ways.map((way) => [way, ways.filter((other) => other !== way)] as const)),
)

const variantOf = (forename: string, hand: Chance): string => {
  const [first, ...more] = forename.split(' ')
  const ways = first === undefined ? undefined : variantsOf.get(first)
  if (ways !== undefined && ways.length > 0) return [ways[hand.whole(0, ways.length - 1)] ?? first, ...more].join(' ')
  return more.length > 0 ? more.join(' ') : forename
}

/** Letters lost between two systems: ł, ã and ó come out as the plain ones. */
const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L')

const besideOnKeyboard: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'x',
  d: 'f',
  e: 'r',
  f: 'd',
  g: 'h',
  h: 'j',
  i: 'o',
  j: 'k',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'p',
  p: 'o',
  r: 't',
  s: 'a',
  t: 'r',
  u: 'y',
  v: 'b',
  w: 'e',
  y: 'u',
  z: 'x',
}

const slipped = (name: string, hand: Chance): string => {
  if (name.length < 3) return name
  const at = hand.whole(1, name.length - 2)
  const before = name.slice(0, at)
  const sign = name[at] ?? ''
  const after = name.slice(at + 1)
  switch (hand.whole(0, 3)) {
    case 0:
      return `${before}${after}`
    case 1:
      return `${before}${sign}${sign}${after}`
    case 2:
      return `${before}${after.slice(0, 1)}${sign}${after.slice(1)}`
    default:
      return `${before}${besideOnKeyboard[sign] ?? sign}${after}`
  }
}

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? name
