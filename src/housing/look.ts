import { span } from '#families/index.ts'
import { longDate } from '#platform/page/index.ts'
import { bedAndBreakfast } from './facts/placement-nights.ts'
import type { HomeSummary } from './home-summary.ts'
import type { HousingNumbers } from './policies.ts'
import type { BedroomAnswer, SpaceStandardAnswer } from './overcrowding/index.ts'
import { conditionWords } from './words.ts'

/** Why a home with children should be looked at: what it is about, and a sentence that says it. Nothing is ranked. */
export interface WhyLook {
  readonly about:
    | 'overcrowding'
    | 'condition'
    | 'bed-and-breakfast'
    | 'register'
    | 'baby-expected'
    | 'change-coming'
    | 'not-known'
  readonly sentence: string
}

export const whyLook = (summary: HomeSummary, on: Temporal.PlainDate, numbers: HousingNumbers): WhyLook[] => {
  if (summary.children.length === 0 && summary.expected.length === 0 && summary.ageNotKnown === 0) return []
  return [
    ...crowding(summary),
    ...babies(summary, on),
    ...conditions(summary, on),
    ...bedAndBreakfastNights(summary, on, numbers),
    ...noBid(summary, on, numbers),
    ...changeComing(summary, on),
    ...notKnown(summary),
  ]
}

const crowding = ({ answers }: HomeSummary): WhyLook[] => {
  if ('cannot' in answers) return []
  const bedrooms = answers.answers.results.find(
    (answer): answer is BedroomAnswer => answer.standard === 'bedroom-standard',
  )
  const space = answers.answers.results.find(
    (answer): answer is SpaceStandardAnswer => answer.standard === 'space-standard-1985',
  )
  const room = answers.answers.results.find(({ standard }) => standard === 'room-standard-1985')
  const parts: string[] = []
  if (bedrooms?.overcrowded === true && bedrooms.available !== undefined) {
    const least = bedrooms.required.from - bedrooms.available
    const most = bedrooms.required.to - bedrooms.available
    parts.push(
      `short of ${least === most ? counted(least, 'bedroom') : `${least} to ${counted(most, 'bedroom')}`} by the bedroom standard`,
    )
  }
  if (space?.overcrowded === true) parts.push('overcrowded by the space standard of the Housing Act 1985')
  if (room?.standard === 'room-standard-1985' && room.overcrowded === true)
    parts.push('overcrowded by the room standard of the Housing Act 1985')
  if (parts.length === 0) return []
  return [{ about: 'overcrowding', sentence: `${upper(listed(parts))}.` }]
}

const babies = ({ expected }: HomeSummary, on: Temporal.PlainDate): WhyLook[] =>
  expected.map(({ babies, due }): WhyLook => {
    const many =
      babies === 'not-known'
        ? 'A birth is expected'
        : babies === 1
          ? 'A baby is expected'
          : `${babies} babies are expected`
    const day = due === undefined ? undefined : span(due)
    const late = day !== undefined && Temporal.PlainDate.compare(day.last, on) < 0
    const when =
      day === undefined
        ? 'on a date nobody has recorded'
        : day.first.equals(day.last)
          ? `${late ? 'since' : 'on'} ${longDate(day.last)}`
          : `in ${due}`
    return {
      about: 'baby-expected',
      sentence: late ? `${many} ${when}: ask whether the birth was recorded.` : `${many} ${when}.`,
    }
  })

const conditions = ({ kept }: HomeSummary, on: Temporal.PlainDate): WhyLook[] =>
  (kept?.conditions ?? []).map(({ what, reportedOn, dueOn }): WhyLook => {
    const since = `${upper(conditionWords(what))} reported ${longDate(Temporal.PlainDate.from(reportedOn))} is not yet put right`
    if (dueOn === undefined) return { about: 'condition', sentence: `${since}.` }
    const due = longDate(Temporal.PlainDate.from(dueOn))
    return {
      about: 'condition',
      sentence:
        dueOn < on.toString()
          ? `${since}; the landlord’s next step was due ${due}.`
          : `${since}; the landlord’s next step is due ${due}.`,
    }
  })

const bedAndBreakfastNights = ({ kept }: HomeSummary, on: Temporal.PlainDate, numbers: HousingNumbers): WhyLook[] => {
  const stay = bedAndBreakfast(kept?.placements ?? [], on, numbers)
  if (stay === undefined) return []
  const nights = `Night ${stay.nights} in bed and breakfast`
  if (stay.reached === 'breach')
    return [
      {
        about: 'bed-and-breakfast',
        sentence: `${nights}: beyond the six weeks that the law allows for a household with children.`,
      },
    ]
  return [
    {
      about: 'bed-and-breakfast',
      sentence: `${nights}; six weeks are over on ${longDate(on.add({ days: numbers.breach - stay.nights }))}.`,
    },
  ]
}

const noBid = ({ kept }: HomeSummary, on: Temporal.PlainDate, numbers: HousingNumbers): WhyLook[] =>
  (kept?.applications ?? []).flatMap(({ status, registeredOn, lastBidOn }): WhyLook[] => {
    if (status === 'not-eligible-nrpf')
      return [
        {
          about: 'register',
          sentence:
            'Not allowed on the housing register for want of recourse to public funds: the need for a home is no less, and social care may have to help.',
        },
      ]
    const since = lastBidOn ?? registeredOn
    if (
      status !== 'active' ||
      since === undefined ||
      Temporal.PlainDate.compare(Temporal.PlainDate.from(since).add({ weeks: numbers.noBidWeeks }), on) > 0
    )
      return []
    const waiting =
      registeredOn === undefined ? '' : ` On the register since ${longDate(Temporal.PlainDate.from(registeredOn))}.`
    return [
      {
        about: 'register',
        sentence: `${lastBidOn === undefined ? 'No bid is recorded' : `No bid since ${longDate(Temporal.PlainDate.from(lastBidOn))}`}: ask why, and help with bidding.${waiting}`,
      },
    ]
  })

/** Only what comes within half a year: a plan reaches no further. */
const changeComing = ({ answers }: HomeSummary, on: Temporal.PlainDate): WhyLook[] => {
  if ('cannot' in answers) return []
  const change = answers.next.verdictChange
  const becomes = change?.changes.find(({ figure, to }) => figure === 'overcrowded' && to === true)
  if (change === undefined || becomes === undefined) return []
  const day = dayOfKey(change.on)
  if (Temporal.PlainDate.compare(day, on.add({ days: 182 })) > 0) return []
  return [
    {
      about: 'change-coming',
      sentence: `From ${longDate(day)} the home will be overcrowded by one more standard, although nobody moves: ${change.because.some((turning) => 'due' in turning) ? 'a birth is due' : 'a birthday'}.`,
    },
  ]
}

export const dayOfKey = (key: number): Temporal.PlainDate =>
  new Temporal.PlainDate(Math.trunc(key / 10_000), Math.trunc(key / 100) % 100, key % 100)

const notKnown = ({ kept, sleeping, ageNotKnown }: HomeSummary): WhyLook[] => {
  const missing: string[] = []
  if (kept?.rooms == null) missing.push(kept?.bedrooms == null ? 'which rooms it has' : 'the rooms and their sizes')
  const perhaps = sleeping.filter(({ says }) => says === 'not-known').length
  if (perhaps > 0)
    missing.push(
      `whether ${perhaps === 1 ? 'one person' : `${perhaps} people`} on a list ${perhaps === 1 ? 'sleeps' : 'sleep'} here`,
    )
  if (ageNotKnown > 0) missing.push(`the age of ${ageNotKnown === 1 ? 'one person' : `${ageNotKnown} people`}`)
  return missing.length === 0
    ? []
    : [{ about: 'not-known', sentence: `Not known: ${listed(missing)}. Ask at the next visit.` }]
}

/** The next day on which something said of this home changes by itself; undefined where none is in sight. */
export const nextLookOn = (
  summary: HomeSummary,
  on: Temporal.PlainDate,
  numbers: HousingNumbers,
): Temporal.PlainDate | undefined => {
  const days: Temporal.PlainDate[] = []
  if (!('cannot' in summary.answers) && summary.answers.next.change !== undefined)
    days.push(dayOfKey(summary.answers.next.change.on))
  const stay = bedAndBreakfast(summary.kept?.placements ?? [], on, numbers)
  if (stay?.next !== undefined) days.push(stay.next)
  for (const { dueOn } of summary.kept?.conditions ?? [])
    if (dueOn !== undefined && dueOn >= on.toString()) days.push(Temporal.PlainDate.from(dueOn).add({ days: 1 }))
  for (const { status, registeredOn, lastBidOn } of summary.kept?.applications ?? []) {
    const since = lastBidOn ?? registeredOn
    if (status === 'active' && since !== undefined)
      days.push(Temporal.PlainDate.from(since).add({ weeks: numbers.noBidWeeks }))
  }
  return days
    .filter((day) => Temporal.PlainDate.compare(day, on) > 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    .at(0)
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
