import type { Story } from './story.ts'

/** The practice had the day and the month of a birth the wrong way round for a year, and put it right. Ask for the page as known before. */
export const correctedBirthDate: Story = {
  name: 'corrected-birth-date',
  families: ['nguyen'],
  homes: {},
  openTo: ['user:imran-sheikh', 'user:shanice-campbell'],
  closedTo: ['user:ada-obi', 'user:colm-brady', 'user:bridget-coyle', 'user:kofi-boateng'],
  tell: (book) => {
    const { bornAt, today } = book.calendar
    // A fifth of a month, two years back, can be misread as another month's second to eleventh without leaving the calendar.
    const right = Temporal.PlainDate.from(bornAt({ years: 4, months: 2 })).with({ day: 5 })
    const swapped = right.with({ month: right.day, day: right.month })
    const wrong =
      swapped.equals(right) || Temporal.PlainDate.compare(swapped, today.subtract({ days: 760 })) > 0
        ? right.subtract({ months: 1 })
        : swapped
    const home = book.home('home', 900, 'user:colm-brady', {
      lines: ['9 Lanyard Mews', 'Harbour Reach'],
      postcode: 'QQ3 2LM',
    })
    const lives = { lives: home, since: 890 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Thuy', family: 'Nguyen' },
      'female',
      bornAt({ years: 30, months: 1 }),
    )
    const minh = book.person('minh', { use: 'usual', given: 'Minh', family: 'Nguyen' }, 'male', right.toString())
    const [doctorMother, doctorMinh] = [
      book.record(mother, 720, 'user:imran-sheikh', lives),
      book.record(minh, 720, 'user:imran-sheikh', { ...lives, born: wrong.toString() }),
    ]
    const [visitedMother, visitedMinh] = [
      book.record(mother, 700, 'user:shanice-campbell', lives),
      book.record(minh, 700, 'user:shanice-campbell', lives),
    ]
    const family = book.family('nguyen', 690, 'user:shanice-campbell', {
      around: [visitedMinh],
      members: [[visitedMother, 'parent']],
    })
    book.parent(690, 'user:shanice-campbell', { record: visitedMother }, 'mother', [visitedMinh])
    book.responsibility(690, 'user:shanice-campbell', { record: visitedMother }, [visitedMinh], 'has', 'birth-mother')
    book.join(
      685,
      'user:shanice-campbell',
      [visitedMinh, doctorMinh],
      'Same NHS number. The birth dates differ; I have asked the practice.',
    )
    book.join(685, 'user:shanice-campbell', [visitedMother, doctorMother], 'Same NHS number.')
    book.involve(family, 690, 'user:shanice-campbell', 'Health visitor')
    book.involve(family, 688, 'user:imran-sheikh', 'General practitioner')
    book.lead(family, 689, 'user:shanice-campbell')
    book.does(330, 'user:imran-sheikh', {
      does: 'correct birth date',
      ask: {
        record: doctorMinh,
        to: right.toString(),
        because:
          'Day and month were entered the wrong way round. Put right from the birth certificate that the mother brought.',
      },
    })
    book.contact(
      family,
      680,
      'user:shanice-campbell',
      'Minh was seen for his two-year review and is as he should be for the age in his red book. By the practice’s date he would be another age; I have rung them.',
      [visitedMother],
      {
        channel: 'seen-elsewhere',
        children: [visitedMinh],
        sensitivity: 'health',
        interpreter: { language: 'Vietnamese' },
      },
    )
    book.contact(
      family,
      329,
      'user:imran-sheikh',
      'Birth certificate seen, Minh’s birth date put right. Two invitations had gone out at the wrong ages; the practice has said sorry to Thuy.',
      [visitedMother],
      { channel: 'seen-elsewhere', sensitivity: 'health', interpreter: { language: 'Vietnamese' } },
    )
  },
}
