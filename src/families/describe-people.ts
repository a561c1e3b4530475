import { given } from '#platform/given.ts'
import { subjectAbout } from '#record/index.ts'
import type { Entry, Naming, WordsOf } from '#record/index.ts'
import {
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  DeathStated,
  HomeNamed,
  NamesStated,
  NhsNumberStated,
  PersonRecordOpened,
  PregnancyEnded,
  PregnancyOutcomeStated,
  PregnancyStated,
  SexStated,
  UpnStated,
} from './entries/index.ts'
import { written } from './facts/names.ts'
import { addressWords, saidDate, sexWords } from './pages/words.ts'

const id = '0198aaaa-0000-7000-8000-000000000001'
const address = { lines: ['Flat 9', 'Tide Court'], postcode: 'HR2 1AA' }

/** The name or word for whom an entry is about, to begin a line with. */
const whom = (entry: Entry, naming: Naming): string => {
  const record = subjectAbout(entry, 'record')
  return record === undefined ? 'somebody' : naming.person(record)
}

/** What agencies say of people and their homes. */
export const peopleKinds = {
  PersonRecordOpened,
  NamesStated,
  SexStated,
  NhsNumberStated,
  UpnStated,
  BirthStated,
  DeathStated,
  PregnancyStated,
  PregnancyEnded,
  PregnancyOutcomeStated,
  ChildOfPregnancyBorn,
  AddressStated,
  HomeNamed,
}

/** The same in words. */
export const aboutPeople: WordsOf<typeof peopleKinds> = {
  PersonRecordOpened: {
    noun: 'people it did not name before',
    standing: true,
    examples: [{}, { reference: 'C-1' }],
    tell: (entry, naming) => ({
      title: `Record of ${whom(entry, naming)} opened`,
      ...given({
        text: entry.body.reference === undefined ? undefined : `The agency’s own reference: ${entry.body.reference}`,
      }),
    }),
  },
  NamesStated: {
    noun: 'names',
    standing: true,
    putRight: 'in-place',
    examples: [{ names: [{ use: 'usual', given: 'Maren', family: 'Adeyemi' }] }],
    tell: (entry, naming) => ({
      title: `Names of ${whom(entry, naming)}`,
      text: entry.body.names.map((name) => `${written(name)} (${name.use})`).join(', '),
    }),
  },
  SexStated: {
    noun: 'sex',
    standing: true,
    putRight: 'in-place',
    examples: [{ sex: 'female' }, { sex: 'not-known' }],
    tell: (entry, naming) => ({ title: `Sex of ${whom(entry, naming)}`, text: sexWords[entry.body.sex] }),
  },
  NhsNumberStated: {
    noun: 'NHS numbers',
    standing: true,
    putRight: 'in-place',
    examples: [
      { number: '9434765919', check: 'holds' },
      { number: '9434765918', check: 'fails' },
    ],
    tell: (entry, naming) => ({ title: `NHS number of ${whom(entry, naming)}`, text: numberSaid(entry.body) }),
  },
  UpnStated: {
    noun: 'pupil numbers',
    standing: true,
    putRight: 'in-place',
    examples: [{ number: 'A123456789123', check: 'fails' }],
    tell: (entry, naming) => ({ title: `Unique pupil number of ${whom(entry, naming)}`, text: numberSaid(entry.body) }),
  },
  BirthStated: {
    noun: 'birth dates',
    putRight: 'in-place',
    examples: [{ on: '2019-08-30' }, { on: 'not-known' }],
    tell: (entry, naming) =>
      entry.body.on === 'not-known'
        ? { title: `${whom(entry, naming)}: date of birth not known` }
        : { title: `${whom(entry, naming)} born`, text: `Date of birth ${saidDate(entry.body.on)}.` },
  },
  DeathStated: {
    noun: 'a death',
    putRight: 'in-place',
    examples: [{ on: '2026-02' }, { on: 'not-known' }],
    tell: (entry, naming) => ({
      title: `${whom(entry, naming)} died`,
      text: entry.body.on === 'not-known' ? 'The day is not known.' : `On ${saidDate(entry.body.on)}.`,
    }),
  },
  PregnancyStated: {
    noun: 'an expected birth',
    putRight: 'in-place',
    examples: [
      { pregnancy: id, expected: '2026-04', babies: 1 },
      { pregnancy: id, expected: 'not-known', babies: 'not-known' },
    ],
    tell: (entry, naming) => {
      const { expected, babies } = entry.body
      const many = babies === 'not-known' ? 'a baby' : babies === 1 ? 'one baby' : `${babies} babies`
      return {
        title: `${whom(entry, naming)} is expecting ${many}`,
        text: expected === 'not-known' ? 'The expected date is not known.' : `Expected ${saidDate(expected)}.`,
      }
    },
  },
  PregnancyEnded: {
    noun: 'an expected birth',
    examples: [
      { pregnancy: id, on: '2026-02-03' },
      { pregnancy: id, on: 'not-known' },
    ],
    tell: (entry, naming) => ({
      title: `${whom(entry, naming)}’s pregnancy ended`,
      ...given({ text: entry.body.on === 'not-known' ? undefined : `On ${saidDate(entry.body.on)}.` }),
    }),
  },
  PregnancyOutcomeStated: {
    noun: 'how a pregnancy ended',
    examples: [{ pregnancy: id, outcome: 'not-known' }],
    tell: (entry, naming) => ({
      title: `How ${whom(entry, naming)}’s pregnancy ended`,
      text: [outcomeWords[entry.body.outcome], entry.body.detail ?? ''].join(' ').trim(),
    }),
  },
  ChildOfPregnancyBorn: {
    noun: 'a birth',
    standing: true,
    examples: [{ pregnancy: id, child: 'record:1' }],
    tell: (entry, naming) => ({ title: `${naming.person(entry.body.child)} born to ${whom(entry, naming)}` }),
  },
  AddressStated: {
    noun: 'where people live',
    putRight: 'in-place',
    examples: [
      { type: 'home', address },
      { type: 'home', address: 'no-fixed-address' },
      { type: 'home', address: 'not-known' },
    ],
    tell: (entry, naming) => ({
      title: `${addressWords[entry.body.type]} of ${whom(entry, naming)}`,
      text: addressSaid(entry.body.address),
    }),
  },
  HomeNamed: {
    noun: 'the address of a home',
    standing: true,
    examples: [{ ...address, borough: 'inside' }],
    tell: ({ body }) => ({ title: 'Address of a home', text: [...body.lines, body.postcode ?? ''].join(', ') }),
  },
}

const numberSaid = ({ number, check }: { readonly number: string; readonly check: string }): string =>
  `${number}${check === 'fails' ? '. Its check digit does not hold: it may be mistyped.' : ''}`

const addressSaid = (said: ReturnType<typeof AddressStated.parse>['address']): string => {
  if (said === 'no-fixed-address') return 'No fixed address'
  if (said === 'not-known') return 'Not known'
  return [said.unit ?? '', ...said.lines, said.postcode ?? ''].filter((part) => part !== '').join(', ')
}

const outcomeWords = {
  births: 'Birth.',
  'births-and-losses': 'A birth and a loss.',
  loss: 'A loss.',
  'not-known': 'Not known.',
} as const
