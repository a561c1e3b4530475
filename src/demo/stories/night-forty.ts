import { bedSittingRoom, bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** Temporary accommodation, night 40, in one hotel room outside the borough; the children keep their old school and doctor. */
export const nightForty: Story = {
  name: 'night-forty',
  families: ['tesfaye'],
  homes: { hotel: ['user:priya-nair'], before: ['user:jean-whitlock'] },
  openTo: ['user:samira-khatun', 'user:yusuf-demir', 'user:bridget-coyle'],
  closedTo: ['user:ada-obi', 'user:priya-nair', 'user:carol-nwosu', 'user:wim-de-vries'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const before = book.home('before', 900, 'user:jean-whitlock', {
      lines: ['31 Hawser Road', 'Harbour Reach'],
      postcode: 'QQ2 7HR',
    })
    const hotel = book.home('hotel', 40, 'user:priya-nair', {
      unit: 'Room 12',
      lines: ['The Marsh Gate Hotel', '88 Station Approach', 'Saltcote'],
      postcode: 'QQ9 2SA',
      borough: 'outside',
    })
    book.patch(before, 'user:jean-whitlock', 900)
    book.patch(hotel, 'user:priya-nair', 40)
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Selam', family: 'Tesfaye' },
      'female',
      bornAt({ years: 29, months: 10 }),
    )
    const dawit = book.person(
      'dawit',
      { use: 'usual', given: 'Dawit', family: 'Tesfaye' },
      'male',
      bornAt({ years: 6, months: 9 }),
    )
    const liya = book.person(
      'liya',
      { use: 'usual', given: 'Liya', family: 'Tesfaye' },
      'female',
      bornAt({ years: 2, months: 1 }),
    )
    const lived = { lives: before, since: 880 }
    const housing = [mother, dawit, liya].map((who) =>
      book.record(who, who === liya ? 730 : 880, 'user:jean-whitlock', {
        lives: before,
        since: who === liya ? 750 : 880,
      }),
    )
    const pupil = book.record(dawit, 800, 'user:yusuf-demir', lived)
    const clinic = [
      book.record(mother, 745, 'user:bridget-coyle', lived),
      book.record(liya, 740, 'user:bridget-coyle', { lives: before, since: 750 }),
    ]
    // The first night counts one: on the day of the load it is night 40.
    for (const record of housing)
      book.address(record, 40, 'user:priya-nair', hotel, 39, {
        type: 'temporary',
        because: 'Placed by the council after the tenancy at Hawser Road ended.',
      })
    for (const [at, record] of housing.entries())
      book.address(record, 40, 'user:priya-nair', before, at === 2 ? 750 : 880, { until: 39 })
    for (const [record, by, since] of [
      [pupil, 'user:yusuf-demir', 880],
      [clinic[0] ?? '', 'user:bridget-coyle', 880],
      [clinic[1] ?? '', 'user:bridget-coyle', 750],
    ] as const) {
      book.address(record, 34, by, before, since, { until: 39 })
      book.address(record, 34, by, hotel, 39, { type: 'temporary' })
    }
    const care = [mother, dawit, liya].map((who) =>
      book.record(who, 36, 'user:samira-khatun', { lives: hotel, since: 39, type: 'temporary' }),
    )
    const [careMother = '', careDawit = '', careLiya = ''] = care
    const family = book.family('tesfaye', 36, 'user:samira-khatun', {
      around: [careDawit, careLiya],
      members: [[careMother, 'parent']],
      name: 'Tesfaye, Marsh Gate Hotel',
    })
    book.parent(36, 'user:samira-khatun', { record: careMother }, 'mother', [careDawit, careLiya])
    book.parent(36, 'user:samira-khatun', 'not-known', 'father', [careLiya])
    book.parent(
      36,
      'user:samira-khatun',
      { described: 'Dawit’s father, who died before the family came to England' },
      'father',
      [careDawit],
    )
    book.responsibility(30, 'user:samira-khatun', { record: careMother }, [careDawit, careLiya], 'has', 'birth-mother')
    book.join(
      34,
      'user:samira-khatun',
      [careDawit, pupil, housing[1] ?? ''],
      'Same name and birth date; the school confirmed the move to the hotel.',
    )
    book.join(
      34,
      'user:samira-khatun',
      [careLiya, clinic[1] ?? '', housing[2] ?? ''],
      'Same name and birth date; the health visitor knows the family.',
    )
    book.join(
      34,
      'user:samira-khatun',
      [careMother, clinic[0] ?? '', housing[0] ?? ''],
      'Same name, birth date and tenancy at Hawser Road.',
    )
    book.involve(family, 36, 'user:samira-khatun', 'Social worker')
    book.involve(family, 35, 'user:yusuf-demir', 'Designated safeguarding lead at Lighthouse Primary', { since: 800 })
    book.involve(family, 35, 'team:health-visitors-east', 'Health visitors', { by: 'user:bridget-coyle', since: 750 })
    book.lead(family, 36, 'user:samira-khatun')
    book.contact(
      family,
      35,
      'user:samira-khatun',
      'Visited Room 12. Selam and both children share one room with two beds and a kettle; there is nowhere to cook. Selam keeps Dawit at Lighthouse, an hour by two buses, because he has friends there. She was cheerful with the children and worn out when they were not looking.',
      [careMother],
      { children: [careDawit, careLiya] },
    )
    book.contact(
      family,
      22,
      'user:yusuf-demir',
      'Dawit was late on seven of ten days. We have given him breakfast and a quiet corner, and asked the temporary accommodation team for something on the 7 bus.',
      [],
      { channel: 'seen-elsewhere', children: [careDawit] },
    )
    book.contact(
      family,
      12,
      'user:bridget-coyle',
      'Saw Liya at the family hub, since Selam does not like visitors in the room. Growing well, walks everywhere. Selam asked about hot meals; told her of the hub’s kitchen on weekdays.',
      [careMother],
      { channel: 'seen-elsewhere', children: [careLiya], sensitivity: 'health', interpreter: { language: 'Amharic' } },
    )
    book.contact(
      family,
      5,
      'user:samira-khatun',
      'Rang Priya Nair. The six weeks after which a family with children may not be kept in bed and breakfast end in a few days. She has a two-bedroom flat in the borough coming free and will say by Friday.',
      [],
      { channel: 'not-met' },
    )

    const [tenant = '', tenantDawit = '', tenantLiya = ''] = housing
    const old = homeFile(book, before)
    old.describe(900, 'user:jean-whitlock', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'house',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 0,
      internalFlights: 1,
      stepFree: 'no',
    })
    old.rooms(900, 'user:jean-whitlock', [
      bedroom('Front bedroom'),
      bedroom('Back bedroom'),
      livingRoom(),
      ...kitchenAndBathroom,
    ])
    const file = homeFile(book, hotel)
    file.describe(40, 'user:priya-nair', {
      landlord: 'The Marsh Gate Hotel',
      tenure: 'temporary',
      unitType: 'room',
      sharedFacilities: 'yes',
      entranceFloor: 1,
      lift: 'none',
      flights: 1,
      stepFree: 'no',
    })
    file.rooms(36, 'user:priya-nair', [{ ...bedSittingRoom('Room 12', 16.8), areaFrom: 'estimated' }])
    file.sleeps(
      36,
      'user:priya-nair',
      [
        [tenant, 'lead'],
        [tenantDawit, 'child'],
        [tenantLiya, 'child'],
      ],
      { verified: 36 },
    )
    const stay = {
      placement: 'TA-3318',
      case: 'HL-2207',
      applicant: tenant,
      type: 'bed-and-breakfast',
      startedOn: day(39),
      duty: 'interim',
      dutyStartedOn: day(39),
      outOfArea: 'yes',
    } as const
    file.stay(39, 'user:priya-nair', stay)
    file.stay(34, 'user:priya-nair', {
      ...stay,
      agreedToNotify: 'yes',
      agreedOn: day(36),
      notified: { school: day(35), healthVisitors: day(35) },
    })
    file.application(34, 'user:priya-nair', {
      application: 'HR-31175',
      status: 'active',
      registeredOn: day(37),
      band: '2',
      bids: 1,
      lastBidOn: day(35),
      assisted: 'yes',
    })
    file.onApplication(34, 'user:priya-nair', 'HR-31175', [
      [tenant, 'applicant'],
      [tenantDawit, 'to-move-too'],
      [tenantLiya, 'to-move-too'],
    ])
    file.place(35, 'user:samira-khatun', careDawit, 'Room 12', 'own-bed')
    file.place(35, 'user:samira-khatun', careMother, 'Room 12', 'shared-bed', { with: [careLiya] })
    file.place(35, 'user:samira-khatun', careLiya, 'Room 12', 'shared-bed', { with: [careMother] })
  },
}
