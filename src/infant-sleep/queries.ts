import { ChildOfPregnancyBorn, personFacts, PregnancyEnded, PregnancyStated } from '#families/index.ts'
import type { Age, FamilyView, PersonFacts, PersonView } from '#families/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { policySubject } from '#policies/index.ts'
import { bySubject, entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry, SubjectId } from '#record/index.ts'
import { BabyIllnessStated, BirthWeightStated, GestationAtBirthStated, SmokingNearBabyStated } from './entries.ts'
import { homeInfantFacts } from './facts/home.ts'
import type { HomeInfantFacts } from './facts/home.ts'
import { infantFacts } from './facts/infant.ts'
import type { InfantFacts } from './facts/infant.ts'
import { infantNumbers, infantSleepPolicies } from './policies.ts'
import type { InfantNumbers } from './policies.ts'
import type { PersonId, RecordId } from './subjects.ts'

/** A baby on a page: born, or expected by somebody. */
export interface KnownBaby {
  readonly person: PersonId
  /** Under which the form for this baby stands: the baby's own, or the mother's. */
  readonly record: RecordId
  /** Named where the baby is expected; how many are, where it was said. */
  readonly expected?: { readonly pregnancy: string; readonly babies: number | 'not-known' }
  readonly facts: InfantFacts
}

export interface Babies {
  readonly babies: readonly KnownBaby[]
  readonly numbers: InfantNumbers
  /** What the answers rest on. */
  readonly entries: readonly Entry[]
}

interface AsOf {
  readonly on: Temporal.PlainDate
  readonly knownAt?: Temporal.Instant | undefined
}

const said: readonly string[] = [
  GestationAtBirthStated,
  BirthWeightStated,
  SmokingNearBabyStated,
  BabyIllnessStated,
].map(({ kind }) => kind)
export const policiesRead: readonly SubjectId[] = infantSleepPolicies.map(({ id }) => policySubject(id).id)

/** Under one, as far as the birth date was said. Somebody whose age nobody knows is asked for the birth date first. */
export const isInfant = (age: Age): boolean =>
  age.kind === 'exactly' ? age.years < 1 : age.kind === 'between' && age.least < 1

/** The babies of a family, those who are expected too, in the viewer's transaction. */
export const babiesOfFamily = async (
  tx: Tx,
  { persons, facts }: Pick<FamilyView, 'persons' | 'facts'>,
  asOf: AsOf,
): Promise<Babies | undefined> =>
  readBabies(
    tx,
    persons,
    facts.members.filter((member) => livesAsInfant(member.facts)).map(({ person }) => person),
    facts.unborn.map(({ mother, pregnancy: { pregnancy, unborn } }) => ({ mother, pregnancy, babies: unborn })),
    asOf,
  )

/** A person's page: of a baby, what is known of them; of somebody who is expecting, of the baby expected. */
export const babiesOfPerson = async (
  tx: Tx,
  { person, persons, facts }: Pick<PersonView, 'person' | 'persons' | 'facts'>,
  asOf: AsOf,
): Promise<Babies | undefined> =>
  readBabies(
    tx,
    persons,
    livesAsInfant(facts) ? [person] : [],
    facts.noticesStop
      ? []
      : facts.pregnancies
          .filter(({ unborn }) => unborn !== 0)
          .map(({ pregnancy, unborn }) => ({ mother: person, pregnancy, babies: unborn })),
    asOf,
  )

const livesAsInfant = ({ age, noticesStop }: PersonFacts): boolean => !noticesStop && isInfant(age)

interface Expecting {
  readonly mother: PersonId
  readonly pregnancy: string
  readonly babies: number | 'not-known'
}

const readBabies = async (
  tx: Tx,
  persons: ReadonlyMap<RecordId, PersonId>,
  born: readonly PersonId[],
  expecting: readonly Expecting[],
  { on, knownAt }: AsOf,
): Promise<Babies | undefined> => {
  if (born.length + expecting.length === 0) return undefined
  const known = knownAt === undefined ? {} : { knownAt }
  const numbers = infantNumbers(await entriesAbout(tx, { subjects: policiesRead, ...known }), on)
  const entries = await entriesAbout(tx, {
    subjects: [...persons.keys()],
    kinds: [...said, ChildOfPregnancyBorn.kind, EntryWithdrawn.kind],
    ...known,
  })
  const recordsOf = (person: PersonId): RecordId[] =>
    [...persons]
      .filter(([, of]) => of === person)
      .map(([record]) => record)
      .toSorted()
  return {
    numbers,
    entries,
    babies: [
      ...born.map((person): KnownBaby => ({
        person,
        record: recordsOf(person)[0] ?? '',
        facts: infantFacts(
          { records: recordsOf(person), pregnancies: cameFrom(recordsOf(person), entries) },
          entries,
          numbers,
          on,
        ),
      })),
      ...expecting.map(({ mother, pregnancy, babies }): KnownBaby => ({
        person: mother,
        record: recordsOf(mother)[0] ?? '',
        expected: { pregnancy, babies },
        facts: infantFacts({ records: [], pregnancies: [pregnancy] }, entries, numbers, on),
      })),
    ],
  }
}

/** The pregnancies of which somebody said that this child was born. */
const cameFrom = (records: readonly RecordId[], entries: readonly Entry[]): string[] => [
  ...new Set(
    standing(entries)
      .filter(ChildOfPregnancyBorn.is)
      .filter(({ body }) => records.includes(body.child))
      .map(({ body }) => body.pregnancy),
  ),
]

/** Who of a home may be a baby, or expecting one: all records of each. */
interface InfantsAsked {
  readonly home: SubjectId
  readonly babies: readonly (readonly RecordId[])[]
  readonly expecting: readonly (readonly RecordId[])[]
}

/** What is known of the babies of some homes, in one statement however many. In an `app` transaction: a rule sees all. */
export const readHomeInfants = async (
  tx: Tx,
  homes: readonly InfantsAsked[],
  numbers: InfantNumbers,
  on: Temporal.PlainDate,
): Promise<Map<SubjectId, HomeInfantFacts>> => {
  const subjects = [...new Set(homes.flatMap(({ babies, expecting }) => [...babies, ...expecting].flat()))]
  const entries = await entriesAbout(tx, {
    subjects,
    kinds: [...said, PregnancyStated.kind, PregnancyEnded.kind, ChildOfPregnancyBorn.kind, EntryWithdrawn.kind],
  })
  // Folded by home from its own people's entries, so that many homes take no longer each than one.
  const about = bySubject(entries)
  return new Map(
    homes.map(({ home, babies, expecting }) => {
      const own = [...new Set([...babies, ...expecting].flat().flatMap((record) => about.get(record) ?? []))]
      const expected = expecting
        .flatMap((records) => personFacts(records, own, on).pregnancies)
        .filter(({ unborn }) => unborn !== 0)
      return [
        home,
        homeInfantFacts(
          babies.map((records) => infantFacts({ records, pregnancies: cameFrom(records, own) }, own, numbers, on)),
          expected.map(({ pregnancy }) => infantFacts({ records: [], pregnancies: [pregnancy] }, own, numbers, on)),
        ),
      ]
    }),
  )
}
