import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { homeFacts, SleepingArrangementStated, SleepsHereStated } from '#housing/index.ts'
import type { Entry } from '#record/index.ts'
import { entry } from '#record/testing/said.ts'
import { sleepPlaceOf } from './homes-for-rules.ts'

const home = 'home:h'
const on = Temporal.PlainDate.from('2026-11-23')
const persons = new Map([['record:baby', 'person:baby']])
const said = (record: string, place: 'cot' | 'shared-bed', others: readonly string[], happenedOn: string): Entry =>
  entry(
    'health',
    SleepingArrangementStated.of({
      subjects: [
        { id: home, type: 'home', role: 'about' },
        { id: record, type: 'record', role: 'about' },
      ],
      happenedOn,
      body: { record, room: { name: 'Bedroom' }, place, with: [...others], knownHow: 'seen' },
    }),
  )
const here = entry(
  'landlord',
  SleepsHereStated.of({
    subjects: [{ id: home, type: 'home', role: 'about' }],
    body: { record: 'record:baby', says: 'yes' },
  }),
)
const babies = homeFacts(home, [here], persons, on).sleeping
const placeOf = (...entries: Entry[]) => sleepPlaceOf(home, babies, entries, persons, on)

describe('whether a baby has a sleeping place of their own', () => {
  it('is no where the mother is said to share her bed with the baby, though nobody stated it of the baby', () => {
    const mothers = said('record:mother', 'shared-bed', ['record:baby'], '2026-11-01')
    assert.deepEqual(placeOf(mothers), { is: 'no', entries: [mothers.id] })
  })
  it('is yes where only a cot of their own is said', () => {
    const own = said('record:baby', 'cot', [], '2026-11-01')
    assert.deepEqual(placeOf(own), { is: 'yes', entries: [own.id] })
  })
  it('is not known where a cot was seen last and the mother’s shared bed is still said', () => {
    assert.deepEqual(
      placeOf(
        said('record:mother', 'shared-bed', ['record:baby'], '2026-10-01'),
        said('record:baby', 'cot', [], '2026-11-01'),
      ),
      { is: 'not-known' },
    )
  })
  it('is not known where nobody said anything', () => {
    assert.deepEqual(placeOf(), { is: 'not-known' })
  })
})
