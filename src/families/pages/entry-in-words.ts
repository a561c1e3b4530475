import type { Entry } from '#record/index.ts'
import {
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  ContactRecorded,
  DeathStated,
  FamiliesMerged,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilyNamed,
  FamilyOpened,
  FamilySplit,
  HomeNamed,
  NamesStated,
  NhsNumberStated,
  ParentalResponsibilityStated,
  PersonRecordOpened,
  PregnancyEnded,
  PregnancyOutcomeStated,
  PregnancyStated,
  RecordsJoined,
  RecordsParted,
  RelationshipStated,
  SexStated,
  UpnStated,
} from '../entries/index.ts'
import type { Somebody } from '../entries/index.ts'
import { written } from '../facts/names.ts'
import { recordAbout } from '../subjects.ts'
import { accessInWords } from './access-in-words.ts'
import { recordShort, unnamedOne } from './names.ts'
import type { Names } from './names.ts'
import { capital } from './whom-to-ring.ts'
import {
  addressWords,
  basisWords,
  channelWords,
  listed,
  lowerFirst,
  relationWord,
  responsibilitySaid,
  roleWords,
  saidDate,
  seenWords,
  sexWords,
} from './words.ts'

/** One entry in words: what it says in a line, and what more there is to read. */
export interface Told {
  readonly title: string
  readonly text?: string
  /** How things are rather than what happened: it stands on the whole timeline, and not among the family's last events. */
  readonly standing?: true
  /** The agency that said it may take it back by hand: it is said anew by its own form, and not corrected in place. */
  readonly mayTakeBack?: true
}

/** How another room tells its entries; undefined for what is not its own. */
export type Telling = (entry: Entry, names: Names) => Told | undefined

export const entryInWords = (entry: Entry, names: Names, tellings: readonly Telling[] = []): Told => {
  for (const telling of [familiesInWords, accessInWords, ...tellings]) {
    const told = telling(entry, names)
    // A name stands as it is written; a word that stands for one begins a sentence.
    if (told !== undefined) return told.title.startsWith('somebody') ? { ...told, title: capital(told.title) } : told
  }
  return {
    title:
      entry.body === undefined
        ? 'The content of this entry was removed at the end of its time'
        : 'An entry of another part of Rooftree',
  }
}

const familiesInWords: Telling = (entry, names) =>
  whatHappened(entry, names) ?? whoTheyAre(entry, names) ?? howTheyBelong(entry, names)

const whatHappened: Telling = (entry, names) => {
  if (ContactRecorded.is(entry)) {
    const { channel, what, children, interpreter } = entry.body
    const seen = children.map(
      ({ child, seen: was, alone }) =>
        `${recordShort(names, child)}: ${seenWords[was]}${was === 'yes' && alone === 'yes' ? ', alone' : ''}`,
    )
    const spoken =
      typeof interpreter === 'string'
        ? interpreter === 'needed-but-none'
          ? 'An interpreter was needed and none was there.'
          : undefined
        : `With an interpreter for ${interpreter.language}.`
    return {
      title: channelWords[channel],
      text: [
        what,
        ...(seen.length === 0 ? [] : [`${seen.join('; ')}.`]),
        ...(spoken === undefined ? [] : [spoken]),
      ].join('\n'),
    }
  }
  const who = about(entry, names)
  if (BirthStated.is(entry))
    return entry.body.on === 'not-known'
      ? { title: `${who}: date of birth not known` }
      : { title: `${who} born`, text: `Date of birth ${saidDate(entry.body.on)}.` }
  if (DeathStated.is(entry))
    return {
      title: `${who} died`,
      text: entry.body.on === 'not-known' ? 'The day is not known.' : `On ${saidDate(entry.body.on)}.`,
    }
  if (PregnancyStated.is(entry)) {
    const { expected, babies } = entry.body
    return {
      title: `${who} is expecting ${babies === 'not-known' ? 'a baby' : babies === 1 ? 'one baby' : `${babies} babies`}`,
      text: expected === 'not-known' ? 'The expected date is not known.' : `Expected ${saidDate(expected)}.`,
    }
  }
  if (PregnancyEnded.is(entry))
    return {
      title: `${who}’s pregnancy ended`,
      ...(entry.body.on === 'not-known' ? {} : { text: `On ${saidDate(entry.body.on)}.` }),
    }
  if (PregnancyOutcomeStated.is(entry))
    return {
      title: `How ${who}’s pregnancy ended`,
      text: [outcomeWords[entry.body.outcome], entry.body.detail ?? ''].join(' ').trim(),
    }
  if (ChildOfPregnancyBorn.is(entry)) return { title: `${recordShort(names, entry.body.child)} born to ${who}` }
  return undefined
}

const outcomeWords = {
  births: 'Birth.',
  'births-and-losses': 'A birth and a loss.',
  loss: 'A loss.',
  'not-known': 'Not known.',
} as const

const whoTheyAre: Telling = (entry, names) => {
  const who = about(entry, names)
  if (PersonRecordOpened.is(entry))
    return {
      title: `Record of ${who} opened`,
      ...(entry.body.reference === undefined ? {} : { text: `The agency’s own reference: ${entry.body.reference}` }),
    }
  if (NamesStated.is(entry))
    return {
      title: `Names of ${who}`,
      text: entry.body.names.map((name) => `${written(name)} (${name.use})`).join(', '),
    }
  if (SexStated.is(entry)) return { title: `Sex of ${who}`, text: sexWords[entry.body.sex] }
  if (NhsNumberStated.is(entry) || UpnStated.is(entry)) {
    const kind = NhsNumberStated.is(entry) ? 'NHS number' : 'Unique pupil number'
    return {
      title: `${kind} of ${who}`,
      text: `${entry.body.number}${entry.body.check === 'fails' ? '. Its check digit does not hold: it may be mistyped.' : ''}`,
    }
  }
  if (AddressStated.is(entry)) {
    const { type, address } = entry.body
    const where =
      typeof address === 'string'
        ? { 'no-fixed-address': 'No fixed address', 'not-known': 'Not known' }[address]
        : [...(address.unit === undefined ? [] : [address.unit]), ...address.lines, address.postcode ?? '']
            .filter((part) => part !== '')
            .join(', ')
    return { title: `${addressWords[type]} of ${who}`, text: where }
  }
  if (HomeNamed.is(entry))
    return { title: 'Address of a home', text: [...entry.body.lines, entry.body.postcode ?? ''].join(', ') }
  return undefined
}

const howTheyBelong: Telling = (entry, names) => {
  if (RelationshipStated.is(entry)) {
    const { from, type, as, to, birth, ended } = entry.body
    const word = birth === 'twin' || birth === 'identical-twin' ? 'Twin' : relationWord(type, as)
    const child = recordShort(names, to)
    return {
      title:
        from === 'not-known'
          ? `${word} of ${child}: not known`
          : `${somebody(from, names)}: ${lowerFirst(word)} of ${child}${ended === true ? ', ended' : ''}`,
    }
  }
  if (ParentalResponsibilityStated.is(entry)) {
    const { child, holder, state, basis, evidence, verifiedBy } = entry.body
    const rest = [
      `${basisWords[basis]}.`,
      ...(evidence === undefined ? [] : [`Evidence: ${evidence.replace(/\.$/u, '')}.`]),
      verifiedBy === undefined ? 'Nobody has said that they saw the evidence.' : `Evidence seen by ${verifiedBy}.`,
    ]
    return {
      title: capital(responsibilitySaid(holderSaid(holder, names), state, recordShort(names, child))),
      text: rest.join(' '),
    }
  }
  if (FamilyOpened.is(entry))
    return {
      title: 'Family opened',
      text: `Around ${listed(entry.body.around.map((record) => recordShort(names, record)))}.`,
    }
  if (FamilyNamed.is(entry)) return { title: `Family called “${entry.body.name}”` }
  if (FamilyMemberJoined.is(entry))
    return {
      title: `${recordShort(names, entry.body.record)} belongs to the family`,
      text: `${roleWords[entry.body.role]}.`,
    }
  if (FamilyMemberLeft.is(entry))
    return { title: `${recordShort(names, entry.body.record)} no longer belongs to the family` }
  if (FamilySplit.is(entry)) return { title: 'Some members have a file of their own', text: entry.body.because }
  if (FamiliesMerged.is(entry)) return { title: 'Two families’ files became one', text: entry.body.because }
  if (RecordsJoined.is(entry))
    return { title: `${entry.body.records.length} records joined as one person`, text: entry.body.because }
  if (RecordsParted.is(entry)) return { title: 'Records parted again', text: entry.body.because }
  return undefined
}

const about = (entry: Entry, names: Names): string => {
  const record = recordAbout(entry)
  return record === undefined ? 'somebody' : recordShort(names, record)
}

const holderSaid = (holder: Somebody, names: Names): string =>
  holder === 'not-known' ? unnamedOne : 'record' in holder ? recordShort(names, holder.record) : `“${holder.described}”`

export const somebody = (who: Somebody, names: Names): string =>
  who === 'not-known' ? 'not known' : 'record' in who ? recordShort(names, who.record) : who.described
