import { worded } from '#record/index.ts'
import type { Naming } from '#record/index.ts'
import { aboutPeople, peopleKinds } from './describe-people.ts'
import {
  ContactRecorded,
  FamiliesMerged,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilyNamed,
  FamilyOpened,
  FamilySplit,
  ParentalResponsibilityStated,
  RecordsJoined,
  RecordsParted,
  RelationshipStated,
} from './entries/index.ts'
import type { Somebody } from './entries/index.ts'
import { unnamedOne } from './pages/names.ts'
import { capital } from './pages/whom-to-ring.ts'
import {
  basisWords,
  channelWords,
  listed,
  lowerFirst,
  relationWord,
  responsibilitySaid,
  roleWords,
  seenWords,
} from './pages/words.ts'

const record = 'record:1'
const records = [record, 'record:2']

/** What this room may record, in words. Who people are and how they are related stands on their cards and pages. */
export const familiesKinds = worded(
  {
    ...peopleKinds,
    RelationshipStated,
    ParentalResponsibilityStated,
    FamilyOpened,
    FamilyNamed,
    FamilyMemberJoined,
    FamilyMemberLeft,
    FamilySplit,
    FamiliesMerged,
    ContactRecorded,
    RecordsJoined,
    RecordsParted,
  },
  {
    ...aboutPeople,
    ContactRecorded: {
      noun: 'a contact',
      putRight: 'in-place',
      examples: [
        {
          channel: 'home-visit',
          what: 'The window was mended.',
          children: [{ child: record, seen: 'not-known' }],
          interpreter: 'not-known',
        },
      ],
      tell: ({ body }, naming) => {
        const seen = body.children.map(
          ({ child, seen: was, alone }) =>
            `${naming.person(child)}: ${seenWords[was]}${was === 'yes' && alone === 'yes' ? ', alone' : ''}`,
        )
        const lines = [body.what, seen.length === 0 ? '' : `${seen.join('; ')}.`, spoken(body.interpreter)]
        return { title: channelWords[body.channel], text: lines.filter((line) => line !== '').join('\n') }
      },
    },
    RelationshipStated: {
      noun: 'how people are related',
      standing: true,
      putRight: 'in-place',
      examples: [
        { from: { record }, type: 'parent', as: 'mother', to: record },
        { from: 'not-known', type: 'parent', as: 'father', to: record },
      ],
      tell: ({ body: { from, type, as, to, birth, ended } }, naming) => {
        const word = birth === 'twin' || birth === 'identical-twin' ? 'Twin' : relationWord(type, as)
        const child = naming.person(to)
        return {
          title:
            from === 'not-known'
              ? `${word} of ${child}: not known`
              : `${'record' in from ? naming.person(from.record) : from.described}: ${lowerFirst(word)} of ${child}${ended === true ? ', ended' : ''}`,
        }
      },
    },
    ParentalResponsibilityStated: {
      noun: 'parental responsibility',
      standing: true,
      putRight: 'in-place',
      examples: [
        { child: record, holder: { record }, state: 'has', basis: 'birth-mother' },
        { child: record, holder: 'not-known', state: 'not-known', basis: 'not-known' },
      ],
      tell: ({ body: { child, holder, state, basis, evidence, verifiedBy } }, naming) => ({
        title: capital(responsibilitySaid(holderSaid(holder, naming), state, naming.person(child))),
        text: [
          `${basisWords[basis]}.`,
          ...(evidence === undefined ? [] : [`Evidence: ${evidence.replace(/\.$/u, '')}.`]),
          verifiedBy === undefined ? 'Nobody has said that they saw the evidence.' : `Evidence seen by ${verifiedBy}.`,
        ].join(' '),
      }),
    },
    FamilyOpened: {
      noun: 'a family file',
      standing: true,
      examples: [{ around: [record] }],
      tell: ({ body }, naming) => ({
        title: 'Family opened',
        text: `Around ${listed(body.around.map((one) => naming.person(one)))}.`,
      }),
    },
    FamilyNamed: {
      noun: 'what a family is called',
      standing: true,
      putRight: 'in-place',
      examples: [{ name: 'Adeyemi' }],
      tell: ({ body }) => ({ title: `Family called “${body.name}”` }),
    },
    FamilyMemberJoined: {
      noun: 'who is in the family',
      standing: true,
      examples: [{ record, role: 'child' }],
      tell: ({ body }, naming) => ({
        title: `${naming.person(body.record)} belongs to the family`,
        text: `${roleWords[body.role]}.`,
      }),
    },
    FamilyMemberLeft: {
      noun: 'who is in the family no more',
      examples: [{ record }],
      tell: ({ body }, naming) => ({ title: `${naming.person(body.record)} no longer belongs to the family` }),
    },
    FamilySplit: {
      noun: 'a family file of their own',
      examples: [{ from: 'family:1', into: 'family:2', because: 'She has a household of her own.' }],
      tell: ({ body }) => ({ title: 'Some members have a file of their own', text: body.because }),
    },
    FamiliesMerged: {
      noun: 'two family files that became one',
      examples: [{ from: 'family:1', into: 'family:2', because: 'They are one family.' }],
      tell: ({ body }) => ({ title: 'Two families’ files became one', text: body.because }),
    },
    RecordsJoined: {
      noun: 'which records are one person',
      standing: true,
      examples: [{ records, because: 'The same letter.' }],
      tell: ({ body }) => ({ title: `${body.records.length} records joined as one person`, text: body.because }),
    },
    RecordsParted: {
      noun: 'which records are not one person',
      examples: [{ records, because: 'A cousin’s letter.' }],
      tell: ({ body }) => ({ title: 'Records parted again', text: body.because }),
    },
  },
)

const spoken = (interpreter: ReturnType<typeof ContactRecorded.parse>['interpreter']): string => {
  if (typeof interpreter !== 'string') return `With an interpreter for ${interpreter.language}.`
  return interpreter === 'needed-but-none' ? 'An interpreter was needed and none was there.' : ''
}

const holderSaid = (holder: Somebody, naming: Naming): string => {
  if (holder === 'not-known') return unnamedOne
  return 'record' in holder ? naming.person(holder.record) : `“${holder.described}”`
}
