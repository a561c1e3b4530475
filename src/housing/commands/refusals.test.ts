import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decideDescription, decideRooms } from './homes.ts'
import { decideApplication, decideCondition, decidePlacement } from './letting.ts'
import { decideOccupancy, decideSleepingArrangement } from './occupancy.ts'
import type { StateSleepingArrangement } from './occupancy.ts'
import { refusalSentences } from './refusals.ts'
import type { Decided, Known } from './refusals.ts'
import type { HousingRefusal } from './refusals.ts'

const known: Known = {
  subjects: new Set(['home:h', 'record:a', 'record:b']),
  today: Temporal.PlainDate.from('2026-06-01'),
}
const home = 'home:h'
const condition = { home, what: 'mould', reportedOn: '2026-05-01', stage: 'reported' } as const
const sleeping: StateSleepingArrangement = {
  home,
  record: 'record:a',
  room: 'not-known',
  place: 'shared-bed',
  with: ['record:b'],
  knownHow: 'told',
}
const room = { name: 'Bedroom', kind: 'bedroom', usable: 'yes' } as const

const judged: Record<HousingRefusal, Decided> = {
  'home-not-known': decideDescription({ home: 'home:none', tenure: 'council' }, known),
  'record-not-known': decideOccupancy({ home, list: 'sleeps-here', record: 'record:none', says: 'yes' }, known),
  'not-a-date': decideCondition({ ...condition, dueOn: '2026-02-30' }, 'm', known),
  'in-the-future': decideCondition({ ...condition, reportedOn: '2026-06-02' }, 'm', known),
  'until-before-from': decideOccupancy(
    { home, list: 'sleeps-here', record: 'record:a', says: 'yes', trueFrom: '2026-02-01', trueUntil: '2026-01-01' },
    known,
  ),
  'nothing-said': decideDescription({ home, checkedOn: '2026-05-01' }, known),
  'no-rooms': decideRooms({ home, rooms: [] }, known),
  'same-room-twice': decideRooms({ home, rooms: [room, { ...room, name: 'bedroom ' }] }, known),
  'area-not-possible': decideRooms({ home, rooms: [{ ...room, area: { value: 0, unit: 'm2' } }] }, known),
  'shares-with-themselves': decideSleepingArrangement({ ...sleeping, with: ['record:a'] }, known),
  'cot-is-shared': decideSleepingArrangement({ ...sleeping, place: 'cot' }, known),
  'done-before-reported': decideCondition({ ...condition, stage: 'done', doneOn: '2026-04-01' }, 'm', known),
  'stage-and-dates-differ': decideCondition({ ...condition, stage: 'done' }, 'm', known),
  'ended-before-it-began': decidePlacement(
    { home, type: 'hostel', startedOn: '2026-05-01', endedOn: '2026-04-01' },
    'm',
    known,
  ),
  'bid-before-registered': decideApplication(
    { home, application: 'A-1', status: 'active', registeredOn: '2020-01-01', lastBidOn: '2019-01-01' },
    known,
  ),
  'not-of-its-kind': decideDescription({ home, landlord: 'x'.repeat(301) }, known),
}

describe('what may be recorded of a home', () => {
  for (const [reason, { because }] of Object.entries(judged))
    it(`is refused: ${reason}`, () => {
      assert.ok(
        because.some((found) => found.reason === reason),
        because.map((found) => found.reason).join(', '),
      )
    })

  it('has a whole sentence for each refusal', () => {
    for (const sentence of Object.values(refusalSentences)) assert.match(sentence, /^[A-Z].*\.$/u)
    assert.equal(refusalSentences['no-rooms'], 'Give at least one room.')
  })

  it('is accepted where it can be meant, and names whom it is about', () => {
    const {
      because,
      entries: [entry],
    } = decideSleepingArrangement(sleeping, known)
    assert.ok(entry !== undefined)
    assert.deepEqual(because, [])
    assert.deepEqual(
      entry.subjects.map(({ id, role }) => [id, role]),
      [
        ['home:h', 'about'],
        ['record:a', 'about'],
        ['record:b', 'mentions'],
      ],
    )
    assert.deepEqual(Object.keys(entry.body).toSorted(), ['knownHow', 'place', 'record', 'room', 'with'])
  })
})
