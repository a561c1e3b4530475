import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** An association flat. The eldest had a child in need plan that ended; the school keeps an eye, and housing learns of a full flat. */
export const endedPlan: Story = {
  name: 'ended-plan',
  families: ['osei'],
  homes: { flat: ['user:tom-hargreave'] },
  openTo: ['user:daniel-ferreira', 'user:carol-nwosu', 'user:shanice-campbell'],
  closedTo: ['user:ada-obi', 'user:tom-hargreave', 'user:susan-pritchard', 'user:wim-de-vries'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const flat = book.home('flat', 1090, 'user:tom-hargreave', {
      unit: 'Flat 3',
      lines: ['Mizzen House', '2 Tideway Lane'],
      postcode: 'QQ5 1TL',
    })
    book.patch(flat, 'user:tom-hargreave', 1090)
    const lives = { lives: flat, since: 1600 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Abena', family: 'Osei' },
      'female',
      bornAt({ years: 39 }),
    )
    const father = book.person(
      'father',
      { use: 'usual', given: 'Kwabena', family: 'Osei' },
      'male',
      bornAt({ years: 43, months: 8 }),
    )
    const kojo = book.person(
      'kojo',
      { use: 'usual', given: 'Kojo', family: 'Osei' },
      'male',
      bornAt({ years: 14, months: 7 }),
    )
    const efua = book.person(
      'efua',
      { use: 'usual', given: 'Efua', family: 'Osei' },
      'female',
      bornAt({ years: 9, months: 1 }),
    )
    const yaw = book.person(
      'yaw',
      { use: 'usual', given: 'Yaw', family: 'Osei' },
      'male',
      bornAt({ years: 2, months: 6 }),
    )
    const [tenant = '', tenantFather = '', tenantKojo = '', tenantEfua = ''] = [mother, father, kojo, efua].map((who) =>
      book.record(who, 1090, 'user:tom-hargreave', lives),
    )
    const pupil = book.record(kojo, 1080, 'user:carol-nwosu', lives)
    const clinic = [
      book.record(mother, 900, 'user:shanice-campbell', lives),
      book.record(yaw, 880, 'user:shanice-campbell', { lives: flat, since: 905 }),
    ]
    const [careMother, careFather, careKojo, careEfua, careYaw] = [
      book.record(mother, 1000, 'user:daniel-ferreira', lives),
      book.record(father, 1000, 'user:daniel-ferreira', lives),
      book.record(kojo, 1000, 'user:daniel-ferreira', lives),
      book.record(efua, 1000, 'user:daniel-ferreira', lives),
      book.record(yaw, 870, 'user:daniel-ferreira', { lives: flat, since: 905 }),
    ]
    const family = book.family('osei', 1000, 'user:daniel-ferreira', {
      around: [careKojo, careEfua],
      members: [
        [careMother, 'parent'],
        [careFather, 'parent'],
      ],
      name: 'Osei, Mizzen House',
    })
    book.does(870, 'user:daniel-ferreira', {
      does: 'add member',
      ask: { family, record: careYaw, role: 'child', trueFrom: yaw.born },
    })
    book.parent(998, 'user:daniel-ferreira', { record: careMother }, 'mother', [careKojo, careEfua])
    book.parent(998, 'user:daniel-ferreira', { record: careFather }, 'father', [careKojo, careEfua])
    book.parent(870, 'user:daniel-ferreira', { record: careMother }, 'mother', [careYaw])
    book.parent(870, 'user:daniel-ferreira', { record: careFather }, 'father', [careYaw])
    book.related(998, 'user:daniel-ferreira', { record: careFather }, 'partner', careMother)
    book.responsibility(
      990,
      'user:daniel-ferreira',
      { record: careMother },
      [careKojo, careEfua],
      'has',
      'birth-mother',
      { evidence: 'Full birth certificates', verifiedBy: 'Daniel Ferreira', verified: 991 },
    )
    book.responsibility(
      990,
      'user:daniel-ferreira',
      { record: careFather },
      [careKojo, careEfua],
      'has',
      'father-married-at-birth',
      { evidence: 'Marriage certificate', verifiedBy: 'Daniel Ferreira', verified: 991 },
    )
    book.join(
      985,
      'user:daniel-ferreira',
      [careKojo, pupil],
      'Same name and birth date; the school confirmed the address.',
    )
    for (const [care, of] of [
      [careMother, clinic[0]],
      [careYaw, clinic[1]],
    ] as const)
      if (of !== undefined) book.join(860, 'user:daniel-ferreira', [care, of], 'Same name, birth date and flat.')
    for (const [care, of] of [
      [careMother, tenant],
      [careFather, tenantFather],
      [careKojo, tenantKojo],
      [careEfua, tenantEfua],
    ] as const)
      book.join(984, 'user:daniel-ferreira', [care, of], 'Same name, birth date and flat; Abena showed the tenancy.')
    book.involve(family, 1000, 'user:daniel-ferreira', 'Social worker')
    book.involve(family, 995, 'user:carol-nwosu', 'Designated safeguarding lead at Breakwater Academy')
    book.involve(family, 860, 'team:health-visitors-west', 'Health visitors', {
      by: 'user:shanice-campbell',
      since: 905,
    })
    book.lead(family, 999, 'user:daniel-ferreira')
    book.contact(
      family,
      994,
      'user:daniel-ferreira',
      'First meeting of the child in need plan for Kojo, who had missed a lot of Year 7. Kojo said that he shares a room with two others and does his homework on the landing. Both parents want him back in school and will take turns to walk with him.',
      [careMother, careFather],
      { channel: 'meeting', children: [careKojo], alone: [careKojo] },
    )
    book.contact(
      family,
      800,
      'user:carol-nwosu',
      'Kojo has been in every day for five weeks. He uses the homework club on Tuesdays and Thursdays, since the flat is full in the evening.',
      [],
      { channel: 'seen-elsewhere', children: [careKojo] },
    )
    book.contact(
      family,
      640,
      'user:daniel-ferreira',
      'Last review of the child in need plan. School, health visitor and both parents agreed that Kojo’s attendance holds. The plan ended today. Housing was not discussed: nobody from Tidewater was asked to come. Carol Nwosu asked that this be looked at again if there is news of it.',
      [careMother],
      { channel: 'meeting', children: [careKojo] },
    )
    book.contact(
      family,
      150,
      'user:shanice-campbell',
      'Two-year review of Yaw: talks in short sentences in Twi and English, eats well, up to date with immunisations. Five people now sleep in one bedroom and the living room.',
      [careMother],
      { children: [careYaw], sensitivity: 'health' },
    )
    book.contact(
      family,
      33,
      'user:carol-nwosu',
      'Kojo told his tutor that he is tired because his little brother wakes at night in the same room. He asked whether anybody could help his mum with the housing form.',
      [],
      { channel: 'seen-elsewhere', children: [careKojo], alone: [careKojo] },
    )

    const file = homeFile(book, flat)
    file.describe(1090, 'user:tom-hargreave', {
      landlord: 'Tidewater Housing Association',
      landlordAgency: 'agency:tidewater-homes',
      tenure: 'housing-association',
      unitType: 'flat',
      bedrooms: 1,
      livingRooms: 1,
      entranceFloor: 1,
      lift: 'none',
      flights: 1,
      stepFree: 'no',
      heating: 'Heat network',
      epcBand: 'C',
    })
    file.rooms(1090, 'user:tom-hargreave', [
      bedroom('Bedroom', { value: 128, unit: 'sqft' }),
      livingRoom({ value: 164, unit: 'sqft' }),
      ...kitchenAndBathroom,
    ])
    // Three lists that differ: Yaw was born after the other two were made, and his father stands on no tenancy.
    file.sleeps(
      1090,
      'user:tom-hargreave',
      [
        [tenant, 'lead'],
        [tenantFather, 'partner'],
        [tenantKojo, 'child'],
        [tenantEfua, 'child'],
      ],
      { verified: 1095 },
    )
    file.sleeps(
      925,
      'user:tom-hargreave',
      [
        [tenant, 'lead'],
        [tenantFather, 'partner'],
        [tenantKojo, 'child'],
        [tenantEfua, 'child'],
      ],
      { verified: 928 },
    )
    file.tenancy(1090, 'user:tom-hargreave', { tenancy: 'TW-20418', type: 'assured', startedOn: day(1600) })
    file.onTenancy(1090, 'user:tom-hargreave', [[tenant, 'tenant']])
    file.application(1090, 'user:tom-hargreave', {
      application: 'HR-07733',
      status: 'active',
      registeredOn: day(1290),
      band: '3',
      bedroomsShort: 1,
    })
    file.onApplication(1090, 'user:tom-hargreave', 'HR-07733', [
      [tenant, 'applicant'],
      [tenantFather, 'joint-applicant'],
      [tenantKojo, 'to-move-too'],
      [tenantEfua, 'to-move-too'],
    ])
    file.application(420, 'user:tom-hargreave', {
      application: 'HR-07733',
      status: 'active',
      registeredOn: day(1290),
      band: '3',
      bedroomsShort: 1,
      bids: 4,
      lastBidOn: day(505),
      shortlisted: 1,
      assisted: 'no',
    })
    file.place(150, 'user:shanice-campbell', clinic[1] ?? '', 'Bedroom', 'own-bed', { how: 'told' })
    file.place(150, 'user:shanice-campbell', clinic[0] ?? '', 'Living room', 'sofa', {
      with: [tenantFather],
      how: 'told',
    })
    file.place(33, 'user:carol-nwosu', pupil, 'Bedroom', 'bunk', { how: 'told' })
  },
}
