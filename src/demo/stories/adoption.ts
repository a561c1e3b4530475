import type { Story } from './story.ts'

/** A girl was adopted two years ago. The records of before are closed and lead nowhere; the family of now is like any other. */
export const adoption: Story = {
  name: 'adoption',
  families: ['linley'],
  homes: {},
  openTo: ['user:shanice-campbell', 'user:susan-pritchard'],
  closedTo: ['user:ada-obi', 'user:samira-khatun', 'user:carol-nwosu', 'user:alex-drummond'],
  tell: (book) => {
    const { bornAt, day } = book.calendar
    const house = book.home('house', 740, 'user:shanice-campbell', {
      lines: ['5 Oarsman Road', 'Harbour Reach'],
      postcode: 'QQ4 1OR',
    })
    const born = bornAt({ years: 5, months: 6, days: 12 })
    const before = book.person('before', { use: 'usual', given: 'Keira', family: 'Stott' }, 'female', born)
    const school = book.person('nursery', before.names, 'female', born)
    const closed = [book.record(before, 1060, 'user:daniel-ferreira'), book.record(school, 1050, 'user:yusuf-demir')]
    book.family('before', 1060, 'user:daniel-ferreira', { around: [closed[0] ?? ''] })
    book.join(1040, 'user:daniel-ferreira', closed, 'Same child; the nursery confirmed it.')
    const wren = book.person('wren', { use: 'usual', given: 'Wren', family: 'Linley' }, 'female', born)
    const [one, other] = [
      book.person(
        'one',
        { use: 'usual', given: 'Josephine', family: 'Linley' },
        'female',
        bornAt({ years: 40, months: 2 }),
      ),
      book.person(
        'other',
        { use: 'usual', given: 'Adwoa', family: 'Linley' },
        'female',
        bornAt({ years: 38, months: 7 }),
      ),
    ]
    const after = book.record(wren, 740, 'user:daniel-ferreira')
    book.does(738, 'user:daniel-ferreira', {
      does: 'close for adoption',
      ask: { before: closed, after, on: day(740), because: 'Adoption order of the family court.' },
    })
    const lives = { lives: house, since: 735 }
    const [visitedOne, visitedOther, visitedWren] = [
      book.record(one, 720, 'user:shanice-campbell', lives),
      book.record(other, 720, 'user:shanice-campbell', lives),
      book.record(wren, 720, 'user:shanice-campbell', lives),
    ]
    const pupil = book.record(wren, 80, 'user:susan-pritchard', lives)
    const family = book.family('linley', 715, 'user:shanice-campbell', {
      around: [visitedWren],
      members: [
        [visitedOne, 'parent'],
        [visitedOther, 'parent'],
      ],
      name: 'Linley, Oarsman Road',
    })
    book.parent(715, 'user:shanice-campbell', { record: visitedOne }, 'adoptive', [visitedWren])
    book.parent(715, 'user:shanice-campbell', { record: visitedOther }, 'adoptive', [visitedWren])
    book.responsibility(700, 'user:shanice-campbell', { record: visitedOne }, [visitedWren], 'has', 'adoptive-parent')
    book.responsibility(700, 'user:shanice-campbell', { record: visitedOther }, [visitedWren], 'has', 'adoptive-parent')
    book.join(75, 'user:shanice-campbell', [visitedWren, pupil], 'Same name, birth date and house.')
    book.involve(family, 715, 'user:shanice-campbell', 'Health visitor')
    book.involve(family, 78, 'user:susan-pritchard', 'Designated safeguarding lead at Ropewalk Primary')
    book.lead(family, 714, 'user:shanice-campbell')
    book.contact(
      family,
      690,
      'user:shanice-campbell',
      'Wren has settled: sleeps through, knows where the biscuits are. Both parents came to the parents’ evening at the hub.',
      [visitedOne, visitedOther],
      { children: [visitedWren], sensitivity: 'health' },
    )
    book.contact(
      family,
      70,
      'user:susan-pritchard',
      'Wren started in Year 1 and has told everybody about her rabbit.',
      [],
      { channel: 'seen-elsewhere', children: [visitedWren] },
    )
  },
}
