import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** Three generations until last winter, when the grandmother died. Nothing asks for her, invites her or counts her any more. */
export const grandmotherDied: Story = {
  name: 'grandmother-died',
  families: ['georgiou'],
  homes: { house: ['user:jean-whitlock'] },
  openTo: ['user:kofi-boateng', 'user:yusuf-demir', 'user:olivia-bennett'],
  closedTo: ['user:ada-obi', 'user:jean-whitlock', 'user:mei-lin-chen', 'user:shanice-campbell'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const house = book.home('house', 1090, 'user:jean-whitlock', {
      lines: ['66 Hawser Road', 'Harbour Reach'],
      postcode: 'QQ2 8HR',
    })
    book.patch(house, 'user:jean-whitlock', 1090)
    const lives = { lives: house, since: 5200 }
    const grandmother = book.person(
      'grandmother',
      { use: 'usual', given: 'Eleni', family: 'Georgiou' },
      'female',
      bornAt({ years: 82, months: 4 }),
    )
    const father = book.person(
      'father',
      { use: 'usual', given: 'Andreas', family: 'Georgiou' },
      'male',
      bornAt({ years: 48, months: 1 }),
    )
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Marta', family: 'Lis' },
      'female',
      bornAt({ years: 42, months: 9 }),
    )
    const nico = book.person(
      'nico',
      { use: 'usual', given: 'Nico', family: 'Georgiou' },
      'male',
      bornAt({ years: 9, months: 10 }),
    )
    const zoe = book.person(
      'zoe',
      { use: 'usual', given: 'Zoë', family: 'Georgiou' },
      'female',
      bornAt({ years: 7, months: 1 }),
    )
    const housing = [grandmother, father, mother, nico, zoe].map((who) =>
      book.record(who, 1090, 'user:jean-whitlock', lives),
    )
    const doctor = [grandmother, nico, zoe].map((who) => book.record(who, 1080, 'user:olivia-bennett', lives))
    const pupils = [nico, zoe].map((who) => book.record(who, 950, 'user:yusuf-demir', lives))
    const hub = [grandmother, father, mother, nico, zoe].map((who) => book.record(who, 410, 'user:kofi-boateng', lives))
    const [hubGrandmother = '', hubFather = '', hubMother = '', hubNico = '', hubZoe = ''] = hub
    const family = book.family('georgiou', 410, 'user:kofi-boateng', {
      around: [hubNico, hubZoe],
      members: [
        [hubFather, 'parent'],
        [hubMother, 'parent'],
        [hubGrandmother, 'other'],
      ],
    })
    book.parent(410, 'user:kofi-boateng', { record: hubFather }, 'father', [hubNico, hubZoe])
    book.parent(410, 'user:kofi-boateng', { record: hubMother }, 'mother', [hubNico, hubZoe])
    book.related(410, 'user:kofi-boateng', { record: hubGrandmother }, 'grandparent', hubNico)
    book.related(410, 'user:kofi-boateng', { record: hubGrandmother }, 'grandparent', hubZoe)
    book.join(
      400,
      'user:kofi-boateng',
      [hubGrandmother, housing[0] ?? '', doctor[0] ?? ''],
      'One house, one name, one birth date.',
    )
    book.join(
      400,
      'user:kofi-boateng',
      [hubNico, pupils[0] ?? '', doctor[1] ?? ''],
      'Same name and birth date; the school confirmed it.',
    )
    book.join(
      400,
      'user:kofi-boateng',
      [hubZoe, pupils[1] ?? '', doctor[2] ?? ''],
      'Same name and birth date; the school confirmed it.',
    )
    for (const [one, other] of [
      [hubFather, housing[1]],
      [hubMother, housing[2]],
      [hubNico, housing[3]],
      [hubZoe, housing[4]],
    ] as const)
      book.join(399, 'user:kofi-boateng', [one, other ?? ''], 'One house, one name, one birth date.')
    book.involve(family, 410, 'user:kofi-boateng', 'Family worker')
    book.involve(family, 405, 'user:yusuf-demir', 'Designated safeguarding lead at Lighthouse Primary')
    book.involve(family, 404, 'user:olivia-bennett', 'General practitioner')
    book.lead(family, 409, 'user:kofi-boateng')
    book.does(250, 'user:olivia-bennett', {
      does: 'state about person',
      ask: { record: doctor[0] ?? '', statement: { say: 'death', on: day(252), toldBy: 'The family' } },
    })
    book.contact(
      family,
      395,
      'user:kofi-boateng',
      'Eleni looks after the children while both parents work and is the one who knows what they will eat. Helped with the form for a stair rail.',
      [hubGrandmother, hubMother],
      { children: [hubNico, hubZoe] },
    )
    book.contact(
      family,
      240,
      'user:yusuf-demir',
      'Eleni died at home, at eighty-one, with the family round her. Both children came back to school after a week; Nico wanted everybody to know, Zoë nobody.',
      [],
      { channel: 'telephone', children: [hubNico, hubZoe] },
    )
    book.contact(
      family,
      90,
      'user:kofi-boateng',
      'Andreas has changed his shifts to be home at four. The children have made a small garden where Eleni’s chair stood.',
      [hubFather],
      { children: [hubNico, hubZoe] },
    )

    const [listedGrandmother = '', tenant = '', listedMother = '', listedNico = '', listedZoe = ''] = housing
    const file = homeFile(book, house)
    file.describe(1090, 'user:jean-whitlock', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'house',
      bedrooms: 3,
      livingRooms: 1,
      entranceFloor: 0,
      internalFlights: 1,
      stepFree: 'yes',
      heating: 'Gas boiler',
      epcBand: 'D',
    })
    file.rooms(
      1090,
      'user:jean-whitlock',
      [
        bedroom('Front bedroom', 12.2),
        bedroom('Back bedroom', 10.1),
        bedroom('Small bedroom', 6.4),
        livingRoom(17.6),
        ...kitchenAndBathroom,
      ],
      1092,
    )
    file.sleeps(
      900,
      'user:jean-whitlock',
      [
        [tenant, 'lead'],
        [listedMother, 'partner'],
        [listedNico, 'child'],
        [listedZoe, 'child'],
        [listedGrandmother, 'parent'],
      ],
      { verified: 905 },
    )
    file.onTenancy(900, 'user:jean-whitlock', [
      [tenant, 'joint-tenant'],
      [listedMother, 'joint-tenant'],
    ])
    file.sleeps(236, 'user:jean-whitlock', [[listedGrandmother, 'parent']], { until: 252 })
    file.place(395, 'user:kofi-boateng', hubNico, 'Back bedroom', 'bunk', { how: 'told' })
    file.place(395, 'user:kofi-boateng', hubZoe, 'Back bedroom', 'bunk', { how: 'told' })
  },
}
