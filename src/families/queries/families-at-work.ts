import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import {
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  DeathStated,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilyNamed,
  FamilyOpened,
  NamesStated,
  ParentalResponsibilityStated,
  PregnancyEnded,
  PregnancyStated,
  RelationshipStated,
} from '../entries/index.ts'
import { familyFacts, familyTitle } from '../facts/family.ts'
import type { FamilyId } from '../subjects.ts'
import type { FamilyView } from './family-page.ts'
import { hiddenRecords, othersNamed, peopleOf } from './reading.ts'
import type { AsOf } from './reading.ts'
import { personsOf } from '../projections/persons.ts'

/** What a list says of a family. */
export type FamilyInList = Pick<FamilyView, 'family' | 'title' | 'facts' | 'people' | 'persons' | 'hidden'>

const kinds = [
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  DeathStated,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilyNamed,
  FamilyOpened,
  NamesStated,
  ParentalResponsibilityStated,
  PregnancyEnded,
  PregnancyStated,
  RelationshipStated,
  EntryWithdrawn,
].map(({ kind }) => kind)

/** Several families at once, without their timelines: all are read together, since each question to the database costs the same for one as for many. */
export const familiesAtWork = async (tx: Tx, families: readonly FamilyId[], { on }: AsOf): Promise<FamilyInList[]> => {
  const own = await entriesAbout(tx, { subjects: families, kinds })
  const joined = standing(own).filter(FamilyMemberJoined.is)
  const persons = await personsOf(tx, [...new Set(joined.map(({ body }) => body.record))])
  const about = await entriesAbout(tx, { subjects: [...persons.keys()], kinds })
  const kin = await personsOf(tx, othersNamed(standing(about).filter(RelationshipStated.is), persons))
  const named = await entriesAbout(tx, { subjects: [...kin.keys()], kinds: [NamesStated.kind, EntryWithdrawn.kind] })
  const all = new Map([...kin, ...persons])
  const hidden = await hiddenRecords(tx, [...persons.keys()])
  return families.flatMap((family): FamilyInList[] => {
    const records = new Set(
      joined
        .filter(({ subjects }) => subjects.some(({ id }) => id === family))
        .map(({ body }) => all.get(body.record) ?? body.record),
    )
    const theirs = new Map([...all].filter(([, person]) => records.has(person)))
    const entries = [
      ...new Map(
        [...own, ...about]
          .filter(({ subjects }) => subjects.some(({ id }) => id === family || theirs.has(id)))
          .map((entry) => [entry.id, entry]),
      ).values(),
    ]
    if (!own.some(({ subjects }) => subjects.some(({ id }) => id === family))) return []
    const facts = familyFacts(family, entries, all, on)
    const others = new Map([...all].filter(([, person]) => !records.has(person)))
    return [
      {
        family,
        title: familyTitle(facts),
        facts,
        persons: theirs,
        hidden,
        people: new Map([
          ...peopleOf({ persons: others, entries: named }, on),
          ...peopleOf({ persons: theirs, entries }, on),
        ]),
      },
    ]
  })
}
