import { chanceFor, shares } from './chance.ts'

/** A ward that does not exist, and how crowded it is against the borough: the model borough's wards, from most to least crowded. */
interface Ward {
  readonly number: number
  readonly name: string
  readonly crowding: number
}

const crowdedPercent = [
  22.9, 22.8, 21.7, 21.6, 21.3, 20.6, 19.8, 19.1, 18.9, 17, 16.2, 15.9, 14.5, 13.9, 11.7, 11, 10.7, 10.7, 9.8, 7.1,
]
const wardNames = [
  'Lantern Cross',
  'Old Ropery',
  'Sailmakers',
  'Coldharbour Rise',
  'Tar Yard',
  'Chandlers',
  'Gullwing',
  'Northfold',
  'Millrace',
  'Saltings',
  'Brickfields',
  'Copperas',
  'Weighhouse',
  'Easterly',
  'Fairlead',
  'Heronsgate',
  'Long Jetty',
  'Pilot Hill',
  'Glass Quay',
  'Breakwater',
]
const averagePercent = crowdedPercent.reduce((sum, percent) => sum + percent, 0) / crowdedPercent.length

export const wards: readonly Ward[] = wardNames.map((name, number) => ({
  number,
  name,
  crowding: (crowdedPercent[number] ?? averagePercent) / averagePercent,
}))

/** Households that one street holds, one after the other. */
const streetLength = 60

const streetWords = [
  'Anchor',
  'Barley',
  'Beacon',
  'Bellfounder',
  'Bittern',
  'Bowline',
  'Bramble',
  'Capstan',
  'Cinder',
  'Cobble',
  'Cooper',
  'Cordwain',
  'Curlew',
  'Cutler',
  'Damson',
  'Drover',
  'Eelcatch',
  'Ember',
  'Fathom',
  'Ferrier',
  'Fiddler',
  'Flaxen',
  'Foundry',
  'Fuller',
  'Garnet',
  'Gimlet',
  'Hazel',
  'Hopper',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Kiln',
  'Ladle',
  'Larch',
  'Limeburner',
  'Linnet',
  'Loom',
  'Madder',
  'Mallet',
  'Medlar',
  'Nettle',
  'Oakum',
  'Osier',
  'Paddock',
  'Pewter',
  'Plover',
  'Quince',
  'Reedbed',
  'Saffron',
  'Sawpit',
  'Sexton',
  'Shuttle',
  'Skein',
  'Sorrel',
  'Tallow',
  'Tanner',
  'Teasel',
  'Thimble',
  'Tinder',
  'Turnstile',
  'Wherry',
  'Whistler',
  'Withy',
  'Yarrow',
]
const streetKinds = [
  'Street',
  'Road',
  'Lane',
  'Row',
  'Walk',
  'Close',
  'Place',
  'Gardens',
  'Terrace',
  'Grove',
  'Court',
  'Way',
]
const streetPrefixes = ['', 'Upper ', 'Lower ', 'Great ', 'Little ', 'New ', 'Old ', 'North ', 'South ']
const blockWords = ['House', 'Point', 'Buildings', 'Heights', 'Mansions', 'Tower']
const postcodeLetters = 'ABDEFGHJLNPQRSTUWXYZ'

/** Where a household's front door is, before it is known what lies behind it. */
export interface Plot {
  readonly ward: Ward
  readonly street: string
  readonly postcode: string
  /** A flat in a block, or a house in a terrace. */
  readonly block:
    | {
        readonly name: string
        readonly flat: number
        readonly floor: number
        readonly lift: 'none' | 'present' | 'out-of-service'
        readonly uprn: string
      }
    | undefined
  readonly houseNumber: number
  readonly uprn: string
}

/**
 * Streets follow each other by number: some are one tower, some a terrace, most half and half. Numbers start with 999: no property has such
 * a UPRN, and there is no postcode area QQ.
 */
export const plotOf = (seed: string, household: number): Plot => {
  const number = Math.floor(household / streetLength)
  const along = household % streetLength
  const chance = chanceFor(seed, 'street', number)
  const ward = wards[chance.whole(0, wards.length - 1)] ?? { number: 0, name: 'Lantern Cross', crowding: 1 }
  const inBlock = chance.from(flatsInStreet)
  const floors = inBlock === streetLength ? 10 : 4
  const blockName = `${streetWords[(number * 7 + 3) % streetWords.length] ?? ''} ${blockWords[chance.whole(0, blockWords.length - 1)] ?? ''}`
  const lift = floors > 5 ? chance.from(towerLifts) : chance.from(lowLifts)
  const street = streetName(number)
  const postcode = `QQ${ward.number + 1} ${number % 10}${letter(number / 10)}${letter(number / 200)}`
  const block =
    along < inBlock
      ? {
          name: blockName,
          flat: along + 1,
          floor: Math.floor((along * floors) / inBlock),
          lift,
          uprn: `9991${String(number).padStart(8, '0')}`,
        }
      : undefined
  return {
    ward,
    street,
    postcode,
    block,
    houseNumber: along * 2 + 1,
    uprn: `9990${String(household).padStart(8, '0')}`,
  }
}

const flatsInStreet = shares([60, 3], [36, 4], [24, 2], [0, 1])
const towerLifts = shares<'present' | 'out-of-service'>(['present', 19], ['out-of-service', 1])
const lowLifts = shares<'none' | 'present'>(['none', 3], ['present', 2])

const streetName = (number: number): string => {
  const word = streetWords[number % streetWords.length] ?? ''
  const kind = streetKinds[Math.floor(number / streetWords.length) % streetKinds.length] ?? ''
  const prefix =
    streetPrefixes[Math.floor(number / (streetWords.length * streetKinds.length)) % streetPrefixes.length] ?? ''
  return `${prefix}${word} ${kind}`
}

const letter = (number: number): string => postcodeLetters[Math.floor(number) % postcodeLetters.length] ?? 'A'
