import { counted, persons, unitsInWords } from './in-words.ts'
import type { BedroomReason, Reason } from './reasons.ts'
import type { RoomNotCounted } from './household.ts'

/** One reason as a sentence. The compiler insists that every code has one. */
export const reasonInWords = (reason: Reason): string => {
  switch (reason.code) {
    case 'under-tens-left-out':
      return `${counted(reason.people, 'child', 'children')} under ten left out, as this standard does.`
    case 'two-rooms-are-enough':
      return `${reason.rooms} rooms can be slept in: with two or more, people of each sex can use a room of their own, so this standard cannot be failed.`
    case 'at-least-two-bedrooms':
      return `${reason.bedrooms} bedrooms are recorded: with two or more rooms this standard cannot be failed.`
    case 'nobody-must-share-with-the-other-sex':
      return reason.couple
        ? 'The only two people of ten or over are a couple.'
        : `${counted(reason.people, 'person', 'people')} of ten or over; nobody must share a room with a person of the other sex.`
    case 'opposite-sexes-must-share':
      return `${reason.people} people of ten or over have ${reason.rooms === 0 ? 'no room that counts' : 'one room'}, and people of opposite sexes who are not a couple must share it.`
    case 'sharing-turns-on-sex-or-age':
      return `There is ${reason.rooms === 0 ? 'no room that counts' : 'one room'}, and whether people of opposite sexes must share turns on a sex or an age that is not recorded.`
    case 'sharing-turns-on-rooms':
      return 'Whether people of opposite sexes must share turns on the number of rooms, which is not recorded.'
    case 'units':
      return `${reason.tenAndOver} aged ten or over count 1 each, ${reason.oneToNine} aged one to nine count a half each, ${reason.underOne} under one count nothing${
        reason.ageUnknown > 0 ? `, the age of ${counted(reason.ageUnknown, 'person', 'people')} is not recorded` : ''
      }: ${unitsInWords(reason.halves)}.`
    case 'table-one':
      return `Table I: ${counted(reason.rooms, 'room allows', 'rooms allow')} ${persons(reason.halves)} persons.`
    case 'table-two':
      return `Table II: by floor area the rooms allow ${reason.rooms.map(persons).join(' + ')} = ${persons(reason.halves)} persons.`
    case 'permitted':
      return `The lesser is the number permitted: ${persons(reason.halves)} (${lesserInWords[reason.lesser]}).`
    case 'table-one-decides':
      return `Table I alone decides: whatever the sizes of the rooms, no more than ${persons(reason.halves)} persons are permitted.`
    case 'rooms-not-measured':
      return `${counted(reason.rooms, 'room is', 'rooms are')} not measured, so Table II cannot be worked out and Table I is an upper limit.`
    case 'measured-rooms-decide':
      return reason.overcrowded
        ? 'Even if the rooms not measured are of the largest class, too few persons are permitted.'
        : 'The measured rooms alone permit enough persons.'
    case 'rooms-not-recorded':
      return 'The rooms of this home are not recorded.'
    case 'only-bedrooms-recorded':
      return `Only the number of bedrooms (${reason.bedrooms}) is recorded; this standard needs all rooms that can be slept in, and their sizes.`
    case 'no-room-counts':
      return 'No recorded room counts for this standard.'
    case 'room-not-counted':
      return `${reason.room} is not counted: ${notCountedInWords[reason.why]}.`
    case 'tiny-room-counted':
      return `${reason.room} is under 50 square feet: it counts for this standard, which has no least size, and for no other part of the Act.`
    case 'borderline':
      return `${reason.room} is within 0.05 square metres of the ${reason.line} square feet line: re-measure. On the other side of it the answer would ${reason.changes ? 'change' : 'be the same'}.`
    case 'borderline-together':
      return 'If several of these rooms were on the other side of their lines at once, the answer would change: re-measure them all.'
    case 'couples':
    case 'own-room-by-age':
    case 'lone-parent':
    case 'same-sex-pairs':
    case 'older-with-younger':
    case 'older-alone':
    case 'under-ten-pairs':
    case 'under-ten-alone':
    case 'under-sixteens-of-one-sex':
    case 'mixed-pair-under-ten':
    case 'overnight-carer':
    case 'limit':
    case 'required-between':
    case 'unknown-changes-nothing':
    case 'infants-count-in-full':
    case 'infants-not-counted':
    case 'unborn-not-counted':
    case 'unborn-counted':
    case 'bed-sitting-room':
    case 'bedrooms-not-recorded':
    case 'no-bedroom-recorded':
    case 'shared-accommodation-may-apply':
      return bedroomReasonInWords(reason)
    default:
      return reason satisfies never
  }
}

const bedroomReasonInWords = (reason: BedroomReason): string => {
  switch (reason.code) {
    case 'couples':
      return `${bedrooms(reason.rooms)} for ${counted(reason.rooms, 'couple', 'couples')}.`
    case 'own-room-by-age':
      return `${bedrooms(reason.rooms)} for ${counted(reason.rooms, 'person', 'people')} aged ${reason.age} or over and not in a couple.`
    case 'lone-parent':
      return `${bedrooms(reason.rooms)} for ${counted(reason.rooms, 'parent', 'parents')} without a partner here.`
    case 'same-sex-pairs':
      return `${bedrooms(reason.rooms)} for ${counted(reason.rooms, 'pair', 'pairs')} of the same sex aged 10 to ${reason.to}.`
    case 'older-with-younger':
      return `${bedrooms(reason.rooms)}${reason.rooms > 1 ? ', each' : ''} for somebody aged 10 to ${reason.to} with a child under ten of the same sex.`
    case 'older-alone':
      return `${bedrooms(reason.rooms)} for ${counted(reason.rooms, 'person', 'people')} aged 10 to ${reason.to} with nobody to share with.`
    case 'under-ten-pairs':
      return `${bedrooms(reason.rooms)} for ${counted(reason.rooms, 'pair', 'pairs')} of children under ten.`
    case 'under-ten-alone':
      return `${bedrooms(reason.rooms)} for a child under ten left over.`
    case 'under-sixteens-of-one-sex':
      return `${bedrooms(reason.rooms)} for children under 16, two of one sex to a room where they can be paired.`
    case 'mixed-pair-under-ten':
      return `${bedrooms(reason.rooms)} for a boy and a girl both under ten.`
    case 'overnight-carer':
      return `${bedrooms(reason.rooms)} for a carer who stays overnight and lives elsewhere.`
    case 'limit':
      return `Private tenants are helped with ${reason.bedrooms} bedrooms at most${reason.bites ? ', which limits this household' : ''}.`
    case 'required-between':
      return `Between ${reason.from} and ${reason.to} bedrooms: ${unknownInWords(reason.sexUnknown, reason.ageUnknown)}.`
    case 'unknown-changes-nothing':
      return `${capital(unknownInWords(reason.sexUnknown, reason.ageUnknown))}: whatever it is, the number is the same, and one reading of it is shown.`
    case 'infants-count-in-full':
      return `${counted(reason.infants, 'child', 'children')} under one counted in full. This counts bedrooms; it is not advice on where a baby sleeps.`
    case 'infants-not-counted':
      return `${counted(reason.infants, 'baby', 'babies')} not yet counted by this scheme.`
    case 'unborn-not-counted':
      return `${counted(reason.unborn, 'child', 'children')} expected, not counted before birth.`
    case 'unborn-counted':
      return `${counted(reason.unborn, 'child', 'children')} expected, counted by this scheme from this week of pregnancy.`
    case 'bed-sitting-room':
      return 'No bedroom is recorded and one living room: it is taken as a bed-sitting room and counts as one bedroom.'
    case 'bedrooms-not-recorded':
      return 'The number of bedrooms available to this household is not recorded.'
    case 'no-bedroom-recorded':
      return 'The home is recorded with no bedroom. If it is a bed-sitting room, it counts as one: list the rooms to be sure.'
    case 'shared-accommodation-may-apply':
      return 'A single private tenant under 35 usually gets the rate for a room in a shared home; there are exceptions.'
    default:
      return reason satisfies never
  }
}

const bedrooms = (rooms: number): string => counted(rooms, 'bedroom', 'bedrooms')

const unknownInWords = (sexes: number, ages: number): string =>
  [
    ...(sexes > 0 ? [`the sex of ${counted(sexes, 'person', 'people')} is not recorded`] : []),
    ...(ages > 0 ? [`the age of ${counted(ages, 'person', 'people')} is not recorded`] : []),
    ...(sexes + ages === 0 ? ['it turns on dates of birth that are not recorded'] : []),
  ].join(' and ')

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const lesserInWords = { one: 'Table I', two: 'Table II', both: 'both tables agree' } as const

const notCountedInWords: Record<RoomNotCounted['why'], string> = {
  'not-usable': 'it is recorded as not fit to be used',
  kitchen: 'kitchens are not counted here; councils differ on this',
  bathroom: 'a bathroom is not a room to sleep in',
  hall: 'a hall is not a room to sleep in',
  other: 'it is not of a type normally used as a bedroom or living room here',
  'under-50-sq-ft': 'it is under 50 square feet',
  'under-scheme-minimum': 'it is smaller than this scheme asks of a bedroom',
  'living-room': 'a living room never counts as a bedroom for this standard',
}
