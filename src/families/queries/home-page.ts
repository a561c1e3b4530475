import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { HomeNamed } from '../entries/index.ts'
import { addressPeriods, livedIn } from '../facts/addresses.ts'
import { byPerson } from '../facts/clusters.ts'
import { personFacts } from '../facts/person.ts'
import type { PersonFacts } from '../facts/person.ts'
import type { WrittenAddress } from '../facts/addresses.ts'
import type { HomeId, PersonId, RecordId } from '../subjects.ts'
import { hiddenRecords, readPeople } from './reading.ts'
import type { AsOf } from './reading.ts'

export interface Resident {
  readonly person: PersonId
  readonly record: RecordId
  readonly facts: PersonFacts
  /** The statements that they live here, as far as they may be seen. */
  readonly says: readonly Entry[]
}

export interface HomeView {
  readonly home: HomeId
  readonly address: WrittenAddress | undefined
  readonly uprn: string | undefined
  readonly residents: readonly Resident[]
  readonly entries: readonly Entry[]
}

/** The records that live in a home on a day, whoever says so: ids only, in an `app` transaction. */
export const livingIn = async (tx: Tx, home: HomeId, on: Temporal.PlainDate): Promise<RecordId[]> => {
  const found = await sql<{ id: string }>`
    select distinct subject as id from access_reach where scope = ${home} and subject like 'record:%'
      and (from_day is null or from_day <= ${on.toString()}::date) and (until_day is null or until_day > ${on.toString()}::date) order by 1`.execute(
    tx,
  )
  return found.rows.map(({ id }) => id)
}

/**
 * What the household page shows, in the viewer's transaction. Somebody whose address must not be told is counted only where the viewer
 * may see a statement that they live here: an age alone would tell where they are.
 */
export const homePage = async (tx: Tx, home: HomeId, living: readonly RecordId[], asOf: AsOf): Promise<HomeView> => {
  const own = await entriesAbout(tx, { subjects: [home] })
  const read = await readPeople(tx, living, asOf)
  const hidden = await hiddenRecords(tx, [...read.persons.keys()])
  const here = standing(own)
  const placed = addressPeriods(here).filter(
    (period) => period.home === home && livedIn.has(period.type) && holdsOn(period.from, period.until, asOf.on),
  )
  const residents = [...byPerson(read.persons)].flatMap(([person, records]): Resident[] => {
    const of = placed.filter(({ record }) => records.includes(record))
    const record = records.find((id) => living.includes(id)) ?? records[0]
    if (record === undefined || (of.length === 0 && records.some((id) => hidden.has(id)))) return []
    return [
      {
        person,
        record,
        facts: personFacts(records, read.entries, asOf.on),
        says: here.filter(({ id }) => of.some(({ basis }) => basis.entry === id)),
      },
    ]
  })
  const named = here.findLast(HomeNamed.is)?.body
  const written = placed.map(({ address }) => address).find((address) => typeof address !== 'string')
  return {
    home,
    address:
      named === undefined ? written : { lines: named.lines, ...given({ postcode: named.postcode, unit: named.unit }) },
    uprn: named?.uprn,
    residents: residents
      .filter(({ facts }) => !facts.noticesStop)
      .toSorted((a, b) => ((a.facts.birth.shown?.value ?? '') < (b.facts.birth.shown?.value ?? '') ? -1 : 1)),
    entries: own,
  }
}
