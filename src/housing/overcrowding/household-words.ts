import type { InWords } from '#platform/question/line-refusals.ts'
import type { HouseholdRefusal } from './household-refusal.ts'
import { roomKinds } from './household.ts'

/** Facts of a household that cannot be meant, and what only its own fields can be wrong in. */
type HouseholdLineRefusal = HouseholdRefusal | 'area-not-positive'

/** What a field takes, by its last name, for those who have to correct it. */
export const householdTakes: Readonly<Record<string, string>> = {
  id: 'text or a number, not empty',
  on: 'the day asked about, as year-month-day',
  people: 'a list of the people who sleep here, 200 at most',
  age: 'completed years as a whole number; a baby under one is 0',
  dateOfBirth: 'a day, as year-month-day',
  sex: 'male, female or unknown',
  partnerOf: 'the id of another person in the list',
  childOf: 'a list of ids of parents',
  rooms: 'a list of rooms, 200 at most',
  name: 'text',
  kind: `one of ${roomKinds.join(', ')}`,
  area: 'a value and a unit',
  value: 'a number above 0 and at most 100,000',
  unit: 'sqft or m2',
  usable: 'true or false',
  bedrooms: 'a whole number from 0 to 200',
  overnightCarer: 'true or false',
  expected: 'a list of at most ten children expected, each with a due date',
  due: 'a day, as year-month-day',
  parameters: 'the name of a parameter set',
}

export const householdRefusals: Readonly<Record<HouseholdLineRefusal, InWords>> = {
  'area-not-positive': {
    message: 'The area is not more than nothing.',
    whatToDo: 'Give the measured floor area, or leave it out if nobody has measured the room.',
  },
  'nobody-sleeps-here': {
    message: 'No person is listed.',
    whatToDo: 'List everybody who sleeps here; leave the line out if nobody does.',
  },
  'same-id-twice': {
    message: 'Two people have the same id.',
    whatToDo: 'Give each person an id of their own, or list the person once.',
  },
  'born-after-this-day': {
    message: 'The date of birth is after the day asked about.',
    whatToDo: 'Correct the date, or list a child not yet born under expected.',
  },
  'age-not-possible': {
    message: 'The age is not one that a person can have.',
    whatToDo: 'Give completed years; a baby under one is 0.',
  },
  'age-and-birth-date-disagree': {
    message: 'The age is not the age that the date of birth gives on this day.',
    whatToDo: 'Give the one that is right and leave out the other.',
  },
  'partner-of-self': {
    message: 'A person is said to be their own partner.',
    whatToDo: 'Give the id of the other partner.',
  },
  'partner-not-here': {
    message: 'The partner is not among the people who sleep here.',
    whatToDo: 'List the partner too, or leave partnerOf out if the partner lives elsewhere.',
  },
  'partner-of-two': {
    message: 'A person is said to be one of two couples.',
    whatToDo: 'Find out who lives together as a couple and say each couple once.',
  },
  'child-of-self': { message: 'A person is said to be their own child.', whatToDo: 'Give the ids of the parents.' },
  'child-of-own-child': {
    message: 'Two people are each said to be the child of the other.',
    whatToDo: 'Keep childOf only on the child.',
  },
  'parameters-unknown': {
    message: 'No parameter set has this name.',
    whatToDo: 'Use the name of a set that exists, or leave parameters out.',
  },
  'parameters-not-in-force': {
    message: 'The parameter set does not apply on this day.',
    whatToDo: 'Use the set in force on this day, or leave parameters out.',
  },
}
