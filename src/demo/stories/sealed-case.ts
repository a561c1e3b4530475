import type { Story } from './story.ts'

/** The family of somebody whose work brings her among those who use Rooftree. Only the case holder and the team manager may know of it. */
export const sealedCase: Story = {
  name: 'sealed-case',
  families: ['ashworth'],
  homes: {},
  openTo: ['user:daniel-ferreira', 'user:grace-mensah'],
  closedTo: [
    'user:ada-obi',
    'user:helen-marsh',
    'user:carol-nwosu',
    'user:bridget-coyle',
    'user:ruth-okafor',
    'user:alex-drummond',
  ],
  tell: (book) => {
    const { bornAt, today } = book.calendar
    const house = book.home('house', 420, 'user:daniel-ferreira', {
      lines: ['3 Lugger Terrace', 'Harbour Reach'],
      postcode: 'QQ4 6LT',
    })
    const lives = { lives: house, since: 2000 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Philippa', family: 'Ashworth' },
      'female',
      bornAt({ years: 44, months: 9 }),
    )
    const noah = book.person(
      'noah',
      { use: 'usual', given: 'Noah', family: 'Ashworth' },
      'male',
      bornAt({ years: 12, months: 1 }),
    )
    const [careMother, careNoah] = [
      book.record(mother, 400, 'user:daniel-ferreira', lives),
      book.record(noah, 400, 'user:daniel-ferreira', lives),
    ]
    const family = book.family('ashworth', 400, 'user:daniel-ferreira', {
      around: [careNoah],
      members: [[careMother, 'parent']],
    })
    for (const subject of [family, careMother, careNoah]) {
      book.does(400, 'user:daniel-ferreira', {
        does: 'seal case',
        ask: {
          subject,
          why: 'The mother works with many who use Rooftree.',
          askedBy: 'The team manager',
          on: today.subtract({ days: 400 }),
        },
      })
    }
    book.involve(family, 400, 'user:daniel-ferreira', 'Social worker')
    book.involve(family, 400, 'user:grace-mensah', 'Team manager')
    book.lead(family, 400, 'user:daniel-ferreira')
    book.parent(398, 'user:daniel-ferreira', { record: careMother }, 'mother', [careNoah])
    book.responsibility(398, 'user:daniel-ferreira', { record: careMother }, [careNoah], 'has', 'birth-mother')
    book.contact(
      family,
      380,
      'user:daniel-ferreira',
      'Philippa asked for help for herself: she has not slept well since her separation. Noah made us tea. Agreed to meet every third week at the library, not at work.',
      [careMother],
      { children: [careNoah] },
    )
    book.contact(
      family,
      90,
      'user:daniel-ferreira',
      'Philippa is back at choir and Noah has a friend to stay most weekends. We agreed to meet twice more and then stop.',
      [careMother],
      { channel: 'seen-elsewhere', children: [careNoah] },
    )
  },
}
