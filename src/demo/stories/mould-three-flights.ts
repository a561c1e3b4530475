import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** A private tenancy with mould, up three flights: the council's licensing officer presses the landlord, the school sees a cough, a baby’s cot stands where it is dry. */
export const mouldThreeFlights: Story = {
  name: 'mould-three-flights',
  families: ['qureshi'],
  homes: { flat: ['user:colm-brady'] },
  openTo: ['user:ada-obi', 'user:grace-mensah', 'user:susan-pritchard', 'user:imran-sheikh', 'user:kofi-boateng'],
  closedTo: ['user:daniel-ferreira', 'user:tom-hargreave', 'user:yusuf-demir', 'user:nadia-rahimi'],
  tell: (book) => {
    const { bornAt, day, today } = book.calendar
    const flat = book.home('flat', 700, 'user:colm-brady', {
      unit: 'Flat 9, third floor',
      lines: ['14 Capstan Street', 'Harbour Reach'],
      postcode: 'QQ3 4CS',
    })
    book.patch(flat, 'user:colm-brady', 240)
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Rukhsana', family: 'Qureshi' },
      'female',
      bornAt({ years: 36, months: 4 }),
    )
    const grandmother = book.person(
      'grandmother',
      { use: 'usual', given: 'Zubeida', family: 'Qureshi' },
      'female',
      bornAt({ years: 67, months: 1 }),
    )
    const hamza = book.person(
      'hamza',
      { use: 'usual', given: 'Hamza', family: 'Qureshi' },
      'male',
      bornAt({ years: 8, months: 5, days: 3 }),
    )
    const iqra = book.person(
      'iqra',
      { use: 'usual', given: 'Iqra', family: 'Qureshi' },
      'female',
      bornAt({ years: 5, months: 2 }),
    )
    const sana = book.person(
      'sana',
      { use: 'usual', given: 'Sana', family: 'Qureshi' },
      'female',
      bornAt({ months: 8, days: 2 }),
    )
    const lives = { lives: flat, since: 690 }
    const doctor = [mother, grandmother, hamza, iqra].map((who) => book.record(who, 680, 'user:imran-sheikh', lives))
    const [pupilHamza, pupilIqra] = [
      book.record(hamza, 660, 'user:susan-pritchard', lives),
      book.record(iqra, 105, 'user:susan-pritchard', { lives: flat, since: 690 }),
    ]
    const inspected = [mother, hamza, iqra].map((who) => book.record(who, 238, 'user:colm-brady', lives))
    const hub = [mother, hamza].map((who) => book.record(who, 250, 'user:kofi-boateng', lives))
    const [careMother, careGrandmother, careHamza, careIqra, careSana] = [
      book.record(mother, 120, 'user:ada-obi', lives),
      book.record(grandmother, 120, 'user:ada-obi', lives),
      book.record(hamza, 120, 'user:ada-obi', lives),
      book.record(iqra, 120, 'user:ada-obi', lives),
      book.record(sana, 120, 'user:ada-obi', { lives: flat, since: book.calendar.ago(sana.born) }),
    ]
    const family = book.family('qureshi', 120, 'user:ada-obi', {
      around: [careHamza, careIqra, careSana],
      members: [
        [careHamza, 'child'],
        [careIqra, 'child'],
        [careSana, 'child'],
        [careMother, 'parent'],
        [careGrandmother, 'other'],
      ],
      name: 'Qureshi, Capstan Street',
    })
    book.parent(120, 'user:ada-obi', { record: careMother }, 'mother', [careHamza, careIqra, careSana])
    book.parent(118, 'user:ada-obi', { described: 'Their father, who lives in Leeds and rings on Sundays' }, 'father', [
      careHamza,
      careIqra,
      careSana,
    ])
    book.related(120, 'user:ada-obi', { record: careGrandmother }, 'grandparent', careHamza)
    book.related(120, 'user:ada-obi', { record: careGrandmother }, 'grandparent', careIqra)
    book.related(120, 'user:ada-obi', { record: careGrandmother }, 'grandparent', careSana)
    book.responsibility(
      110,
      'user:ada-obi',
      { record: careMother },
      [careHamza, careIqra, careSana],
      'has',
      'birth-mother',
      { evidence: 'Full birth certificates', verifiedBy: 'Ada Obi', verified: 112 },
    )
    for (const [care, others] of [
      [careHamza, [doctor[2], pupilHamza, hub[1], inspected[1]]],
      [careIqra, [doctor[3], pupilIqra, inspected[2]]],
      [careMother, [doctor[0], hub[0], inspected[0]]],
      [careGrandmother, [doctor[1]]],
    ] as const) {
      book.join(
        100,
        'user:ada-obi',
        [care, ...others.filter((one) => one !== undefined)],
        'Same name, same birth date and the same flat; the mother confirmed it.',
      )
    }
    book.involve(family, 120, 'user:ada-obi', 'Social worker')
    book.involve(family, 120, 'user:grace-mensah', 'Team manager')
    book.involve(family, 119, 'user:susan-pritchard', 'Designated safeguarding lead at Ropewalk Primary')
    book.involve(family, 118, 'user:kofi-boateng', 'Family worker', { since: 250 })
    book.involve(family, 118, 'team:quayside-doctors', 'General practitioners', { by: 'user:imran-sheikh', since: 680 })
    book.lead(family, 117, 'user:ada-obi')
    book.contact(
      family,
      118,
      'user:ada-obi',
      'Visited at home with Rukhsana, her mother and all three children. There is black mould on the outside wall of the back bedroom and round the window. The stairs are three flights with no lift; Rukhsana carries the shopping up in two goes. She has written to the landlord twice since the spring and kept copies. Hamza showed me his football cards and told me which ones he would never swap.',
      [careMother, careGrandmother],
      { children: [careHamza, careIqra, careSana], alone: [careHamza] },
    )
    book.contact(
      family,
      96,
      'user:imran-sheikh',
      'Hamza reviewed for asthma: wakes with a cough most nights, better at his aunt’s. Preventer inhaler started, technique shown to Hamza and Rukhsana. Letter about the effect of damp written at the family’s request.',
      [careHamza, careMother],
      { children: [careHamza], channel: 'seen-elsewhere', sensitivity: 'health' },
    )
    book.contact(
      family,
      82,
      'user:susan-pritchard',
      'Hamza was away on four days with a cough since half term; Rukhsana rang every time. He is up to date with reading and has joined the chess club.',
      [],
      { channel: 'telephone', children: [careHamza] },
    )
    book.contact(
      family,
      44,
      'user:ada-obi',
      'Spoke with Colm Brady of private housing standards: an inspection found damp as a category 1 hazard and the landlord has been given until the end of next month to put it right. Told Rukhsana so by telephone.',
      [careMother],
      { channel: 'telephone' },
    )
    book.contact(
      family,
      9,
      'user:ada-obi',
      'Visited. The landlord’s contractor has treated the wall, but the window still lets in water. Rukhsana would rather move somewhere with fewer stairs if it is near the school. All three children well. Sana’s cot stands at the foot of Rukhsana’s bed, since the back bedroom is not dry. I will ask housing options what the family can bid for.',
      [careMother],
      { children: [careHamza, careIqra, careSana] },
    )

    const file = homeFile(book, flat)
    file.describe(238, 'user:colm-brady', {
      landlord: 'Capstan Lettings',
      tenure: 'private-rent',
      unitType: 'flat',
      bedrooms: 3,
      livingRooms: 1,
      entranceFloor: 3,
      lift: 'none',
      flights: 3,
      stepFree: 'no',
      heating: 'Electric panel heaters',
      epcBand: 'E',
      licence: { type: 'selective', persons: 5 },
      checkedOn: day(239),
    })
    // The box room is under 50 square feet: the space standard of 1985 does not count it, the bedroom standard does.
    file.rooms(
      238,
      'user:colm-brady',
      [
        bedroom('Front bedroom', 11.6),
        bedroom('Back bedroom', 8.4),
        bedroom('Box room', 4.3),
        livingRoom(14.2),
        ...kitchenAndBathroom,
      ],
      239,
    )
    file.sleeps(
      238,
      'user:colm-brady',
      [
        [inspected[0] ?? '', 'lead'],
        [inspected[1] ?? '', 'child'],
        [inspected[2] ?? '', 'child'],
      ],
      { verified: 239 },
    )
    const damp = {
      condition: 'PH-1147',
      what: 'damp-and-mould',
      room: 'Back bedroom',
      reportedOn: day(243),
      foundBy: 'household',
    } as const
    file.condition(238, 'user:colm-brady', { ...damp, stage: 'investigating' })
    const nextMonth = today.subtract({ days: 44 }).add({ months: 1 })
    const due = nextMonth.with({ day: nextMonth.daysInMonth }).toString()
    file.condition(46, 'user:colm-brady', {
      ...damp,
      stage: 'findings-sent',
      hhsrs: { scheme: 'not-known', category: '1' },
      dueOn: due,
    })
    file.condition(10, 'user:colm-brady', {
      ...damp,
      stage: 'works-begun',
      hhsrs: { scheme: 'not-known', category: '1' },
      dueOn: due,
    })
    file.place(118, 'user:ada-obi', careHamza, 'Back bedroom', 'bunk')
    file.place(118, 'user:ada-obi', careIqra, 'Back bedroom', 'bunk')
    file.place(118, 'user:ada-obi', careGrandmother, 'Box room', 'own-bed')
    file.place(9, 'user:ada-obi', careMother, 'Front bedroom', 'own-bed')
    file.place(9, 'user:ada-obi', careSana, 'Front bedroom', 'cot')
  },
}
