import {
  aCount,
  aDay,
  aList,
  anId,
  anObject,
  aNumber,
  aText,
  aWholeNumber,
  either,
  oneOf,
  orCannotTell,
  orNull,
  says,
  yesOrNo,
} from '#platform/question/schema.ts'
import type { JsonSchema } from '#platform/question/schema.ts'
import { statuses } from './parameters.ts'

/** The shape of what `printed.ts` prints, written plainly. docs/overcrowding.md says what each field means. */

const verdict = orCannotTell(yesOrNo)
const count = orCannotTell(aCount)
const persons = orCannotTell(aNumber)
const rating = orCannotTell(aWholeNumber)

/** Beside every answer: where it comes from, how sure that is, and the working. */
const basis = { source: aText, status: oneOf(...statuses), because: aList(aText) }
const aside = { note: aText, roomsNotCounted: aList(anObject({ room: aText, because: aText })) }
const cases = (schema: JsonSchema): Readonly<Record<'best' | 'worst', JsonSchema>> => ({ best: schema, worst: schema })

const roomStandard = anObject(
  { standard: oneOf('room-standard-1985'), overcrowded: verdict, peopleCounted: count, roomsCounted: count, ...basis },
  {
    ...cases(anObject({ overcrowded: yesOrNo })),
    flagged: aList(anObject({ room: aText, because: oneOf('under-50-sq-ft') })),
    ...aside,
  },
)

const spaceStandard = anObject(
  {
    standard: oneOf('space-standard-1985'),
    overcrowded: verdict,
    units: persons,
    tableOne: persons,
    tableTwo: persons,
    permitted: persons,
    excess: persons,
    ...basis,
  },
  {
    ...cases(anObject({ overcrowded: yesOrNo, units: aNumber, permitted: aNumber, excess: aNumber })),
    borderline: aList(
      anObject({ room: aText, line: aNumber, otherwise: verdict, roomOtherwise: aNumber, permittedOtherwise: persons }),
    ),
    ...aside,
  },
)

const bedrooms = { overcrowded: verdict, required: count, available: count, short: count, severe: verdict }
const bedroomCase = anObject({ required: aCount }, { overcrowded: yesOrNo, short: aCount, severe: yesOrNo })

const bedroomStandard = anObject(
  { standard: oneOf('bedroom-standard'), ...bedrooms, ...basis },
  { ...cases(bedroomCase), ...aside },
)

const census = anObject(
  {
    standard: oneOf('census-2021-age-16', 'census-2021-age-21'),
    overcrowded: verdict,
    required: count,
    available: count,
    rating,
    ...basis,
  },
  { ...cases(anObject({ required: aCount }, { overcrowded: yesOrNo, rating: aWholeNumber })), ...aside },
)

const rentHelp = anObject(
  { standard: oneOf('size-criteria'), required: count, entitlement: count, overnightCarerRooms: aCount, ...basis },
  { ...cases(anObject({ required: aCount, entitlement: aCount })), ...aside },
)

const day = either(aDay, oneOf('not given'))
const localScheme = anObject(
  {
    standard: says('The name of the scheme that the line named.', aText),
    ...bedrooms,
    parameters: anObject(
      { name: aText, owner: aText, from: day, until: day, status: oneOf(...statuses), source: aText },
      { note: aText },
    ),
    because: aList(aText),
  },
  { ...cases(bedroomCase), entitlement: count, roomsNotCounted: aside.roomsNotCounted },
)

const figure = either(aNumber, yesOrNo, aText)
const change = orNull(
  anObject({
    on: aDay,
    because: aList(
      either(
        anObject({ birthday: aCount, person: aText }),
        anObject({ due: yesOrNo }),
        anObject({ months: aCount, person: aText }),
        anObject({ weekOfPregnancy: aCount }),
      ),
    ),
    changes: aList(anObject({ standard: aText, figure: aText, from: figure, to: figure })),
  }),
)

export const printedSchema = anObject({
  id: anId,
  on: aDay,
  results: says(
    'Six answers, and a seventh where the line names a local scheme.',
    aList(either(roomStandard, spaceStandard, bedroomStandard, census, rentHelp, localScheme)),
  ),
  infants: says('Babies under one.', count),
  unborn: aList(anObject({ due: aDay, dueDatePassed: yesOrNo })),
  nextChange: says('The next day on which a figure changes although nobody moves.', change),
  nextVerdictChange: says('The next day on which an “overcrowded” changes although nobody moves.', change),
  birthdaysNotKnown: says('People without a date of birth: their birthdays are not foreseen.', aCount),
})
