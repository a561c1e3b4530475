import type { Chance } from '../chance.ts'

/** Streets of Harbour Reach. The postcode area QQ does not exist, and no British postcode begins with Q. */
interface Street {
  readonly name: string
  readonly postcode: string
  /** Whose most of its homes are, and who looks after them. */
  readonly landlord: string | undefined
  readonly blocks: readonly string[]
}

const streets: readonly [Street, ...Street[]] = [
  {
    name: 'North Parade',
    postcode: 'QQ1 2NP',
    landlord: 'user:marcus-adeyemi',
    blocks: ['Anchor Point', 'Beacon Court', 'Compass House'],
  },
  { name: 'Spinnaker Gardens', postcode: 'QQ1 9SG', landlord: 'user:marcus-adeyemi', blocks: [] },
  { name: 'Cable Street North', postcode: 'QQ1 8CS', landlord: 'user:marcus-adeyemi', blocks: [] },
  {
    name: 'Hawser Road',
    postcode: 'QQ2 7HR',
    landlord: 'user:jean-whitlock',
    blocks: ['Dunnage House', 'Fender House'],
  },
  { name: 'Halyard Street', postcode: 'QQ2 4HS', landlord: 'user:jean-whitlock', blocks: [] },
  {
    name: 'Tideway Lane',
    postcode: 'QQ5 1TL',
    landlord: 'user:tom-hargreave',
    blocks: ['Mizzen House', 'Rudder Court', 'Jib House'],
  },
  { name: 'Estuary Walk', postcode: 'QQ5 6EW', landlord: 'user:tom-hargreave', blocks: [] },
  {
    name: 'Sailmaker Row',
    postcode: 'QQ6 5SR',
    landlord: 'user:leila-hosseini',
    blocks: ['Keel House', 'Bowline House'],
  },
  { name: 'Fennel Walk', postcode: 'QQ6 3FW', landlord: 'user:leila-hosseini', blocks: [] },
  { name: 'Capstan Street', postcode: 'QQ3 4CS', landlord: undefined, blocks: [] },
  { name: 'Oarsman Road', postcode: 'QQ4 1OR', landlord: undefined, blocks: [] },
  { name: 'Lugger Terrace', postcode: 'QQ4 6LT', landlord: undefined, blocks: [] },
]

export interface Address {
  readonly lines: readonly string[]
  readonly postcode: string
  readonly unit?: string
  readonly landlord: string | undefined
}

/** An address that nobody has been given yet. Numbers begin where the stories' own end. */
export const addresses = (luck: Chance): (() => Address) => {
  const next = new Map<string, number>()
  const number = (of: string, first: number): number => {
    const found = next.get(of) ?? first
    next.set(of, found + 1)
    return found
  }
  return () => {
    const street = luck.oneOf(streets)
    const [block, ...blocks] = street.blocks
    if (block === undefined)
      return {
        lines: [`${number(street.name, 101)} ${street.name}`, 'Harbour Reach'],
        postcode: street.postcode,
        landlord: street.landlord,
      }
    const house = luck.oneOf([block, ...blocks])
    return {
      unit: `Flat ${number(house, 31)}`,
      lines: [house, street.name],
      postcode: street.postcode,
      landlord: street.landlord,
    }
  }
}
