import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** Two sisters and their children share one council flat: one household, two families, two files, and two who lead the work. */
export const twoUnderOneRoof: Story = {
  name: 'two-under-one-roof',
  families: ['warsame', 'hirsi'],
  homes: { flat: ['user:marcus-adeyemi'] },
  openTo: ['user:ada-obi', 'user:yusuf-demir'],
  closedTo: ['user:daniel-ferreira', 'user:marcus-adeyemi', 'user:carol-nwosu', 'user:wim-de-vries'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const flat = book.home('flat', 1090, 'user:marcus-adeyemi', {
      unit: 'Flat 14',
      lines: ['Anchor Point', '60 North Parade'],
      postcode: 'QQ1 6NP',
    })
    book.patch(flat, 'user:marcus-adeyemi', 1090)
    const [hodan, idil] = [
      book.person(
        'hodan',
        { use: 'usual', given: 'Hodan', family: 'Warsame' },
        'female',
        bornAt({ years: 38, months: 2 }),
      ),
      book.person('idil', { use: 'usual', given: 'Idil', family: 'Hirsi' }, 'female', bornAt({ years: 33, months: 5 })),
    ]
    const [abdi, sahra, zakariya] = [
      book.person('abdi', { use: 'usual', given: 'Abdi', family: 'Warsame' }, 'male', bornAt({ years: 13, months: 3 })),
      book.person(
        'sahra',
        { use: 'usual', given: 'Sahra', family: 'Warsame' },
        'female',
        bornAt({ years: 10, months: 8 }),
      ),
      book.person(
        'zakariya',
        { use: 'usual', given: 'Zakariya', family: 'Hirsi' },
        'male',
        bornAt({ years: 7, months: 9 }),
      ),
    ]
    const long = { lives: flat, since: 2600 }
    const since = { lives: flat, since: 410 }
    const [tenant = '', tenantAbdi = '', tenantSahra = ''] = [hodan, abdi, sahra].map((who) =>
      book.record(who, 1090, 'user:marcus-adeyemi', long),
    )
    const mahad = book.person(
      'mahad',
      { use: 'usual', given: 'Mahad', family: 'Warsame' },
      'male',
      bornAt({ years: 41, months: 5 }),
    )
    const tenantMahad = book.record(mahad, 1090, 'user:marcus-adeyemi')
    const applicant = book.record(idil, 108, 'user:marcus-adeyemi', since)
    const pupils = [
      book.record(sahra, 1080, 'user:yusuf-demir', long),
      book.record(zakariya, 395, 'user:yusuf-demir', since),
    ]
    const care = [hodan, abdi, sahra].map((who) => book.record(who, 390, 'user:ada-obi', long))
    const [careHodan = '', careAbdi = '', careSahra = ''] = care
    const [careIdil, careZakariya] = [
      book.record(idil, 390, 'user:ada-obi', since),
      book.record(zakariya, 390, 'user:ada-obi', since),
    ]
    const warsame = book.family('warsame', 390, 'user:ada-obi', {
      around: [careAbdi, careSahra],
      members: [[careHodan, 'parent']],
      name: 'Warsame, Anchor Point',
    })
    const hirsi = book.family('hirsi', 390, 'user:ada-obi', {
      around: [careZakariya],
      members: [[careIdil, 'parent']],
      name: 'Hirsi, Anchor Point',
    })
    book.parent(390, 'user:ada-obi', { record: careHodan }, 'mother', [careAbdi, careSahra])
    book.parent(390, 'user:ada-obi', { record: careIdil }, 'mother', [careZakariya])
    book.parent(390, 'user:ada-obi', { described: 'Their father, at sea for most of the year' }, 'father', [
      careAbdi,
      careSahra,
    ])
    book.related(390, 'user:ada-obi', { record: careHodan }, 'sibling', careIdil)
    book.responsibility(385, 'user:ada-obi', { record: careHodan }, [careAbdi, careSahra], 'has', 'birth-mother')
    book.responsibility(385, 'user:ada-obi', { record: careIdil }, [careZakariya], 'has', 'birth-mother')
    book.join(384, 'user:ada-obi', [careSahra, pupils[0] ?? ''], 'Same name, birth date and flat.')
    book.join(384, 'user:ada-obi', [careZakariya, pupils[1] ?? ''], 'Same name, birth date and flat.')
    for (const [one, other] of [
      [careHodan, tenant],
      [careAbdi, tenantAbdi],
      [careSahra, tenantSahra],
    ] as const)
      book.join(384, 'user:ada-obi', [one, other], 'Same name, birth date and flat.')
    book.join(100, 'user:ada-obi', [careIdil, applicant], 'Her own application, which she showed me.')
    for (const family of [warsame, hirsi]) {
      book.involve(family, 390, 'user:ada-obi', 'Social worker')
      book.involve(family, 388, 'user:yusuf-demir', 'Designated safeguarding lead at Lighthouse Primary')
      book.lead(family, 389, 'user:ada-obi')
    }
    book.contact(
      warsame,
      380,
      'user:ada-obi',
      'Hodan took in her sister and nephew when Idil’s room was sold. Six people sleep in two bedrooms and the living room. Everybody likes it but Abdi, who is thirteen and shares with his cousin.',
      [careHodan, careIdil],
      { children: [careAbdi, careSahra, careZakariya], alone: [careAbdi], interpreter: { language: 'Somali' } },
    )
    book.contact(
      hirsi,
      100,
      'user:ada-obi',
      'Idil has put in an application of her own. She cooks for all six; Zakariya does his reading with Sahra.',
      [careIdil],
      { children: [careZakariya], interpreter: { language: 'Somali' } },
    )
    book.contact(
      hirsi,
      18,
      'user:yusuf-demir',
      'Zakariya drew the flat in class with everybody’s bed in it. He counted four people in his own room.',
      [],
      { channel: 'seen-elsewhere', children: [careZakariya] },
    )

    const file = homeFile(book, flat)
    file.describe(1090, 'user:marcus-adeyemi', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'flat',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 3,
      lift: 'out-of-service',
      flights: 3,
      stepFree: 'no',
      heating: 'Gas boiler',
      epcBand: 'D',
    })
    file.rooms(
      1090,
      'user:marcus-adeyemi',
      [bedroom('Front bedroom', 12.1), bedroom('Back bedroom', 9.3), livingRoom(16.7), ...kitchenAndBathroom],
      1100,
    )
    // Mahad is on the tenancy and at sea for most of the year: whether he sleeps here nobody at the council can say.
    file.sleeps(
      298,
      'user:marcus-adeyemi',
      [
        [tenant, 'lead'],
        [tenantAbdi, 'child'],
        [tenantSahra, 'child'],
        [tenantMahad, 'partner', 'not-known'],
      ],
      { verified: 300 },
    )
    file.onTenancy(1090, 'user:marcus-adeyemi', [
      [tenant, 'joint-tenant'],
      [tenantMahad, 'joint-tenant'],
    ])
    file.application(108, 'user:marcus-adeyemi', {
      application: 'HR-30217',
      status: 'active',
      registeredOn: day(112),
      band: '3',
      bids: 2,
      lastBidOn: day(109),
    })
    file.onApplication(108, 'user:marcus-adeyemi', 'HR-30217', [[applicant, 'applicant']])
    file.place(380, 'user:ada-obi', careHodan, 'Front bedroom', 'shared-bed', { with: [careSahra] })
    file.place(380, 'user:ada-obi', careSahra, 'Front bedroom', 'shared-bed', { with: [careHodan] })
    file.place(380, 'user:ada-obi', careAbdi, 'Back bedroom', 'own-bed')
    file.place(380, 'user:ada-obi', careZakariya, 'Back bedroom', 'mattress-on-floor')
    file.place(380, 'user:ada-obi', careIdil, 'Living room', 'sofa')
    file.place(18, 'user:yusuf-demir', pupils[1] ?? '', 'Back bedroom', 'mattress-on-floor', { how: 'told' })
  },
}
