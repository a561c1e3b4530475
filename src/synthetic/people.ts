import { shares, type Chance, type Shares } from './chance.ts'
import type { Tenure } from './census.ts'
import { roughAge, years, type Day } from './day.ts'
import { familyOf, forenameOf, surnameOf, womansNameOf, type NameStock } from './names.ts'

type Relation = 'lead' | 'partner' | 'child' | 'grandchild' | 'parent' | 'not-related'

/** Somebody as they are, before any agency has written them down. */
export interface Person {
  /** Place within the household, from 0. */
  readonly place: number
  readonly forename: string
  readonly surname: string
  /** A name borne before, under which an agency may still know them. */
  readonly formerSurname: string | undefined
  readonly sex: 'female' | 'male'
  readonly born: Day
  readonly relation: Relation
  partner: number | undefined
  readonly parents: readonly number[]
  readonly language: string | undefined
  expecting: { readonly babies: number; readonly due: Day } | undefined
}

const kinds = [
  'alone',
  'couple',
  'couple-with-children',
  'lone-parent',
  'three-generations',
  'sharers',
  'grown-children',
] as const
export type Kind = (typeof kinds)[number]

/** How often each kind of household is met in each tenure, in hundredths: our estimate; the borough's mean size and children are what it is held to. */
const kindsIn = (
  alone: number,
  couple: number,
  coupleWithChildren: number,
  loneParent: number,
  threeGenerations: number,
  sharers: number,
  grown: number,
): Shares<Kind> =>
  shares<Kind>(
    ['alone', alone],
    ['couple', couple],
    ['couple-with-children', coupleWithChildren],
    ['lone-parent', loneParent],
    ['three-generations', threeGenerations],
    ['sharers', sharers],
    ['grown-children', grown],
  )

const privately = kindsIn(24, 25, 17, 4, 1, 28, 1)
const socially = kindsIn(30, 8, 27, 16, 7, 1, 11)
const owning = kindsIn(28, 32, 28, 3, 2, 3, 4)
const outright = kindsIn(34, 27, 15, 2, 6, 2, 14)

export const kindsByTenure: Readonly<Record<Tenure, Shares<Kind>>> = {
  'private-landlord': privately,
  'other-private': privately,
  'rent-free': privately,
  'other-social': socially,
  council: socially,
  mortgage: owning,
  'shared-ownership': owning,
  outright,
}

const childrenSocially = shares([1, 32], [2, 33], [3, 20], [4, 9], [5, 4], [6, 2])
const childrenOtherwise = shares([1, 45], [2, 41], [3, 10], [4, 4])

/** Of a hundred confinements about one and a half are of twins (England and Wales). */
const twinShare = 0.015

/** Women aged 18 to 42 who live with a partner and are expecting on a given day. */
const expectingShare = 0.055

/** People of one household, the lead first. */
export const peopleOf = (kind: Kind, tenure: Tenure, on: Day, chance: Chance): Person[] => {
  const gathering = new Gathering(on, chance)
  const social = tenure === 'council' || tenure === 'other-social'
  const older = social || tenure === 'outright'
  switch (kind) {
    case 'alone':
      gathering.adult('lead', chance.yes(older ? 0.45 : 0.12) ? chance.whole(60, 92) : chance.whole(21, 64))
      break
    case 'couple': {
      const age = chance.yes(older ? 0.5 : 0.1) ? chance.whole(55, 88) : chance.whole(23, 50)
      gathering.couple(age)
      break
    }
    case 'couple-with-children':
      gathering.family(chance.from(social ? childrenSocially : childrenOtherwise), true, 0)
      break
    case 'lone-parent':
      gathering.family(chance.from(social ? childrenSocially : childrenOtherwise), false, 0)
      break
    case 'grown-children':
      gathering.family(chance.from(childrenOtherwise), chance.yes(0.6), chance.whole(19, 27))
      break
    case 'three-generations':
      gathering.threeGenerations(chance.from(childrenOtherwise), chance.yes(0.5))
      break
    case 'sharers':
      gathering.sharers(chance.from(sharerCount))
      break
    default:
      kind satisfies never
  }
  return gathering.people
}

const sharerCount = shares([2, 50], [3, 28], [4, 15], [5, 5], [6, 2])

class Gathering {
  readonly people: Person[] = []
  private readonly on: Day
  private readonly chance: Chance
  private readonly stock: NameStock
  private readonly familyName: string
  private readonly speaksAnother: boolean

  constructor(on: Day, chance: Chance) {
    this.on = on
    this.chance = chance
    this.stock = familyOf(chance)
    this.familyName = surnameOf(this.stock, chance)
    this.speaksAnother = this.stock.language !== undefined && chance.yes(0.2)
  }

  adult(
    relation: Relation,
    age: number,
    sex = this.anySex(),
    stock = this.stock,
    familyName = this.familyName,
  ): Person {
    const surname = sex === 'female' ? womansNameOf(stock, familyName, this.chance) : familyName
    return this.add(relation, this.bornAt(age), sex, surname, stock, [])
  }

  couple(
    age: number,
    relations: readonly [Relation, Relation] = ['lead', 'partner'],
    sameSex = this.chance.yes(0.03),
  ): readonly [Person, Person] {
    const sex = this.anySex()
    const one = this.adult(relations[0], age, sex)
    const other = this.adult(relations[1], Math.max(19, age + this.chance.whole(-5, 6)), sameSex ? sex : opposite(sex))
    pair(one, other)
    const younger = one.sex === 'female' ? one : other
    const years = roughAge(younger.born, this.on)
    if (younger.sex === 'female' && years >= 18 && years <= 42) this.mayExpect(younger)
    return [one, other]
  }

  /** Parents and their children, the youngest of whom is at least so old. */
  family(children: number, both: boolean, youngestAge: number): void {
    const { chance } = this
    const birthdays = this.birthdays(
      children,
      youngestAge === 0 ? chance.whole(0, years(18) - 1) : years(youngestAge) + chance.whole(0, 364),
    )
    const oldest = roughAge(Math.min(...birthdays), this.on)
    const motherAge = oldest + chance.whole(19, 35)
    const mother = this.adult('lead', motherAge, both || chance.yes(0.88) ? 'female' : 'male')
    if (both) {
      const father = this.adult('partner', motherAge + chance.whole(-3, 9), 'male')
      pair(mother, father)
      if (motherAge <= 42) this.mayExpect(mother)
    }
    this.children('child', birthdays, this.people.slice())
  }

  /** Parents of the middle generation lead, with a grandparent beside them; or grandparents lead, with a daughter and her children. */
  threeGenerations(children: number, grandparentsLead: boolean): void {
    const { chance } = this
    if (!grandparentsLead) {
      this.family(children, true, 0)
      const lead = this.people[0]
      const age = (lead === undefined ? 35 : roughAge(lead.born, this.on)) + chance.whole(21, 34)
      if (chance.yes(0.35)) this.couple(Math.min(age, 92), ['parent', 'parent'], false)
      else this.adult('parent', Math.min(age, 92), chance.yes(0.75) ? 'female' : 'male')
      return
    }
    const birthdays = this.birthdays(children, chance.whole(0, years(12)))
    const motherAge = roughAge(Math.min(...birthdays), this.on) + chance.whole(18, 27)
    const grandAge = motherAge + chance.whole(20, 32)
    const grandparents = chance.yes(0.5)
      ? this.couple(grandAge, ['lead', 'partner'], false)
      : [this.adult('lead', grandAge, 'female')]
    const mother = this.add(
      'child',
      this.bornAt(motherAge),
      'female',
      womansNameOf(this.stock, this.familyName, chance),
      this.stock,
      grandparents.map(({ place }) => place),
    )
    this.children('grandchild', birthdays, [mother])
  }

  /** People who share a home and nothing else, now and then a couple among them. */
  sharers(count: number): void {
    const { chance } = this
    for (let at = 0; at < count; at += 1) {
      const stock = familyOf(chance)
      const name = surnameOf(stock, chance)
      this.adult(at === 0 ? 'lead' : 'not-related', chance.whole(20, 42), this.anySex(), stock, name)
    }
    const [one, other] = this.people
    if (one !== undefined && other !== undefined && count > 2 && chance.yes(0.45)) pair(one, other)
  }

  /** Days of birth, the youngest first; twins at a birth here and there. */
  private birthdays(children: number, youngestDays: number): Day[] {
    const { chance } = this
    const born: Day[] = []
    for (let days = youngestDays; born.length < children; days += chance.whole(400, 1_700)) {
      born.push(this.on - days)
      if (chance.yes(twinShare)) born.push(this.on - days)
    }
    return born
  }

  private children(relation: Relation, birthdays: readonly Day[], parents: readonly Person[]): void {
    const surname = parents.find(({ sex }) => sex === 'male')?.surname ?? this.familyName
    for (const born of birthdays.toReversed()) {
      const sex = this.chance.yes(0.512) ? 'male' : 'female'
      const own =
        sex === 'female' && this.stock.womensNames !== undefined
          ? womansNameOf(this.stock, surname, this.chance)
          : surname
      this.add(
        relation,
        born,
        sex,
        own,
        this.stock,
        parents.map(({ place }) => place),
      )
    }
  }

  private add(
    relation: Relation,
    born: Day,
    sex: 'female' | 'male',
    surname: string,
    stock: NameStock,
    parents: readonly number[],
  ): Person {
    const { chance } = this
    const grown = this.on - born > years(18)
    const person: Person = {
      place: this.people.length,
      forename: this.newForename(stock, sex),
      surname,
      formerSurname: grown && sex === 'female' && chance.yes(0.3) ? surnameOf(stock, chance) : undefined,
      sex,
      born,
      relation,
      partner: undefined,
      parents,
      language: grown && this.speaksAnother && stock === this.stock ? stock.language : undefined,
      expecting: undefined,
    }
    this.people.push(person)
    return person
  }

  /** Nobody gives two children one name. */
  private newForename(stock: NameStock, sex: 'female' | 'male'): string {
    for (let tries = 0; tries < 8; tries += 1) {
      const name = forenameOf(stock, sex, this.chance)
      if (!this.people.some(({ forename }) => firstWord(forename) === firstWord(name))) return name
    }
    return forenameOf(stock, sex, this.chance)
  }

  private mayExpect(woman: Person): void {
    const { chance } = this
    if (chance.yes(expectingShare))
      woman.expecting = { babies: chance.yes(twinShare) ? 2 : 1, due: this.on + chance.whole(3, 230) }
  }

  private bornAt(age: number): Day {
    return this.on - years(age) - this.chance.whole(1, 364)
  }

  private anySex(): 'female' | 'male' {
    return this.chance.yes(0.5) ? 'female' : 'male'
  }
}

const pair = (one: Person, other: Person): void => {
  one.partner = other.place
  other.partner = one.place
}

const opposite = (sex: 'female' | 'male'): 'female' | 'male' => (sex === 'female' ? 'male' : 'female')
const firstWord = (name: string): string => name.split(' ', 1)[0] ?? name
