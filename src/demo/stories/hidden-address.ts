import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/**
 * A mother moved away with her two children and must not be found. Their father is in the family's file and lives where they did.
 * The landlord knows where its tenant lives; school and doctor read that there is an address and not which.
 */
export const hiddenAddress: Story = {
  name: 'hidden-address',
  families: ['marlowe'],
  homes: { refuge: ['user:leila-hosseini'], before: ['user:jean-whitlock'] },
  openTo: [
    'user:ada-obi',
    'user:grace-mensah',
    'user:shanice-campbell',
    'user:yusuf-demir',
    'user:olivia-bennett',
    'user:nadia-rahimi',
  ],
  closedTo: ['user:daniel-ferreira', 'user:leila-hosseini', 'user:jean-whitlock', 'user:carol-nwosu'],
  tell: (book) => {
    const { bornAt } = book.calendar
    const before = book.home('before', 1000, 'user:jean-whitlock', {
      lines: ['7 Windlass Close', 'Harbour Reach'],
      postcode: 'QQ2 5WC',
    })
    const refuge = book.home('refuge', 200, 'user:leila-hosseini', {
      unit: 'Flat 2',
      lines: ['40 Fennel Walk', 'Harbour Reach'],
      postcode: 'QQ6 8FW',
    })
    book.patch(before, 'user:jean-whitlock', 1000)
    book.patch(refuge, 'user:leila-hosseini', 200)
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Danielle', family: 'Marlowe' },
      'female',
      bornAt({ years: 31, months: 7 }),
    )
    const father = book.person(
      'father',
      { use: 'usual', given: 'Craig', family: 'Hollis' },
      'male',
      bornAt({ years: 34, months: 3 }),
    )
    const ellie = book.person(
      'ellie',
      { use: 'usual', given: 'Ellie', family: 'Hollis' },
      'female',
      bornAt({ years: 8, months: 2 }),
    )
    const jake = book.person(
      'jake',
      { use: 'usual', given: 'Jake', family: 'Hollis' },
      'male',
      bornAt({ years: 3, months: 11 }),
    )
    const [leftTenant = '', tenantFather = ''] = [mother, father].map((who) =>
      book.record(who, 1000, 'user:jean-whitlock', {
        lives: before,
        since: 1400,
        ...(who === mother ? { until: 210 } : {}),
      }),
    )
    const pupil = book.record(ellie, 900, 'user:yusuf-demir', { lives: before, since: 1400 })
    const clinic = book.record(jake, 910, 'user:shanice-campbell', { lives: before, since: 1400 })
    const doctor = [mother, ellie, jake].map((who) =>
      book.record(who, 890, 'user:olivia-bennett', { lives: before, since: 1400 }),
    )
    const police = book.record(mother, 215, 'user:nadia-rahimi')
    const landlord = book.record(mother, 200, 'user:leila-hosseini', { lives: refuge, since: 198 })
    const [careMother, careFather, careEllie, careJake] = [
      book.record(mother, 212, 'user:ada-obi', { lives: before, since: 1400 }),
      book.record(father, 212, 'user:ada-obi', { lives: before, since: 1400 }),
      book.record(ellie, 212, 'user:ada-obi', { lives: before, since: 1400 }),
      book.record(jake, 212, 'user:ada-obi', { lives: before, since: 1400 }),
    ]
    const family = book.family('marlowe', 212, 'user:ada-obi', {
      around: [careEllie, careJake],
      members: [
        [careMother, 'parent'],
        [careFather, 'parent'],
      ],
      name: 'Marlowe and Hollis',
    })
    book.parent(212, 'user:ada-obi', { record: careMother }, 'mother', [careEllie, careJake])
    book.parent(212, 'user:ada-obi', { record: careFather }, 'father', [careEllie, careJake])
    book.related(212, 'user:ada-obi', { record: careFather }, 'partner', careMother, {
      trueUntil: book.calendar.day(210),
      ended: true,
    })
    book.responsibility(205, 'user:ada-obi', { record: careMother }, [careEllie, careJake], 'has', 'birth-mother', {
      evidence: 'Birth certificates',
      verifiedBy: 'Ada Obi',
      verified: 206,
    })
    book.responsibility(
      205,
      'user:ada-obi',
      { record: careFather },
      [careEllie, careJake],
      'has',
      'father-registered-on-or-after-1-december-2003',
      { evidence: 'Named on both birth certificates', verifiedBy: 'Ada Obi', verified: 206 },
    )
    book.join(
      202,
      'user:ada-obi',
      [careEllie, pupil, doctor[1] ?? ''],
      'Same name and birth date; confirmed by the mother.',
    )
    book.join(202, 'user:ada-obi', [careJake, clinic, doctor[2] ?? ''], 'Same NHS number; confirmed by the mother.')
    book.join(
      202,
      'user:ada-obi',
      [careMother, police, doctor[0] ?? ''],
      'Same name and birth date; confirmed by the mother.',
    )
    book.join(202, 'user:ada-obi', [careFather, tenantFather], 'Same name, birth date and house.')
    for (const [principal, role] of [
      ['user:ada-obi', 'Social worker'],
      ['user:grace-mensah', 'Team manager'],
      ['user:shanice-campbell', 'Health visitor'],
      ['user:yusuf-demir', 'Designated safeguarding lead at Lighthouse Primary'],
      ['user:olivia-bennett', 'General practitioner'],
      ['user:nadia-rahimi', 'Police officer in charge'],
    ] as const) {
      book.involve(family, 212, principal, role)
    }
    book.lead(family, 211, 'user:ada-obi')
    for (const [record, why] of [
      [careMother, 'She left because she was not safe at home, and he has said that he will look for her.'],
      [landlord, 'Let to somebody whose address is not to be disclosed.'],
    ] as const) {
      book.does(200, record === landlord ? 'user:leila-hosseini' : 'user:ada-obi', {
        does: 'hide address',
        ask: { record, why, askedBy: 'The mother', from: book.calendar.day(200), onlyThem: true },
      })
    }
    for (const record of [careEllie, careJake])
      book.does(200, 'user:ada-obi', {
        does: 'hide address',
        ask: {
          record,
          why: 'The children live with their mother.',
          askedBy: 'The mother',
          from: book.calendar.day(200),
          onlyThem: true,
        },
      })
    for (const record of [careMother, careEllie, careJake]) book.address(record, 185, 'user:ada-obi', refuge, 198)
    // School, clinic and surgery wrote down that the old address is over, and were not told the new one.
    for (const [record, by] of [
      [pupil, 'user:yusuf-demir'],
      [clinic, 'user:shanice-campbell'],
      ...doctor.map((one) => [one, 'user:olivia-bennett'] as const),
    ] as const) {
      book.address(record, 190, by, before, 1400, { until: 198 })
    }
    book.join(180, 'user:ada-obi', [careMother, landlord], 'The mother gave her new tenancy; seen there.')
    book.contact(
      family,
      211,
      'user:nadia-rahimi',
      'Danielle gave a first account at the station. Non-molestation order applied for. Craig Hollis is not to be told where the family goes; ring the unit before any letter is sent.',
      [careMother],
      { channel: 'seen-elsewhere', sensitivity: 'police' },
    )
    book.contact(
      family,
      199,
      'user:ada-obi',
      'Helped the family move. Jake brought his digger, Ellie her library books. Danielle has changed her telephone and keeps it switched off at night.',
      [careMother],
      { children: [careEllie, careJake], sensitivity: 'third-party' },
    )
    book.contact(
      family,
      170,
      'user:yusuf-demir',
      'Ellie stays at Lighthouse and is collected by her mother only, from the office door. All staff know the password.',
      [careMother],
      { channel: 'seen-elsewhere', children: [careEllie] },
    )
    book.contact(
      family,
      120,
      'user:ada-obi',
      'Craig Hollis rang and asked where his children live. I told him that I would not say, and how to apply to see them. He was upset and stayed polite.',
      [careFather],
      { channel: 'telephone', sensitivity: 'third-party' },
    )
    book.contact(
      family,
      60,
      'user:shanice-campbell',
      'Jake’s development review: talks all day long, sleeps through in his own bed since the summer. Danielle goes to the evening class at the hub.',
      [careMother],
      { children: [careJake], sensitivity: 'health' },
    )
    book.contact(
      family,
      15,
      'user:ada-obi',
      'Ellie said that she likes the new room because it has a lock on the window. Both children see their father for an hour every second Saturday at the contact centre.',
      [careMother],
      { children: [careEllie, careJake], alone: [careEllie] },
    )

    const old = homeFile(book, before)
    old.describe(1000, 'user:jean-whitlock', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'house',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 0,
      internalFlights: 1,
      stepFree: 'yes',
    })
    old.rooms(1000, 'user:jean-whitlock', [
      bedroom('Front bedroom'),
      bedroom('Back bedroom'),
      livingRoom(),
      ...kitchenAndBathroom,
    ])
    old.sleeps(
      1000,
      'user:jean-whitlock',
      [
        [leftTenant, 'lead'],
        [tenantFather, 'partner'],
      ],
      { verified: 1010 },
    )
    old.onTenancy(1000, 'user:jean-whitlock', [
      [leftTenant, 'joint-tenant'],
      [tenantFather, 'joint-tenant'],
    ])
    old.sleeps(190, 'user:jean-whitlock', [[leftTenant, 'lead', 'no-longer-listed']])
    const file = homeFile(book, refuge, true)
    file.describe(200, 'user:leila-hosseini', {
      landlord: 'Lantern Housing Trust',
      landlordAgency: 'agency:lantern-trust',
      tenure: 'housing-association',
      unitType: 'flat',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 1,
      lift: 'none',
      flights: 1,
      stepFree: 'no',
    })
    file.rooms(
      200,
      'user:leila-hosseini',
      [bedroom('Bedroom 1', 11.2), bedroom('Bedroom 2', 9.8), livingRoom(14.5), ...kitchenAndBathroom],
      201,
    )
    file.sleeps(190, 'user:leila-hosseini', [[landlord, 'lead']], { verified: 197 })
    file.onTenancy(190, 'user:leila-hosseini', [[landlord, 'tenant']])
    file.place(15, 'user:ada-obi', careEllie, 'Bedroom 2', 'bunk')
    file.place(15, 'user:ada-obi', careJake, 'Bedroom 2', 'bunk')
  },
}
