import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** Three children: one father is named, one could not be said, and after one nobody has asked. Three answers that must not look alike. */
export const fathersAskedFor: Story = {
  name: 'fathers-asked-for',
  families: ['doyle'],
  homes: { house: ['user:jean-whitlock'] },
  openTo: ['user:ada-obi', 'user:susan-pritchard'],
  closedTo: ['user:samira-khatun', 'user:jean-whitlock', 'user:shanice-campbell', 'user:nkechi-eze'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const house = book.home('house', 600, 'user:jean-whitlock', {
      lines: ['52 Halyard Street', 'Harbour Reach'],
      postcode: 'QQ2 4HS',
    })
    book.patch(house, 'user:jean-whitlock', 600)
    const lives = { lives: house, since: 1200 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Sinead', family: 'Doyle' },
      'female',
      bornAt({ years: 35, months: 11 }),
    )
    const named = book.person('named', { use: 'usual', given: 'Femi', family: 'Akande' }, 'male', bornAt({ years: 38 }))
    const [rory, aoife, finn] = [
      book.person('rory', { use: 'usual', given: 'Rory', family: 'Doyle' }, 'male', bornAt({ years: 11, months: 4 })),
      book.person(
        'aoife',
        { use: 'usual', given: 'Aoife', family: 'Akande' },
        'female',
        bornAt({ years: 6, months: 7 }),
      ),
      book.person('finn', { use: 'usual', given: 'Finn', family: 'Doyle' }, 'male', bornAt({ years: 3, months: 2 })),
    ]
    const [tenant = '', listedRory = '', listedAoife = '', listedFinn = ''] = [mother, rory, aoife, finn].map((who) =>
      book.record(who, 600, 'user:jean-whitlock', lives),
    )
    const pupils = [rory, aoife].map((who) => book.record(who, 590, 'user:susan-pritchard', lives))
    const [careMother, careFather, careRory, careAoife, careFinn] = [
      book.record(mother, 330, 'user:ada-obi', lives),
      book.record(named, 330, 'user:ada-obi'),
      book.record(rory, 330, 'user:ada-obi', lives),
      book.record(aoife, 330, 'user:ada-obi', lives),
      book.record(finn, 330, 'user:ada-obi', lives),
    ]
    const family = book.family('doyle', 330, 'user:ada-obi', {
      around: [careRory, careAoife, careFinn],
      members: [
        [careMother, 'parent'],
        [careFather, 'other'],
      ],
      name: 'Doyle, Halyard Street',
    })
    book.parent(330, 'user:ada-obi', { record: careMother }, 'mother', [careRory, careAoife, careFinn])
    book.parent(330, 'user:ada-obi', 'not-known', 'father', [careRory])
    book.parent(330, 'user:ada-obi', { record: careFather }, 'father', [careAoife])
    book.responsibility(
      320,
      'user:ada-obi',
      { record: careMother },
      [careRory, careAoife, careFinn],
      'has',
      'birth-mother',
    )
    book.responsibility(320, 'user:ada-obi', { record: careFather }, [careAoife], 'not-known', 'not-known')
    book.join(325, 'user:ada-obi', [careRory, pupils[0] ?? ''], 'Same name, birth date and house.')
    book.join(
      325,
      'user:ada-obi',
      [careAoife, pupils[1] ?? ''],
      'Same birth date and house; the school has her under the same name.',
    )
    for (const [one, other] of [
      [careMother, tenant],
      [careRory, listedRory],
      [careAoife, listedAoife],
      [careFinn, listedFinn],
    ] as const)
      book.join(324, 'user:ada-obi', [one, other], 'Same name, birth date and house.')
    book.involve(family, 330, 'user:ada-obi', 'Social worker')
    book.involve(family, 328, 'user:susan-pritchard', 'Designated safeguarding lead at Ropewalk Primary', {
      since: 590,
    })
    book.lead(family, 329, 'user:ada-obi')
    book.contact(
      family,
      322,
      'user:ada-obi',
      'Sinead says that she cannot say who Rory’s father is and would rather not be asked again in front of him. Femi Akande is Aoife’s father and sees her on Sundays; she is not sure whether he is on the certificate. I did not get to ask about Finn’s father.',
      [careMother],
      { children: [careRory, careAoife, careFinn], sensitivity: 'third-party' },
    )
    book.contact(
      family,
      75,
      'user:ada-obi',
      'Femi Akande rang to ask whether he may come to Aoife’s review. I have asked him to bring the birth certificate.',
      [careFather],
      { channel: 'telephone' },
    )
    const file = homeFile(book, house)
    file.describe(600, 'user:jean-whitlock', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'house',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 0,
      internalFlights: 1,
      stepFree: 'no',
      heating: 'Gas boiler',
      epcBand: 'D',
    })
    file.rooms(600, 'user:jean-whitlock', [
      bedroom('Front bedroom'),
      bedroom('Back bedroom'),
      livingRoom(),
      ...kitchenAndBathroom,
    ])
    file.sleeps(
      590,
      'user:jean-whitlock',
      [
        [tenant, 'lead'],
        [listedRory, 'child'],
        [listedAoife, 'child'],
        [listedFinn, 'child'],
      ],
      { verified: 592 },
    )
    file.onTenancy(590, 'user:jean-whitlock', [[tenant, 'tenant']])
    // Finn was born after the application was made; the last bid is more than two years old.
    file.application(590, 'user:jean-whitlock', {
      application: 'HR-12280',
      status: 'active',
      registeredOn: day(1260),
      band: '3',
      bids: 2,
      lastBidOn: day(770),
    })
    file.onApplication(590, 'user:jean-whitlock', 'HR-12280', [
      [tenant, 'applicant'],
      [listedRory, 'to-move-too'],
      [listedAoife, 'to-move-too'],
    ])
  },
}
