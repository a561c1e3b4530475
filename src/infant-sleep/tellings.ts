import { shortName } from '#families/index.ts'
import type { Names, Telling, Told } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { BabyIllnessStated, BirthWeightStated, GestationAtBirthStated, SmokingNearBabyStated } from './entries.ts'
import type { HowKnown } from './entries.ts'
import { recordAbout } from './subjects.ts'
import { gestationWords, gramsWords, howWords, illnessWords, smokingWords } from './words.ts'

/** How this room's entries are told on a timeline; an agency takes back its own by hand. */
export const infantSleepTelling: Telling = (entry, names) => {
  const told = inWords(entry, called(entry, names))
  return told === undefined ? undefined : { ...told, mayTakeBack: true }
}

/** How a baby was born stands on the whole timeline, and is nothing that happened when it was written down. */
const inWords = (entry: Entry, who: string): Told | undefined => {
  if (GestationAtBirthStated.is(entry))
    return {
      title: `How early ${who} was born`,
      text: entry.body.at === 'not-known' ? nobodyCould : said(`Born at ${gestationWords(entry.body.at)}.`, entry.body),
      standing: true,
    }
  if (BirthWeightStated.is(entry))
    return {
      title: `Birth weight of ${who}`,
      text: entry.body.grams === 'not-known' ? nobodyCould : said(`${gramsWords(entry.body.grams)}.`, entry.body),
      standing: true,
    }
  if (SmokingNearBabyStated.is(entry))
    return {
      title:
        entry.body.pregnancy === undefined
          ? `Whether anybody near ${who} smokes`
          : `Whether anybody near the baby whom ${who} expects smokes`,
      text:
        entry.body.says === 'not-known'
          ? nobodyCould
          : said(`${smokingWords(entry.body.says, entry.body.pregnancy !== undefined)}.`, entry.body),
    }
  if (BabyIllnessStated.is(entry))
    return {
      title: `Whether ${who} is ill`,
      text: entry.body.says === 'not-known' ? nobodyCould : said(`${illnessWords[entry.body.says]}.`, entry.body),
    }
  return undefined
}

const nobodyCould = 'Asked, and nobody could say.'

const said = (what: string, { knownHow, toldBy }: { readonly knownHow: HowKnown; readonly toldBy?: string }): string =>
  `${what}${knownHow === 'not-known' ? '' : ` ${howWords[knownHow].slice(0, 1).toUpperCase()}${howWords[knownHow].slice(1)}${toldBy === undefined ? '' : ` by ${toldBy}`}.`}`

const called = (entry: Entry, { people, persons }: Names): string => {
  const record = recordAbout(entry) ?? ''
  const name = people.get(persons.get(record) ?? record)?.names.display.shown?.value
  return name === undefined ? 'somebody whose name is not known here' : shortName(name)
}
