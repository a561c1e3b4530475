import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Delivery } from '#synthetic/index.ts'
import { housing, loadDelivery } from '#feeds/index.ts'
import { london } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import type { Calendar } from './calendar.ts'
import { chance } from './chance.ts'
import { naming } from './borough/names.ts'
import type { DemoHouse } from './load-demo.ts'

/** A housing association that sends what it holds of one street each evening, so that a first look finds deliveries and what they changed for whom. */
const sender = {
  agency: 'agency:tidewater-homes',
  source: 'Tidewater Housing Association, housing management system',
  officer: 'Tom Hargreave',
}
const homesInStreet = 20

/** When they arrive: on the evening of the last day that the demo tells of, the second three hours after the first. */
const evenings = [
  { hour: 18, again: false },
  { hour: 21, again: true },
] as const

/**
 * Load the two deliveries through the feed's own way in, each once: one that was loaded before the demo was broken off is found by when it arrived.
 *
 * @param seal seals what was recorded, at that instant
 */
export const receiveDeliveries = async (
  house: DemoHouse,
  calendar: Calendar,
  seal: (at: Temporal.Instant) => Promise<void>,
): Promise<boolean> => {
  let received = false
  for (const { hour, again } of evenings) {
    const at = calendar.today
      .subtract({ days: 1 })
      .toZonedDateTime({ timeZone: london, plainTime: new Temporal.PlainTime(hour) })
      .toInstant()
    const loaded = await house.database.transaction('app', async (tx) =>
      sql`
      select from feed_delivery where agency = ${sender.agency} and at = ${at.toString()}::timestamptz and state = 'applied'
      union all select from entry where recorded_at > ${at.toString()}::timestamptz limit 1`.execute(tx),
    )
    // What somebody recorded since is later than this evening: then the demo has been in use, and its story is told.
    if (loaded.rows.length > 0) continue
    await receive(house, calendar, at, again)
    await seal(at)
    received = true
  }
  return received
}

const receive = async (house: DemoHouse, calendar: Calendar, at: Temporal.Instant, again: boolean): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'rooftree-demo-'))
  try {
    const delivery = await Delivery.begin(folder, 'tidewater', housing, sender.source, [
      'register',
      'registerPeople',
      'placements',
    ])
    writeStreet(delivery, calendar, again)
    await delivery.end(at.subtract({ minutes: 40 }))
    const { state } = await loadDelivery(house, {
      kind: 'housing',
      agency: sender.agency,
      paths: [join(folder, 'tidewater')],
      by: 'user:ruth-okafor',
      at,
    })
    if (state !== 'applied') throw new Fault('demo.delivery-not-applied', `The demo’s delivery is ${state}.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param again as the landlord's system holds it three hours later: somebody moved in, work on damp began, a birth date was put right */
const writeStreet = (delivery: Delivery<typeof housing>, { day }: Calendar, again: boolean): void => {
  delivery.add('officers', {
    officer_ref: 'O-1',
    name: sender.officer,
    team: 'Tidewater tenancies',
    phone: '01632 960141',
  })
  for (let number = 1; number <= homesInStreet; number += 1) {
    const luck = chance(7_700 + number)
    const { family, given } = naming(luck)
    const home = `LR-${number}`
    const children = luck.between(0, 3)
    const bedrooms = luck.between(1, 3)
    const since = luck.between(400, 1_000)
    delivery.add('homes', {
      home_ref: home,
      uprn: `9993${String(number).padStart(8, '0')}`,
      address: `${number}, Longshore Road`,
      postcode: 'QQ5 3LR',
      tenure: 'housing-association',
      landlord: 'Tidewater Housing Association',
      unit_type: 'flat',
      bedrooms_recorded: bedrooms,
      living_rooms: 1,
      entrance_floor: number % 4,
      lift: 'none',
      officer_ref: 'O-1',
      checked_on: day(luck.between(30, 300)),
    })
    for (let room = 1; room <= bedrooms; room += 1)
      delivery.add('rooms', {
        home_ref: home,
        room_ref: String(room),
        name: `Bedroom ${room}`,
        kind: 'bedroom',
        usable: 'yes',
      })
    delivery.add('rooms', { home_ref: home, room_ref: 'L', name: 'Living room', kind: 'living', usable: 'yes' })
    const parent = `${home}-P1`
    const person = (
      ref: string,
      sex: 'female' | 'male',
      born: string,
      more: Readonly<Record<string, string>> = {},
    ): void => {
      delivery.add('people', {
        person_ref: ref,
        full_name: `${given(sex)} ${family}`,
        date_of_birth: born,
        sex,
        ...more,
      })
      delivery.add('occupancy', {
        home_ref: home,
        person_ref: ref,
        sleeps_here: 'yes',
        moved_in: day(since),
        relationship_to_lead: ref === parent ? 'lead' : 'child',
        known_how: 'told',
        verified_on: day(60),
        verified_by: 'O-1',
      })
    }
    person(
      parent,
      luck.inHundred(70) ? 'female' : 'male',
      day(365 * luck.between(24, 55) + (again && number === 4 ? 1 : 0)),
    )
    for (let child = 1; child <= children; child += 1)
      person(
        `${home}-C${child}`,
        luck.inHundred(50) ? 'female' : 'male',
        day(365 * luck.between(3, 15) + luck.between(1, 300)),
        { parent_ref: parent },
      )
    delivery.add('tenancies', {
      tenancy_ref: `${home}-T`,
      home_ref: home,
      type: 'assured',
      started_on: day(since),
      in_arrears: luck.inHundred(20) ? 'yes' : 'no',
    })
    delivery.add('tenancyPeople', { tenancy_ref: `${home}-T`, person_ref: parent, part: 'tenant' })
    if (number % 7 === 3)
      delivery.add('conditions', {
        condition_ref: `${home}-D`,
        home_ref: home,
        kind: 'damp-and-mould',
        reported_on: day(40),
        found_by: 'household',
        stage: again ? 'works-begun' : 'works-ordered',
      })
    if (again && number === 9) {
      delivery.add('people', { person_ref: `${home}-P2`, full_name: `${given('female')} ${family}`, sex: 'female' })
      delivery.add('occupancy', {
        home_ref: home,
        person_ref: `${home}-P2`,
        sleeps_here: 'yes',
        moved_in: day(3),
        relationship_to_lead: 'parent',
        temporary: 'yes',
        known_how: 'told',
      })
    }
  }
}
