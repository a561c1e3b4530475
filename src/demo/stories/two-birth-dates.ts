import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { Story } from './story.ts'

/**
 * Two agencies hold one boy under two birth dates, and both are shown. His sister is in the file twice, as social care and as
 * her landlord write her: the join page is for them.
 */
export const twoBirthDates: Story = {
  name: 'two-birth-dates',
  families: ['yildiz'],
  homes: { flat: ['user:leila-hosseini'] },
  openTo: ['user:ada-obi', 'user:carol-nwosu'],
  closedTo: ['user:daniel-ferreira', 'user:leila-hosseini', 'user:imran-sheikh', 'user:nadia-rahimi'],
  tell: (book) => {
    const { bornAt } = book.calendar
    const flat = book.home('flat', 1090, 'user:leila-hosseini', {
      unit: 'Flat 17',
      lines: ['Bowline House', '8 Sailmaker Row'],
      postcode: 'QQ6 5SR',
    })
    book.patch(flat, 'user:leila-hosseini', 1090)
    const lives = { lives: flat, since: 1400 }
    const father = book.person(
      'father',
      { use: 'usual', given: 'Cem', family: 'Yıldız' },
      'male',
      bornAt({ years: 46, months: 3 }),
    )
    const deniz = book.person(
      'deniz',
      { use: 'usual', given: 'Deniz', family: 'Yıldız' },
      'male',
      bornAt({ years: 12, months: 5, days: 4 }),
    )
    const elif = book.person(
      'elif',
      { use: 'usual', given: 'Elif', family: 'Yıldız' },
      'female',
      bornAt({ years: 16, months: 2 }),
    )
    const otherDate = bornAt({ years: 13, months: 5, days: 4 })
    const tenant = book.record(father, 1090, 'user:leila-hosseini', {
      ...lives,
      names: [{ use: 'usual', given: 'Cem', family: 'Yildiz' }],
    })
    const tenantElif = book.record(elif, 1090, 'user:leila-hosseini', {
      ...lives,
      names: [{ use: 'usual', given: 'Elif', family: 'Yildiz' }],
    })
    const pupils = [
      book.record(deniz, 700, 'user:carol-nwosu', { ...lives, born: otherDate }),
      book.record(elif, 1000, 'user:carol-nwosu', lives),
    ]
    const [careFather, careDeniz, careElif] = [
      book.record(father, 230, 'user:ada-obi', lives),
      book.record(deniz, 230, 'user:ada-obi', lives),
      book.record(elif, 230, 'user:ada-obi', lives),
    ]
    const family = book.family('yildiz', 230, 'user:ada-obi', {
      around: [careDeniz, careElif],
      members: [[careFather, 'parent']],
      name: 'Yıldız, Bowline House',
    })
    book.does(205, 'user:ada-obi', {
      does: 'add member',
      ask: {
        family,
        record: tenantElif,
        role: 'child',
        because: 'On Lantern’s list of who lives in the flat. The same girl? To be asked.',
      },
    })
    book.parent(230, 'user:ada-obi', { record: careFather }, 'father', [careDeniz, careElif])
    book.responsibility(
      225,
      'user:ada-obi',
      { record: careFather },
      [careDeniz, careElif],
      'has',
      'father-registered-on-or-after-1-december-2003',
    )
    book.join(
      220,
      'user:ada-obi',
      [careDeniz, pupils[0] ?? ''],
      'Same name, flat and father. The years of birth differ; the passport and the school’s form do not agree.',
    )
    book.join(
      221,
      'user:ada-obi',
      [careFather, tenant],
      'Same birth date and flat; Lantern writes the name without the dot.',
    )
    book.join(221, 'user:ada-obi', [careElif, pupils[1] ?? ''], 'Same name, birth date and flat.')
    book.involve(family, 230, 'user:ada-obi', 'Social worker')
    book.involve(family, 226, 'user:carol-nwosu', 'Designated safeguarding lead at Breakwater Academy', { since: 1000 })
    book.lead(family, 229, 'user:ada-obi')
    book.contact(
      family,
      219,
      'user:ada-obi',
      'Cem says that the passport is right and that the school form was filled in by a cousin. Deniz is small for his class and would be in the year below. Carol Nwosu will see the passport before anything is changed.',
      [careFather],
      { children: [careDeniz] },
    )
    book.contact(
      family,
      64,
      'user:carol-nwosu',
      'Waiting for the passport to come back from the consulate. Deniz is happy where he is and plays in goal.',
      [],
      { channel: 'telephone', children: [careDeniz] },
    )
    const file = homeFile(book, flat)
    file.describe(1090, 'user:leila-hosseini', {
      landlord: 'Lantern Housing Trust',
      landlordAgency: 'agency:lantern-trust',
      tenure: 'housing-association',
      unitType: 'flat',
      bedrooms: 3,
      livingRooms: 1,
      entranceFloor: 1,
      lift: 'none',
      flights: 1,
      stepFree: 'no',
    })
    file.rooms(1090, 'user:leila-hosseini', [
      bedroom('Front bedroom'),
      bedroom('Back bedroom'),
      bedroom('Small bedroom'),
      livingRoom(),
      ...kitchenAndBathroom,
    ])
    file.sleeps(
      1080,
      'user:leila-hosseini',
      [
        [tenant, 'lead'],
        [tenantElif, 'child'],
      ],
      { verified: 1085 },
    )
    file.onTenancy(1080, 'user:leila-hosseini', [[tenant, 'tenant']])
  },
}
