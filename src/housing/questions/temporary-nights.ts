import { z } from 'zod'
import { accept, refuse } from '#platform/decision.ts'
import type { Refusal } from '#platform/decision.ts'
import { civilDay, lineId } from '#platform/question/codec.ts'
import type { JsonObject } from '#platform/question/json.ts'
import { question } from '#platform/question/question.ts'
import {
  aCount,
  aDay,
  aList,
  anObject,
  aText,
  oneOf,
  orCannotTell,
  orNull,
  says,
  yesOrNo,
} from '#platform/question/schema.ts'
import { settingBeside, settingSchema } from '#policies/index.ts'
import { placementTypes } from '../entries/index.ts'
import { bedAndBreakfast, nightsTogether } from '../facts/placement-nights.ts'
import { breachNight, firstNight, housingNumbers, secondNight } from '../policies.ts'

/** Of more stays than anybody had in one case, somebody made a slip. */
const mostStays = 200

const homelessnessCase = z.object({
  id: lineId,
  on: civilDay,
  familyCommitments: z.enum(['yes', 'no', 'unknown']).nullish(),
  stays: z
    .array(z.object({ type: z.enum(placementTypes), startedOn: civilDay, endedOn: civilDay.nullish() }))
    .max(mostStays),
})
type HomelessnessCase = z.infer<typeof homelessnessCase>

/** Six weeks in bed and breakfast, counted over all stays of one homelessness case. */
export const temporaryNightsQuestion = question({
  name: 'temporary-nights',
  answers: 'How many nights of bed and breakfast has a homelessness case come to, and are they more than six weeks?',
  each: 'homelessness case',
  recommendations: [1, 4],
  source:
    'Homelessness (Suitability of Accommodation) (England) Order 2003, articles 3 and 4: for a household with children or a pregnant woman bed and breakfast is not suitable unless nothing else is available, and then for no more than six weeks in all.',
  facts: homelessnessCase,
  takes: {
    id: 'text or a number, not empty',
    on: 'the day asked about, as year-month-day; its night counts',
    familyCommitments:
      'yes where a child lives with the household or somebody in it is pregnant, no, or unknown; left out is unknown',
    stays: 'every placement of this one homelessness case, 200 at most',
    type: `one of ${placementTypes.join(', ')}; only bed-and-breakfast counts: council, social landlord or charity-run premises, and private dwellings, are none`,
    startedOn: 'the first night, as year-month-day',
    endedOn: 'the first night no longer spent there, as year-month-day; left out while the stay goes on',
  },
  refusals: {
    'ends-before-it-starts': {
      message: 'A stay ends before it starts.',
      whatToDo: 'Correct one of the two days; a stay of one night ends on the next day.',
    },
  },
  out: anObject({
    on: aDay,
    inBedAndBreakfast: says('Whether a stay goes on in the night of this day.', yesOrNo),
    nights: says('Over all stays up to and with this night. A night in two rooms at once is one.', aCount),
    allowed: says('Six weeks, where nothing else is available.', aCount),
    beyondSixWeeks: says(
      'Whether the Order is broken: only for a household with children or a pregnant woman.',
      orCannotTell(yesOrNo),
    ),
    reached: oneOf('nothing', 'first-reminder', 'second-reminder', 'beyond-six-weeks'),
    next: says(
      'The night on which the next of these is reached while the stay goes on.',
      orNull(anObject({ night: aCount, on: aDay })),
    ),
    settings: aList(settingSchema),
    because: aList(aText),
  }),
  examples: [
    {
      says: 'A mother and a toddler moved from one bed and breakfast to another: the nights are added up.',
      in: {
        id: 'case-1',
        on: '2026-11-20',
        familyCommitments: 'yes',
        stays: [
          { type: 'bed-and-breakfast', startedOn: '2026-10-01', endedOn: '2026-10-21' },
          { type: 'nightly-paid', startedOn: '2026-10-21', endedOn: '2026-11-01' },
          { type: 'bed-and-breakfast', startedOn: '2026-11-01' },
        ],
      },
      out: {
        id: 'case-1',
        on: '2026-11-20',
        inBedAndBreakfast: true,
        nights: 40,
        allowed: 42,
        beyondSixWeeks: false,
        reached: 'second-reminder',
        next: { night: 43, on: '2026-11-23' },
        settings: [
          {
            policy: 'bed-and-breakfast-first',
            value: 28,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal, from the six weeks of the Order of 2003.',
          },
          {
            policy: 'bed-and-breakfast-second',
            value: 38,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal, from the six weeks of the Order of 2003.',
          },
          {
            policy: 'bed-and-breakfast-breach',
            value: 43,
            unit: 'nights',
            status: 'computed',
            source:
              'Homelessness (Suitability of Accommodation) (England) Order 2003, article 4: no more than six weeks, which is 42 nights.',
          },
        ],
        because: [
          '40 nights in bed and breakfast up to and with this one, of 2 stays; 42 are six weeks.',
          'With children or a pregnant woman in the household, bed and breakfast is suitable only while nothing else is available, and for six weeks at most.',
        ],
      },
    },
    {
      says: 'Whether there are children nobody has said: on night 43 it cannot be told whether the Order is broken.',
      in: { id: 'case-2', on: '2026-11-12', stays: [{ type: 'bed-and-breakfast', startedOn: '2026-10-01' }] },
      out: {
        id: 'case-2',
        on: '2026-11-12',
        inBedAndBreakfast: true,
        nights: 43,
        allowed: 42,
        beyondSixWeeks: 'cannot-tell',
        reached: 'beyond-six-weeks',
        next: null,
        settings: [
          {
            policy: 'bed-and-breakfast-first',
            value: 28,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal, from the six weeks of the Order of 2003.',
          },
          {
            policy: 'bed-and-breakfast-second',
            value: 38,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal, from the six weeks of the Order of 2003.',
          },
          {
            policy: 'bed-and-breakfast-breach',
            value: 43,
            unit: 'nights',
            status: 'computed',
            source:
              'Homelessness (Suitability of Accommodation) (England) Order 2003, article 4: no more than six weeks, which is 42 nights.',
          },
        ],
        because: [
          '43 nights in bed and breakfast up to and with this one, of 1 stay; 42 are six weeks.',
          'Nobody has said whether there are children or a pregnant woman in the household; the six weeks turn on it.',
        ],
      },
    },
  ],
  answer: (facts) => {
    const because = facts.stays.flatMap(({ startedOn, endedOn }, place): Refusal<'ends-before-it-starts'>[] =>
      endedOn != null && Temporal.PlainDate.compare(endedOn, startedOn) < 0
        ? [{ reason: 'ends-before-it-starts', field: `stays[${place}].endedOn` }]
        : [],
    )
    return because.length > 0 ? refuse(because) : accept(answer(facts))
  },
})

const answer = ({ on, familyCommitments, stays }: HomelessnessCase): JsonObject => {
  const numbers = housingNumbers([], on)
  const placed = stays.map(({ type, startedOn, endedOn }, place) => ({
    type,
    placement: String(place),
    case: 'this',
    startedOn: startedOn.toString(),
    ...(endedOn == null ? {} : { endedOn: endedOn.toString() }),
  }))
  const inIt = placed.filter(({ type, startedOn }) => type === 'bed-and-breakfast' && startedOn <= on.toString())
  const stay = bedAndBreakfast(placed, on, numbers)
  const nights = nightsTogether(inIt, on)
  const beyond = nights >= numbers.breach
  const family = familyCommitments ?? 'unknown'
  const next = stay?.next
  return {
    on: on.toString(),
    inBedAndBreakfast: stay !== undefined,
    nights,
    allowed: numbers.breach - 1,
    beyondSixWeeks: beyond && family === 'unknown' ? 'cannot-tell' : beyond && family === 'yes',
    reached: beyond
      ? 'beyond-six-weeks'
      : nights >= numbers.second
        ? 'second-reminder'
        : nights >= numbers.first
          ? 'first-reminder'
          : 'nothing',
    next:
      next === undefined ? null : { night: nights + on.until(next, { largestUnit: 'day' }).days, on: next.toString() },
    settings: [firstNight, secondNight, breachNight].map((policy) => settingBeside(policy)),
    because: [
      `${nights} ${nights === 1 ? 'night' : 'nights'} in bed and breakfast up to and with this one, of ${inIt.length} ${inIt.length === 1 ? 'stay' : 'stays'}; ${numbers.breach - 1} are six weeks.`,
      familyInWords[family],
      ...(stay === undefined ? ['No stay in bed and breakfast goes on in this night.'] : []),
    ],
  }
}

const familyInWords: Readonly<Record<'yes' | 'no' | 'unknown', string>> = {
  yes: 'With children or a pregnant woman in the household, bed and breakfast is suitable only while nothing else is available, and for six weeks at most.',
  no: 'Without children or a pregnant woman in the household the six weeks of the Order do not apply.',
  unknown: 'Nobody has said whether there are children or a pregnant woman in the household; the six weeks turn on it.',
}
