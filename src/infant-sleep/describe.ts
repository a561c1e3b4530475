import { subjectAbout, worded } from '#record/index.ts'
import type { Entry, Naming } from '#record/index.ts'
import { BabyIllnessStated, BirthWeightStated, GestationAtBirthStated, SmokingNearBabyStated } from './entries.ts'
import type { HowKnown } from './entries.ts'
import { gestationWords, gramsWords, howWords, illnessWords, smokingWords } from './words.ts'

const id = '0198aaaa-0000-7000-8000-000000000001'

/** What this room may record, in words. How a baby was born stands on the whole timeline, and is nothing that happened when it was written down. */
export const infantSleepKinds = worded(
  { GestationAtBirthStated, BirthWeightStated, SmokingNearBabyStated, BabyIllnessStated },
  {
    GestationAtBirthStated: {
      noun: 'how early a baby was born',
      standing: true,
      putRight: 'taken-back',
      examples: [
        { knownHow: 'read', toldBy: 'the red book', because: 'Seen at the visit.', at: { weeks: 36, days: 5 } },
        { knownHow: 'not-known', at: 'not-known' },
      ],
      tell: (entry, naming) => ({
        title: `How early ${baby(entry, naming)} was born`,
        text:
          entry.body.at === 'not-known' ? nobodyCould : said(`Born at ${gestationWords(entry.body.at)}.`, entry.body),
      }),
    },
    BirthWeightStated: {
      noun: 'birth weights',
      standing: true,
      putRight: 'taken-back',
      examples: [
        { knownHow: 'read', grams: 2480 },
        { knownHow: 'told', grams: 'not-known' },
      ],
      tell: (entry, naming) => ({
        title: `Birth weight of ${baby(entry, naming)}`,
        text: entry.body.grams === 'not-known' ? nobodyCould : said(`${gramsWords(entry.body.grams)}.`, entry.body),
      }),
    },
    SmokingNearBabyStated: {
      noun: 'whether anybody near a baby smokes',
      putRight: 'taken-back',
      examples: [
        { knownHow: 'told', toldBy: 'the mother', says: 'no' },
        { knownHow: 'told', says: 'not-known', pregnancy: id },
      ],
      tell: (entry, naming) => {
        const { says, pregnancy } = entry.body
        const near = pregnancy === undefined ? baby(entry, naming) : `the baby whom ${baby(entry, naming)} expects`
        return {
          title: `Whether anybody near ${near} smokes`,
          text:
            says === 'not-known' ? nobodyCould : said(`${smokingWords(says, pregnancy !== undefined)}.`, entry.body),
        }
      },
    },
    BabyIllnessStated: {
      noun: 'whether a baby is ill',
      putRight: 'taken-back',
      examples: [
        { knownHow: 'seen', says: 'yes' },
        { knownHow: 'not-known', says: 'not-known' },
      ],
      tell: (entry, naming) => ({
        title: `Whether ${baby(entry, naming)} is ill`,
        text: entry.body.says === 'not-known' ? nobodyCould : said(`${illnessWords[entry.body.says]}.`, entry.body),
      }),
    },
  },
)

const nobodyCould = 'Asked, and nobody could say.'

const said = (what: string, { knownHow, toldBy }: { readonly knownHow: HowKnown; readonly toldBy?: string }): string =>
  `${what}${knownHow === 'not-known' ? '' : ` ${howWords[knownHow].slice(0, 1).toUpperCase()}${howWords[knownHow].slice(1)}${toldBy === undefined ? '' : ` by ${toldBy}`}.`}`

const baby = (entry: Entry, naming: Naming): string => naming.person(subjectAbout(entry, 'record') ?? '')
