import { demoRecord } from '../ids.ts'
import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** A family that is fine: every visit that every family gets, and nothing else to find out. */
export const fine: Story = {
  name: 'fine',
  families: ['silva'],
  homes: { house: ['user:marcus-adeyemi'] },
  openTo: ['user:bridget-coyle', 'user:parveen-akhtar', 'user:olivia-bennett'],
  closedTo: ['user:ada-obi', 'user:marcus-adeyemi', 'user:susan-pritchard', 'user:kofi-boateng'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const house = book.home('house', 1090, 'user:marcus-adeyemi', {
      lines: ['18 Spinnaker Gardens', 'Harbour Reach'],
      postcode: 'QQ1 9SG',
    })
    book.patch(house, 'user:marcus-adeyemi', 1090)
    const lives = { lives: house, since: 1500 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Beatriz', family: 'Silva' },
      'female',
      bornAt({ years: 32, months: 5 }),
    )
    const father = book.person(
      'father',
      { use: 'usual', given: 'Owen', family: 'Price' },
      'male',
      bornAt({ years: 34 }),
    )
    const luca = book.person(
      'luca',
      { use: 'usual', given: 'Luca', family: 'Silva Price' },
      'male',
      bornAt({ years: 1, months: 4 }),
    )
    const [tenant = '', tenantFather = ''] = [mother, father].map((who) =>
      book.record(who, 1090, 'user:marcus-adeyemi', lives),
    )
    const ward = book.record(mother, 660, 'user:nkechi-eze', lives)
    book.does(660, 'user:nkechi-eze', { does: 'state pregnancy', ask: { mother: ward, expected: day(480), babies: 1 } })
    const [visitedMother, visitedFather, visitedLuca] = [
      book.record(mother, 560, 'user:bridget-coyle', lives),
      book.record(father, 560, 'user:bridget-coyle', lives),
      book.record(luca, 475, 'user:bridget-coyle', { lives: house, since: book.calendar.ago(luca.born) }),
    ]
    const doctor = [mother, luca].map((who) =>
      book.record(who, 470, 'user:olivia-bennett', { lives: house, since: 470 }),
    )
    const baby = demoRecord('fine', 'luca', 'agency:hospital-trust')
    book.does(480, 'user:nkechi-eze', {
      does: 'bear children',
      ask: {
        mother: ward,
        on: luca.born,
        outcome: 'births',
        born: [
          {
            record: baby,
            statements: [
              { say: 'names', names: luca.names },
              { say: 'nhs-number', number: luca.nhs },
            ],
          },
        ],
      },
    })
    const family = book.family('silva', 470, 'user:bridget-coyle', {
      around: [visitedLuca],
      members: [
        [visitedMother, 'parent'],
        [visitedFather, 'parent'],
      ],
    })
    book.parent(470, 'user:bridget-coyle', { record: visitedMother }, 'mother', [visitedLuca])
    book.parent(470, 'user:bridget-coyle', { record: visitedFather }, 'father', [visitedLuca])
    book.related(470, 'user:bridget-coyle', { record: visitedFather }, 'partner', visitedMother)
    book.responsibility(440, 'user:bridget-coyle', { record: visitedMother }, [visitedLuca], 'has', 'birth-mother', {
      evidence: 'Birth certificate in the red book',
      verifiedBy: 'Bridget Coyle',
      verified: 441,
    })
    book.responsibility(
      440,
      'user:bridget-coyle',
      { record: visitedFather },
      [visitedLuca],
      'has',
      'father-registered-on-or-after-1-december-2003',
      { evidence: 'Named on the birth certificate', verifiedBy: 'Bridget Coyle', verified: 441 },
    )
    book.join(465, 'user:bridget-coyle', [visitedLuca, baby, doctor[1] ?? ''], 'Same NHS number.')
    book.join(465, 'user:bridget-coyle', [visitedMother, ward, doctor[0] ?? ''], 'Same NHS number.')
    book.join(464, 'user:bridget-coyle', [visitedMother, tenant], 'Same name, birth date and house.')
    book.join(464, 'user:bridget-coyle', [visitedFather, tenantFather], 'Same name, birth date and house.')
    book.involve(family, 470, 'user:bridget-coyle', 'Health visitor')
    book.involve(family, 470, 'user:parveen-akhtar', 'Team leader')
    book.involve(family, 465, 'user:olivia-bennett', 'General practitioner')
    book.lead(family, 469, 'user:bridget-coyle')
    book.contact(
      family,
      469,
      'user:bridget-coyle',
      'New birth visit. Luca feeds well, sleeps in his own basket beside the bed, on his back. Owen is off work for four weeks. Nothing they need from us but the clinic times.',
      [visitedMother, visitedFather],
      { children: [visitedLuca], sensitivity: 'health' },
    )
    book.contact(
      family,
      435,
      'user:bridget-coyle',
      'Six-week visit. Beatriz in good spirits, her mother is over from Porto. Luca smiles at the lamp.',
      [visitedMother],
      { children: [visitedLuca], sensitivity: 'health' },
    )
    book.contact(
      family,
      120,
      'user:bridget-coyle',
      'One-year review at the hub: walking along the sofa, says “cat” to everything. All immunisations given.',
      [visitedFather],
      { channel: 'seen-elsewhere', children: [visitedLuca], sensitivity: 'health' },
    )

    const file = homeFile(book, house)
    file.describe(1090, 'user:marcus-adeyemi', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'house',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 0,
      internalFlights: 1,
      stepFree: 'yes',
      heating: 'Gas boiler',
      epcBand: 'C',
    })
    file.rooms(
      1090,
      'user:marcus-adeyemi',
      [bedroom('Front bedroom', 12.8), bedroom('Back bedroom', 9.6), livingRoom(17.1), ...kitchenAndBathroom],
      1095,
    )
    const marcus = 'user:marcus-adeyemi'
    const listedLuca = book.record(luca, 60, marcus, { lives: house, since: book.calendar.ago(luca.born) })
    book.join(58, 'user:bridget-coyle', [visitedLuca, listedLuca], 'Same name, birth date and house.')
    file.sleeps(
      60,
      marcus,
      [
        [tenant, 'lead'],
        [tenantFather, 'partner'],
        [listedLuca, 'child'],
      ],
      { verified: 62 },
    )
    file.tenancy(60, marcus, { tenancy: 'C-10117', type: 'secure', startedOn: day(1500) })
    file.onTenancy(60, marcus, [
      [tenant, 'joint-tenant'],
      [tenantFather, 'joint-tenant'],
    ])
    file.application(60, marcus, { application: 'none made', status: 'never-applied' })
    file.place(469, 'user:bridget-coyle', visitedLuca, 'Front bedroom', 'moses-basket')
    file.place(120, 'user:bridget-coyle', visitedLuca, 'Back bedroom', 'cot', { how: 'told' })
    file.place(120, 'user:bridget-coyle', visitedMother, 'Front bedroom', 'shared-bed', {
      with: [visitedFather],
      how: 'told',
    })
    file.place(120, 'user:bridget-coyle', visitedFather, 'Front bedroom', 'shared-bed', {
      with: [visitedMother],
      how: 'told',
    })
  },
}
