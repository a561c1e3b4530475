import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** Twins expected in nine weeks; the scan changed one baby into two. The household has one bedroom. */
export const twinsExpected: Story = {
  name: 'twins-expected',
  families: ['kowalczyk'],
  homes: { flat: ['user:marcus-adeyemi'] },
  openTo: ['user:nkechi-eze', 'user:bridget-coyle', 'user:imran-sheikh'],
  closedTo: ['user:ada-obi', 'user:marcus-adeyemi', 'user:susan-pritchard', 'user:alex-drummond'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const flat = book.home('flat', 800, 'user:marcus-adeyemi', {
      unit: 'Flat 22',
      lines: ['Beacon Court', '5 North Parade'],
      postcode: 'QQ1 3NP',
    })
    book.patch(flat, 'user:marcus-adeyemi', 800)
    const lives = { lives: flat, since: 790 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Agnieszka', family: 'Kowalczyk' },
      'female',
      bornAt({ years: 33, months: 2 }),
    )
    const father = book.person(
      'father',
      { use: 'usual', given: 'Tomasz', family: 'Kowalczyk' },
      'male',
      bornAt({ years: 35, months: 6 }),
    )
    const ola = book.person(
      'ola',
      [
        { use: 'registered', given: 'Aleksandra', family: 'Kowalczyk' },
        { use: 'preferred', given: 'Ola', family: 'Kowalczyk' },
      ],
      'female',
      bornAt({ years: 7, months: 3 }),
    )
    const housing = [mother, father, ola].map((who) => book.record(who, 790, 'user:marcus-adeyemi', lives))
    const pupil = book.record(ola, 770, 'user:susan-pritchard', lives)
    const doctor = [mother, father, ola].map((who) => book.record(who, 780, 'user:imran-sheikh', lives))
    const maternity = [mother, father, ola].map((who) => book.record(who, 150, 'user:nkechi-eze', lives))
    const [wardMother = '', wardFather = '', wardOla = ''] = maternity
    const clinic = book.record(mother, 60, 'user:bridget-coyle', lives)
    const family = book.family('kowalczyk', 148, 'user:nkechi-eze', {
      around: [wardOla],
      members: [
        [wardMother, 'parent'],
        [wardFather, 'parent'],
      ],
      name: 'Kowalczyk, Beacon Court',
    })
    book.does(148, 'user:nkechi-eze', {
      does: 'state pregnancy',
      ask: { mother: wardMother, expected: day(-62), babies: 'not-known' },
    })
    book.does(120, 'user:nkechi-eze', {
      does: 'revise pregnancy',
      ask: {
        mother: wardMother,
        expected: day(-64),
        babies: 2,
        because: 'Scan of this week: two babies, each with a sac of their own.',
      },
    })
    book.parent(148, 'user:nkechi-eze', { record: wardMother }, 'mother', [wardOla])
    book.parent(148, 'user:nkechi-eze', { record: wardFather }, 'father', [wardOla])
    book.related(148, 'user:nkechi-eze', { record: wardFather }, 'partner', wardMother, { trueFrom: day(3200) })
    book.responsibility(140, 'user:nkechi-eze', { record: wardMother }, [wardOla], 'has', 'birth-mother')
    book.responsibility(
      140,
      'user:nkechi-eze',
      { record: wardFather },
      [wardOla],
      'has',
      'father-registered-on-or-after-1-december-2003',
    )
    book.join(
      146,
      'user:nkechi-eze',
      [wardOla, pupil, doctor[2] ?? ''],
      'Same birth date and NHS number; Ola is what she is called.',
    )
    book.join(146, 'user:nkechi-eze', [wardFather, doctor[1] ?? ''], 'Same NHS number.')
    book.join(146, 'user:nkechi-eze', [wardMother, doctor[0] ?? ''], 'Same NHS number.')
    book.join(
      40,
      'user:bridget-coyle',
      [wardMother, clinic, housing[0] ?? ''],
      'Same name, birth date and flat; seen at home.',
    )
    book.join(40, 'user:bridget-coyle', [wardFather, housing[1] ?? ''], 'Same name, birth date and flat; seen at home.')
    book.join(40, 'user:bridget-coyle', [wardOla, housing[2] ?? ''], 'Same name, birth date and flat; seen at home.')
    book.involve(family, 148, 'user:nkechi-eze', 'Midwife')
    book.involve(family, 60, 'team:health-visitors-east', 'Health visitors', { by: 'user:bridget-coyle' })
    book.involve(family, 140, 'user:imran-sheikh', 'General practitioner')
    book.lead(family, 147, 'user:nkechi-eze')
    book.contact(
      family,
      146,
      'user:nkechi-eze',
      'First appointment, with Tomasz. Agnieszka feels sick in the mornings and otherwise well. Ola came along and wants a sister. They asked whether the council would find them a second bedroom.',
      [wardMother, wardFather],
      { channel: 'seen-elsewhere', children: [wardOla], sensitivity: 'health', interpreter: { language: 'Polish' } },
    )
    book.contact(
      family,
      90,
      'user:nkechi-eze',
      'Growth scan: both babies well. Talked over where two babies will sleep in a one-bedroom flat; room for one cot beside the bed, the second has no place yet.',
      [wardMother, wardFather],
      { channel: 'seen-elsewhere', sensitivity: 'health', interpreter: { language: 'Polish' } },
    )
    book.contact(
      family,
      24,
      'user:bridget-coyle',
      'Antenatal visit at home. Ola sleeps in the living room. Tomasz has measured the bedroom: two cots fit if the wardrobe goes. Talked over safe sleep for two, each in a cot of their own. Left the number of the housing officer.',
      [wardMother, wardFather],
      { children: [wardOla], sensitivity: 'health' },
    )

    book.does(90, 'user:nkechi-eze', {
      does: 'state of baby',
      ask: {
        record: wardMother,
        expected: true,
        knownHow: 'told',
        toldBy: 'Agnieszka and Tomasz',
        happenedOn: day(90),
        say: 'smoking',
        says: 'no',
      },
    })

    const [tenant = '', tenantFather = '', tenantOla = ''] = housing
    const file = homeFile(book, flat)
    file.describe(800, 'user:marcus-adeyemi', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'flat',
      bedrooms: 1,
      livingRooms: 1,
      entranceFloor: 4,
      lift: 'present',
      stepFree: 'yes',
      heating: 'Heat network',
      epcBand: 'C',
    })
    file.rooms(790, 'user:marcus-adeyemi', [bedroom('Bedroom', 12.4), livingRoom(15.8), ...kitchenAndBathroom], 790)
    file.sleeps(
      430,
      'user:marcus-adeyemi',
      [
        [tenant, 'lead'],
        [tenantFather, 'partner'],
        [tenantOla, 'child'],
      ],
      { verified: 434 },
    )
    file.tenancy(430, 'user:marcus-adeyemi', { tenancy: 'C-11806', type: 'secure', startedOn: day(790) })
    file.onTenancy(430, 'user:marcus-adeyemi', [
      [tenant, 'joint-tenant'],
      [tenantFather, 'joint-tenant'],
    ])
    file.application(130, 'user:marcus-adeyemi', {
      application: 'HR-29004',
      status: 'active',
      registeredOn: day(136),
      band: '3',
      bedroomsShort: 1,
    })
    file.application(41, 'user:marcus-adeyemi', {
      application: 'HR-29004',
      status: 'active',
      registeredOn: day(136),
      band: '3',
      bedroomsShort: 1,
      bids: 3,
      lastBidOn: day(52),
      assisted: 'yes',
    })
    file.onApplication(130, 'user:marcus-adeyemi', 'HR-29004', [
      [tenant, 'applicant'],
      [tenantFather, 'joint-applicant'],
      [tenantOla, 'to-move-too'],
    ])
    file.place(24, 'user:bridget-coyle', clinic, 'Bedroom', 'shared-bed', { with: [wardFather], how: 'told' })
    file.place(24, 'user:bridget-coyle', wardOla, 'Living room', 'own-bed')
  },
}
