import { demoFamily } from '../ids.ts'
import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/** A girl went to live with her aunt, by agreement, and has a file of her own since; her brother stays with their father. */
export const familySplit: Story = {
  name: 'family-split',
  families: ['barros', 'lucia'],
  homes: { house: ['user:marcus-adeyemi'], aunt: ['user:tom-hargreave'] },
  openTo: ['user:samira-khatun', 'user:grace-mensah'],
  closedTo: ['user:ada-obi', 'user:marcus-adeyemi', 'user:yusuf-demir', 'user:shanice-campbell'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const house = book.home('house', 1000, 'user:marcus-adeyemi', {
      lines: ['27 Cable Street North', 'Harbour Reach'],
      postcode: 'QQ1 8CS',
    })
    const auntFlat = book.home('aunt', 480, 'user:tom-hargreave', {
      unit: 'Flat 1',
      lines: ['Jib House', '9 Tideway Lane'],
      postcode: 'QQ5 4TL',
    })
    book.patch(house, 'user:marcus-adeyemi', 1000)
    book.patch(auntFlat, 'user:tom-hargreave', 480)
    const lives = { lives: house, since: 1800 }
    const father = book.person(
      'father',
      { use: 'usual', given: 'Rui', family: 'Barros' },
      'male',
      bornAt({ years: 41, months: 6 }),
    )
    const aunt = book.person(
      'aunt',
      { use: 'usual', given: 'Inês', family: 'Barros' },
      'female',
      bornAt({ years: 45, months: 2 }),
    )
    const lucia = book.person(
      'lucia',
      { use: 'usual', given: 'Lúcia', family: 'Barros' },
      'female',
      bornAt({ years: 15, months: 1 }),
    )
    const tiago = book.person(
      'tiago',
      { use: 'usual', given: 'Tiago', family: 'Barros' },
      'male',
      bornAt({ years: 12, months: 6 }),
    )
    const [tenant, tenantAunt] = [
      book.record(father, 1000, 'user:marcus-adeyemi', lives),
      book.record(aunt, 480, 'user:tom-hargreave', { lives: auntFlat, since: 2200 }),
    ]
    const [careFather, careAunt, careLucia, careTiago] = [
      book.record(father, 640, 'user:samira-khatun', lives),
      book.record(aunt, 460, 'user:samira-khatun', { lives: auntFlat, since: 2200 }),
      book.record(lucia, 640, 'user:samira-khatun', lives),
      book.record(tiago, 640, 'user:samira-khatun', lives),
    ]
    const family = book.family('barros', 640, 'user:samira-khatun', {
      around: [careLucia, careTiago],
      members: [[careFather, 'parent']],
    })
    const own = demoFamily('family-split', 'lucia')
    book.does(460, 'user:samira-khatun', {
      does: 'add member',
      ask: { family, record: careAunt, role: 'other', trueFrom: day(460) },
    })
    book.does(320, 'user:samira-khatun', {
      does: 'split family',
      ask: {
        from: family,
        into: own,
        leaving: [careLucia, careAunt],
        on: day(322),
        because: 'Lúcia lives with her aunt by agreement with her father, and is worked with apart.',
      },
    })
    book.parent(640, 'user:samira-khatun', { record: careFather }, 'father', [careLucia, careTiago])
    book.parent(640, 'user:samira-khatun', { described: 'Their mother, who died when Tiago was four' }, 'mother', [
      careLucia,
      careTiago,
    ])
    book.related(460, 'user:samira-khatun', { record: careAunt }, 'other', careLucia)
    book.responsibility(
      630,
      'user:samira-khatun',
      { record: careFather },
      [careLucia, careTiago],
      'has',
      'father-married-at-birth',
      { evidence: 'Marriage and birth certificates', verifiedBy: 'Samira Khatun', verified: 631 },
    )
    book.responsibility(310, 'user:samira-khatun', { record: careAunt }, [careLucia], 'has-not', 'carer-without-order')
    book.join(630, 'user:samira-khatun', [careFather, tenant], 'Same name, birth date and house.')
    book.join(450, 'user:samira-khatun', [careAunt, tenantAunt], 'Same name, birth date and flat.')
    book.involve(family, 640, 'user:samira-khatun', 'Social worker')
    book.involve(family, 640, 'user:grace-mensah', 'Team manager')
    book.lead(family, 639, 'user:samira-khatun')
    book.involve(own, 300, 'user:samira-khatun', 'Social worker', { since: 320 })
    book.involve(own, 300, 'user:grace-mensah', 'Team manager', { since: 320 })
    book.lead(own, 299, 'user:samira-khatun')
    book.address(careLucia, 318, 'user:samira-khatun', auntFlat, 322)
    book.contact(
      family,
      620,
      'user:samira-khatun',
      'Rui works nights and worries that Lúcia does the cooking and the bedtime. Lúcia says that she likes cooking and hates bedtime.',
      [careFather],
      { children: [careLucia, careTiago], alone: [careLucia] },
    )
    book.contact(
      family,
      330,
      'user:samira-khatun',
      'Rui, Inês and Lúcia agreed that Lúcia stays with her aunt until her exams. Tiago stays at home and eats at Jib House on Wednesdays.',
      [careFather, careAunt],
      { channel: 'meeting', children: [careLucia, careTiago] },
    )
    book.contact(
      own,
      88,
      'user:samira-khatun',
      'Lúcia has a desk of her own. She sees Tiago four times a week and wants both addresses on her school form.',
      [careAunt],
      { children: [careLucia], alone: [careLucia] },
    )

    const file = homeFile(book, house)
    file.describe(1000, 'user:marcus-adeyemi', {
      landlord: 'Harbour Reach Council',
      landlordAgency: 'agency:council-homes',
      tenure: 'council',
      unitType: 'house',
      bedrooms: 3,
      livingRooms: 1,
      entranceFloor: 0,
      internalFlights: 1,
      stepFree: 'no',
    })
    file.rooms(1000, 'user:marcus-adeyemi', [
      bedroom('Front bedroom'),
      bedroom('Back bedroom'),
      bedroom('Small bedroom'),
      livingRoom(),
      ...kitchenAndBathroom,
    ])
    file.sleeps(990, 'user:marcus-adeyemi', [[tenant, 'lead']], { verified: 995 })
    const hers = homeFile(book, auntFlat)
    hers.describe(480, 'user:tom-hargreave', {
      landlord: 'Tidewater Housing Association',
      landlordAgency: 'agency:tidewater-homes',
      tenure: 'housing-association',
      unitType: 'flat',
      bedrooms: 2,
      livingRooms: 1,
      entranceFloor: 0,
      stepFree: 'yes',
    })
    hers.rooms(
      480,
      'user:tom-hargreave',
      [bedroom('Front bedroom', 11.4), bedroom('Back bedroom', 8.2), livingRoom(15.3), ...kitchenAndBathroom],
      485,
    )
    hers.sleeps(480, 'user:tom-hargreave', [[tenantAunt, 'lead']], { verified: 481 })
    hers.place(88, 'user:samira-khatun', careLucia, 'Back bedroom', 'own-bed')
  },
}
