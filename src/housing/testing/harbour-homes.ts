import {
  installViews,
  enrolUser,
  nameAgency,
  nameTeam,
  startInvolvement,
  startResponsibility,
  whoIs,
} from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { familiesRoom, nameHome, openFamily, openRecord, stateRelationship } from '#families/index.ts'
import type { PersonStatement } from '#families/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { beginRecord } from '#record/index.ts'
import type { Authorship } from '#record/index.ts'
import {
  describeHome,
  stateApplication,
  stateCondition,
  stateOccupancy,
  stateRooms,
  stateSleepingArrangement,
  housingRoom,
} from '../index.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import { houseOf } from '../../../test/support/some-rooms.ts'

/** A house of families and homes. */
export const house = houseOf(familiesRoom, housingRoom)
export const { book } = house
export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const saying = (agency: string, on: string, by = 'user:hal'): Authorship => ({
  by,
  agency: `agency:${agency}`,
  source: 'form:test',
  at: Temporal.Instant.from(`${on}T12:00:00Z`),
})

/** What a command made, or a fault that names the reasons. */
export const made = <T>(
  done:
    | { readonly accepted: true; readonly value: T }
    | { readonly accepted: false; readonly because: readonly { readonly reason: string; readonly field?: string }[] },
): T => {
  if (!done.accepted)
    throw new Error(`refused: ${done.because.map(({ reason, field }) => `${reason} ${field ?? ''}`).join(', ')}`)
  return done.value
}
const first = (list: readonly string[]): string => {
  const [one] = list
  if (one === undefined) throw new Error('nothing was made')
  return one
}

/** An invented landlord, children's social care, a housing officer and a social worker. */
export const beginHarbour = async (database: Database): Promise<void> => {
  await migrate(database, house.rooms)
  await database.transaction('app', async (tx) => {
    await installViews(tx)
    await beginRecord(book, tx, saying('partnership', '2024-01-01'), 'Harbour Reach', true)
    const said = saying('partnership', '2024-01-02')
    made(
      await nameAgency.record(book, tx, said, [
        { agency: 'agency:landlord', name: 'Harbour Homes', kind: 'council-housing', dutyFlag: 'yes' },
        { agency: 'agency:csc', name: 'Children’s social care', kind: 'childrens-social-care', dutyFlag: 'yes' },
      ]),
    )
    made(
      await nameTeam.record(book, tx, said, [
        { team: 'team:east', name: 'East patch', agency: 'agency:landlord', phone: '020 7946 0012' },
      ]),
    )
    made(
      await enrolUser.record(book, tx, said, [
        {
          user: 'user:hal',
          name: 'Hal Winterbourne',
          role: 'housing-officer',
          title: 'Housing officer',
          agency: 'agency:landlord',
          teams: ['team:east'],
        },
        {
          user: 'user:ola',
          name: 'Ola Fairweather',
          role: 'housing-officer',
          title: 'Housing officer',
          agency: 'agency:landlord',
          teams: [],
        },
        {
          user: 'user:ada',
          name: 'Ada Thornbury',
          role: 'social-worker',
          title: 'Social worker',
          agency: 'agency:csc',
          teams: [],
        },
      ]),
    )
  })
}

export const viewer = async (database: Database, user: string): Promise<Viewer> => {
  const found = await database.transaction('app', async (tx) => whoIs(tx, user))
  if (found === undefined) throw new Error(`nobody is ${user}`)
  return found
}

export interface Lantern {
  readonly home: HomeId
  readonly family: string
  readonly mother: RecordId
  readonly father: RecordId
  readonly daughter: RecordId
  readonly baby: RecordId
  /** Known to social care alone. */
  readonly cousin: RecordId
}

const says = (given: string, family: string, born: string, sex: 'female' | 'male'): PersonStatement[] => [
  { say: 'names', names: [{ use: 'usual', given, family }] },
  { say: 'birth', on: born },
  { say: 'sex', sex },
]

/** A couple, a girl of seven, a baby and a cousin of eleven, in a flat of one bedroom three floors up. On the patch of Hal alone. */
export const lanternHouse = async (database: Database, on = '2026-06-01'): Promise<Lantern> =>
  database.transaction('app', async (tx) => {
    const landlord = saying('landlord', on)
    const home = first(
      made(
        await nameHome.record(book, tx, landlord, [
          {
            lines: ['Flat 7', 'Lantern House', 'Quay Street'],
            postcode: 'HR1 4QS',
            borough: 'inside',
            uprn: '100023336956',
          },
        ]),
      ).ids,
    )
    const known = made(
      await openRecord.record(book, tx, landlord, [
        { statements: says('Mirela', 'Osei-Brandt', '1994-08-21', 'female') },
        { statements: says('Tobias', 'Brandt', '1991-02-05', 'male') },
        { statements: says('Ilinca', 'Osei-Brandt', '2019-03-30', 'female') },
        { statements: says('Radu', 'Osei-Brandt', '2026-01-10', 'male') },
      ]),
    ).ids
    const [mother = '', father = '', daughter = '', baby = ''] = known
    const csc = saying('csc', on, 'user:ada')
    const cousin = first(
      made(
        await openRecord.record(book, tx, csc, [
          {
            statements: [
              ...says('Sorin', 'Vasile', '2015-04-02', 'male'),
              { say: 'address', type: 'home', address: { lines: ['Flat 7 Lantern House'] }, home },
            ],
          },
        ]),
      ).ids,
    )
    const family = first(
      made(
        await openFamily.record(book, tx, csc, [
          {
            around: [baby, daughter],
            members: [
              { record: mother, role: 'parent' },
              { record: father, role: 'parent' },
            ],
          },
        ]),
      ).ids,
    )
    made(
      await startInvolvement.record(book, tx, csc, [
        { family, principal: 'user:ada', role: 'social worker', from: day(on) },
      ]),
    )
    made(
      await startResponsibility.record(book, tx, landlord, [
        { home, principal: 'user:hal', role: 'housing officer', from: day('2024-02-01') },
      ]),
    )
    made(
      await stateRelationship.record(book, tx, csc, [
        { from: { record: mother }, type: 'partner', to: father },
        { from: { record: mother }, type: 'parent', as: 'mother', to: baby },
      ]),
    )
    made(
      await describeHome.record(book, tx, landlord, [
        {
          home,
          landlord: 'Harbour Homes',
          landlordAgency: 'agency:landlord',
          tenure: 'council',
          unitType: 'flat',
          bedrooms: 1,
          entranceFloor: 3,
          lift: 'none',
          flights: 3,
          stepFree: 'no',
        },
      ]),
    )
    made(
      await stateRooms.record(book, tx, landlord, [
        {
          home,
          rooms: [
            {
              name: 'Bedroom',
              kind: 'bedroom',
              area: { value: 10.2, unit: 'm2' },
              areaFrom: 'measured',
              usable: 'yes',
            },
            {
              name: 'Living room',
              kind: 'living',
              area: { value: 150, unit: 'sqft' },
              areaFrom: 'plan',
              usable: 'yes',
            },
            { name: 'Kitchen', kind: 'kitchen', usable: 'yes' },
            { name: 'Bathroom', kind: 'bathroom', usable: 'yes' },
          ],
        },
      ]),
    )
    made(
      await stateOccupancy.record(book, tx, landlord, [
        {
          home,
          list: 'sleeps-here',
          record: mother,
          says: 'yes',
          relationshipToLead: 'lead',
          verifiedOn: '2026-05-18',
        },
        {
          home,
          list: 'sleeps-here',
          record: father,
          says: 'yes',
          relationshipToLead: 'partner',
          verifiedOn: '2026-05-18',
        },
        {
          home,
          list: 'sleeps-here',
          record: daughter,
          says: 'yes',
          relationshipToLead: 'child',
          verifiedOn: '2026-05-18',
        },
        { home, list: 'sleeps-here', record: baby, says: 'yes', relationshipToLead: 'child', verifiedOn: '2026-05-18' },
        { home, list: 'on-tenancy', record: mother, says: 'yes', part: 'tenant' },
        { home, list: 'on-application', record: mother, says: 'yes', part: 'applicant' },
        { home, list: 'on-application', record: daughter, says: 'yes', part: 'to-move-too' },
      ]),
    )
    made(
      await stateSleepingArrangement.record(book, tx, saying('csc', '2026-05-20', 'user:ada'), [
        {
          home,
          record: mother,
          room: { name: 'Bedroom' },
          place: 'shared-bed',
          with: [father],
          knownHow: 'told',
          happenedOn: '2026-05-20',
        },
        {
          home,
          record: father,
          room: { name: 'Bedroom' },
          place: 'shared-bed',
          with: [mother],
          knownHow: 'told',
          happenedOn: '2026-05-20',
        },
        {
          home,
          record: baby,
          room: { name: 'Bedroom' },
          place: 'cot',
          with: [],
          knownHow: 'seen',
          happenedOn: '2026-05-20',
        },
      ]),
    )
    made(
      await stateCondition.record(book, tx, landlord, [
        { home, what: 'mould', reportedOn: '2026-02-11', stage: 'works-ordered', dueOn: '2026-03-04' },
      ]),
    )
    made(
      await stateApplication.record(book, tx, landlord, [
        {
          home,
          application: 'A-20913',
          status: 'active',
          registeredOn: '2017-03-09',
          band: '2',
          lastBidOn: '2025-01-30',
          bids: 0,
        },
      ]),
    )
    return { home, family, mother, father, daughter, baby, cousin }
  })
