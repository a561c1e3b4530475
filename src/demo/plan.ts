import { agencies, teams } from './agencies.ts'
import { households } from './borough/households.ts'
import type { Calendar } from './calendar.ts'
import { daysOfHistory } from './calendar.ts'
import { chronicle } from './chronicle.ts'
import type { Chronicle, Happening } from './chronicle.ts'
import { numbers } from './numbers.ts'
import { people } from './people.ts'
import { stories } from './stories/index.ts'

/** Everything that happens in the demo, the same for the same day of the load. */
export const happeningsOf = (calendar: Calendar): Happening[] => {
  const given = numbers()
  const told = stories.flatMap((story) => {
    const book = chronicle(calendar, given, story.name)
    story.tell(book)
    return book.happenings
  })
  const others = chronicle(calendar, given, 'borough')
  households(others)
  return [...borough(chronicle(calendar, given, 'agencies')), ...told, ...others.happenings]
}

/** Who works in Harbour Reach, since the first day. */
const borough = (book: Chronicle): Happening[] => {
  const by = 'user:ben-archer'
  for (const ask of agencies) book.does(daysOfHistory, by, { does: 'name agency', ask })
  for (const ask of teams) book.does(daysOfHistory, by, { does: 'name team', ask })
  for (const ask of people) book.does(daysOfHistory, by, { does: 'enrol user', ask })
  return book.happenings
}
