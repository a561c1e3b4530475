import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { personFacts } from '#families/index.ts'
import type { PersonFacts, PersonId } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { alikeIn } from './alike.ts'

const on = Temporal.PlainDate.from('2026-03-02')
const entry = (record: string, kind: string, body: Entry['body']): Entry => ({
  id: `${record} ${kind}`,
  kind,
  topic: 'identity',
  subjects: [{ id: record, type: 'record', role: 'about' }],
  agency: 'agency:a',
  by: 'user:a',
  source: 'form:test',
  sensitivity: 'ordinary',
  retention: 'child-record',
  rules: 'test',
  recordedAt: Temporal.Instant.from('2026-01-01T10:00:00Z'),
  body,
})
const person = (id: PersonId, given: string | undefined, born: string | undefined): [PersonId, PersonFacts] => {
  const entries = [
    ...(given === undefined ? [] : [entry(id, 'NamesStated', { names: [{ use: 'usual', given, family: 'Okoro' }] })]),
    ...(born === undefined ? [] : [entry(id, 'BirthStated', { on: born })]),
  ]
  return [id, personFacts([id], entries, on)]
}
const alike = (...people: [PersonId, PersonFacts][]): number =>
  alikeIn(
    people.map(([id]) => id),
    new Map(people),
  ).length

describe('two sleepers who may be one person', () => {
  it('have one birth date and one given name, however it is written, or one whose name the reader may not know', () => {
    assert.equal(alike(person('a', 'Egle', '2019-05-04'), person('b', 'Eglė', '2019-05-04')), 1)
    assert.equal(alike(person('a', 'Egle', '2019-05-04'), person('b', undefined, '2019-05-04')), 1)
  })
  it('are not twins of different names, nor people whose birth date nobody knows, nor of one year only', () => {
    assert.equal(alike(person('a', 'Egle', '2019-05-04'), person('b', 'Ieva', '2019-05-04')), 0)
    assert.equal(alike(person('a', 'Egle', undefined), person('b', 'Egle', undefined)), 0)
    assert.equal(alike(person('a', 'Egle', '2019'), person('b', 'Egle', '2019')), 0)
    assert.equal(alike(person('a', 'Egle', '2019-05-04'), person('b', 'Egle', '2012-05-04')), 0)
  })
})
