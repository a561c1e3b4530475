import { chance } from '../chance.ts'
import type { Chance } from '../chance.ts'
import { daysOfHistory } from '../calendar.ts'
import type { Chronicle, Inhabitant, Somewhere } from '../chronicle.ts'
import { familyFile } from './family-file.ts'
import { homeOf } from './homes.ts'
import { naming } from './names.ts'
import { addresses } from './streets.ts'
import type { Address } from './streets.ts'

/** A household of the borough: who lives in which home since when, and who keeps records of them. */
export interface Household {
  readonly number: number
  readonly home: Somewhere
  readonly landlord: string | undefined
  /** Days before the load since when they live here, and since when anybody in the record knows them. */
  readonly since: number
  readonly known: number
  readonly adults: readonly Inhabitant[]
  readonly children: readonly Inhabitant[]
  readonly records: readonly Kept[]
  /** Whether each agency that opened a record found the others' and joined it to them. */
  readonly joined: boolean
}

/** An agency's record of somebody, opened so many days before the load. */
export interface Kept {
  readonly who: Inhabitant
  readonly by: string
  readonly record: string
  readonly ago: number
}

const howMany = 272
/** Of so many of them somebody keeps a file. */
const withFile = 46

/** Everybody who has no story: most households are known to a landlord, a school or a doctor and to nobody else. */
export const households = (book: Chronicle): void => {
  const luck = chance(20_240_507)
  const later = chance(20_260_221)
  const nextAddress = addresses(luck)
  let files = 0
  for (let number = 0; number < howMany; number += 1) {
    const where = nextAddress()
    const household = oneHousehold(book, luck, number, where, later.inHundred(85))
    homeOf(book, later, household, where)
    if (files < withFile && household.children.length > 0 && number % 5 !== 4) {
      familyFile(book, luck, household, files)
      files += 1
    }
  }
}

const oneHousehold = (book: Chronicle, luck: Chance, number: number, where: Address, joined: boolean): Household => {
  const moved = luck.inHundred(30)
  const since = moved ? luck.oneOf(movingDays) : daysOfHistory + luck.between(30, 3000)
  const known = moved ? since : daysOfHistory
  const writer = where.landlord ?? 'user:colm-brady'
  const home = book.home(`${number}`, known, writer, where)
  if (where.landlord !== undefined) book.patch(home, where.landlord, known)
  const { adults, children } = whoLives(book, luck, number)
  const records: Kept[] = []
  const keep = (who: Inhabitant, by: string, from: number): void => {
    const born = book.calendar.ago(who.born)
    // Nobody has a record before birth.
    const ago = intakes.find((intake) => intake <= from && intake < born - 20)
    if (ago === undefined) return
    const first = records.find((kept) => kept.who === who)
    // An address that nobody has matched to the home is text alone, so that one child is not counted there twice.
    const record = book.record(who, ago, by, {
      lives: home,
      since: Math.min(since, born),
      ...(by === where.landlord ? {} : { without: ['sex'] }),
      ...(first !== undefined && !joined ? { unmatched: true } : {}),
    })
    if (first !== undefined && joined)
      book.join(
        Math.min(ago, first.ago),
        by,
        [first.record, record],
        'Same name, same birth date and the same address.',
      )
    records.push({ who, by, ago, record })
  }
  for (const who of [...adults, ...children]) if (where.landlord !== undefined) keep(who, where.landlord, known)
  const doctor = luck.oneOf(['user:imran-sheikh', 'user:olivia-bennett'])
  if (luck.inHundred(where.landlord === undefined ? 50 : 6))
    for (const who of [...adults, ...children]) keep(who, doctor, known)
  for (const child of children) {
    const age = book.calendar.ago(child.born) / 365.25
    if (age < 5 && luck.inHundred(75))
      keep(child, home.postcode < 'QQ3' ? 'user:bridget-coyle' : 'user:shanice-campbell', known)
    else if (age >= 5 && age < 11 && luck.inHundred(60))
      keep(
        child,
        home.postcode < 'QQ3' ? 'user:susan-pritchard' : 'user:yusuf-demir',
        Math.min(known, Math.floor((age - 4.6) * 365)),
      )
    else if (age >= 11.5 && age < 17 && luck.inHundred(60))
      keep(child, 'user:carol-nwosu', Math.min(known, Math.floor((age - 11.3) * 365)))
  }
  return { number, home, landlord: where.landlord, since, known, adults, children, records, joined }
}

const movingDays = [848, 666, 484, 302, 120] as const
/** Offices write up in batches: what became known since the last one is recorded on the next of these days. */
const intakes = [daysOfHistory, ...movingDays, 34]

const whoLives = (book: Chronicle, luck: Chance, number: number): { adults: Inhabitant[]; children: Inhabitant[] } => {
  const called = naming(luck)
  const somebody = (key: string, sex: 'female' | 'male', years: number, days = luck.between(0, 364)): Inhabitant =>
    book.person(
      `${number} ${key}`,
      { use: 'usual', given: called.given(sex), family: called.family },
      sex,
      book.calendar.bornAt({ years, days }),
    )
  const kind = luck.between(1, 100)
  const eldest = kind <= 18 ? luck.between(66, 88) : luck.between(24, 47)
  const adults = [somebody('one', luck.inHundred(kind > 60 && kind <= 80 ? 90 : 55) ? 'female' : 'male', eldest)]
  if (kind <= 8 || (kind > 28 && kind <= 60) || kind > 80)
    adults.push(somebody('two', adults[0]?.sex === 'female' ? 'male' : 'female', eldest + luck.between(-3, 4)))
  if (kind > 92) adults.push(somebody('three', 'female', eldest + luck.between(24, 30)))
  const most = kind <= 28 ? 0 : Math.min(luck.between(1, 4), 1 + Math.floor((eldest - 20) / 4))
  const ages: number[] = []
  const oldest = Math.min(16, eldest - 20)
  // Ten months at least between two births: days since a birthday differ by two months at most within a household.
  while (ages.length < most) {
    const years = luck.between(0, oldest)
    if (!ages.includes(years)) ages.push(years)
  }
  const since = luck.between(0, 300)
  const children = ages.map((years, at) =>
    somebody(`child ${at + 1}`, luck.inHundred(50) ? 'female' : 'male', years, since + luck.between(0, 60)),
  )
  return { adults, children }
}
