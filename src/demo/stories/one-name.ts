import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** A grandmother with a single name, written in Bengali script by one agency and in Latin letters by another: one person, not yet joined by housing. */
export const oneName: Story = {
  name: 'one-name',
  families: ['chowdhury'],
  homes: { flat: ['user:tom-hargreave'] },
  openTo: ['user:daniel-ferreira', 'user:bridget-coyle'],
  closedTo: ['user:samira-khatun', 'user:tom-hargreave', 'user:susan-pritchard', 'user:wim-de-vries'],
  tell: (book) => {
    const { bornAt } = book.calendar
    const flat = book.home('flat', 1090, 'user:tom-hargreave', {
      unit: 'Flat 8',
      lines: ['Rudder Court', '3 Tideway Lane'],
      postcode: 'QQ5 3TL',
    })
    book.patch(flat, 'user:tom-hargreave', 1090)
    const lives = { lives: flat, since: 3000 }
    const grandmother = book.person(
      'grandmother',
      [
        { use: 'registered', full: 'Nurjahan' },
        { use: 'alias', full: 'নূরজাহান' },
      ],
      'female',
      bornAt({ years: 71 }).slice(0, 4),
    )
    const aunt = book.person(
      'aunt',
      { use: 'usual', given: 'Shirin', family: 'Chowdhury' },
      'female',
      bornAt({ years: 29, months: 4 }),
    )
    const tahmid = book.person(
      'tahmid',
      [
        { use: 'registered', given: 'Tahmid', family: 'Chowdhury' },
        { use: 'alias', full: 'তাহমিদ' },
      ],
      'male',
      bornAt({ years: 4, months: 9 }),
    )
    const tenant = book.record(grandmother, 1090, 'user:tom-hargreave', {
      ...lives,
      unmatched: true,
      names: [{ use: 'usual', full: 'Nurjahan Begum Chowdhury' }],
    })
    const listedAunt = book.record(aunt, 1090, 'user:tom-hargreave', lives)
    const [visitedGrandmother, visitedTahmid] = [
      book.record(grandmother, 500, 'user:bridget-coyle', lives),
      book.record(tahmid, 500, 'user:bridget-coyle', { lives: flat, since: 520 }),
    ]
    const [careGrandmother, careAunt, careTahmid] = [
      book.record(grandmother, 270, 'user:daniel-ferreira', lives),
      book.record(aunt, 270, 'user:daniel-ferreira', lives),
      book.record(tahmid, 270, 'user:daniel-ferreira', { lives: flat, since: 520 }),
    ]
    const family = book.family('chowdhury', 270, 'user:daniel-ferreira', {
      around: [careTahmid],
      members: [
        [careGrandmother, 'carer'],
        [careAunt, 'other'],
      ],
      name: 'Tahmid, Rudder Court',
    })
    book.related(270, 'user:daniel-ferreira', { record: careGrandmother }, 'grandparent', careTahmid)
    book.related(270, 'user:daniel-ferreira', { record: careGrandmother }, 'carer', careTahmid)
    book.related(270, 'user:daniel-ferreira', { record: careAunt }, 'other', careTahmid)
    book.parent(
      270,
      'user:daniel-ferreira',
      { described: 'His mother, who works in Sylhet and comes each winter' },
      'mother',
      [careTahmid],
    )
    book.responsibility(
      262,
      'user:daniel-ferreira',
      { record: careGrandmother },
      [careTahmid],
      'has',
      'special-guardian',
      { evidence: 'Special guardianship order, seen', verifiedBy: 'Daniel Ferreira', verified: 262 },
    )
    book.join(
      260,
      'user:daniel-ferreira',
      [careGrandmother, visitedGrandmother],
      'She writes her name in Bengali, and it reads as ours. Same flat, same year of birth.',
    )
    book.join(260, 'user:daniel-ferreira', [careTahmid, visitedTahmid], 'Same birth date and flat.')
    book.join(258, 'user:daniel-ferreira', [careAunt, listedAunt], 'Same name, birth date and flat.')
    book.involve(family, 270, 'user:daniel-ferreira', 'Social worker')
    book.involve(family, 265, 'user:bridget-coyle', 'Health visitor', { since: 500 })
    book.lead(family, 269, 'user:daniel-ferreira')
    book.contact(
      family,
      255,
      'user:daniel-ferreira',
      'Nurjahan has one name and is tired of being asked for the other. I have written it as she does. Tahmid counts to twenty in two languages and insisted on doing both.',
      [careGrandmother, careAunt],
      { children: [careTahmid], interpreter: { language: 'Sylheti' } },
    )
    book.contact(
      family,
      50,
      'user:bridget-coyle',
      'Hearing test passed. Nurjahan’s knees make the stairs hard; Shirin takes Tahmid to nursery now.',
      [careGrandmother],
      { children: [careTahmid], sensitivity: 'health', interpreter: { language: 'Sylheti' } },
    )

    const file = homeFile(book, flat)
    file.describe(1090, 'user:tom-hargreave', {
      landlord: 'Tidewater Housing Association',
      landlordAgency: 'agency:tidewater-homes',
      tenure: 'housing-association',
      unitType: 'flat',
      bedrooms: 3,
      livingRooms: 1,
      entranceFloor: 2,
      lift: 'none',
      flights: 2,
      stepFree: 'no',
    })
    file.rooms(
      1090,
      'user:tom-hargreave',
      [
        bedroom('Front bedroom', 12),
        bedroom('Back bedroom', 9.1),
        bedroom('Small bedroom', 6.6),
        livingRoom(15.9),
        ...kitchenAndBathroom,
      ],
      1091,
    )
    file.sleeps(1080, 'user:tom-hargreave', [[listedAunt, 'child']], { verified: 1082 })
    // Under the name on the tenancy she waits to be joined, so the tenancy seems to be of somebody who does not sleep here.
    file.onTenancy(1080, 'user:tom-hargreave', [[tenant, 'tenant']])
    file.place(50, 'user:bridget-coyle', visitedTahmid, 'Small bedroom', 'own-bed')
  },
}
