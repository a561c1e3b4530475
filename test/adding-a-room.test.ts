import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openFrontDesk } from '#access/index.ts'
import { familiesRoom, paths } from '#families/index.ts'
import { openStreet } from '#families/testing/street.ts'
import type { Street } from '#families/testing/street.ts'
import { linkedErrors, markupFaults, signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor } from '#families/testing/visitor.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { policies, questions } from '#policies/index.ts'
import { entriesAbout } from '#record/index.ts'
import { doorsOf, houseOf } from './support/some-rooms.ts'
import { emptyDatabase } from './support/worlds.ts'
import { dogDays, dogQuestion, dogsRoom } from './toy-room/dogs.ts'

const house = houseOf(familiesRoom, dogsRoom)
const root = join(import.meta.dirname, '..')
const day = { 'happenedOn-day': '20', 'happenedOn-month': '11', 'happenedOn-year': '2026' }

describe('the room that docs/adding-a-room.md builds', { concurrency: false }, () => {
  let street: Street
  let vera: AtTheDoor
  let hal: AtTheDoor
  let close: () => Promise<void>
  before(async () => {
    const opened = await emptyDatabase('pglite')
    const { database } = opened
    street = await openStreet(database)
    const server = await openServer({
      database,
      clock: street.clock,
      log: openLog('error'),
      notReady: () => undefined,
      routes: doorsOf(house, database),
      desk: openFrontDesk({ database, nav: [], isDemo: () => true }),
    })
    vera = await signedIn({ server }, 'user:vera')
    hal = await signedIn({ server }, 'user:hal')
    close = async () => {
      await server.close()
      await street.server.close()
      await opened.close()
    }
  })
  after(async () => close())

  const path = (): string => `/people/${street.mother}/dog`

  it('stands in the page line for line', () => {
    const page = readFileSync(join(root, 'docs', 'adding-a-room.md'), 'utf8').replaceAll('\r\n', '\n')
    const shown = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gmu)].map(([, lines]) => lines).join('\n')
    assert.equal(shown, readFileSync(join(root, 'test', 'toy-room', 'dogs.ts'), 'utf8').replaceAll('\r\n', '\n'))
  })

  it('plugs in its setting and its question, whose examples hold', () => {
    assert.ok(policies.from(house.plugs).includes(dogDays))
    assert.ok(questions.from(house.plugs).includes(dogQuestion))
    for (const { in: line, out } of dogQuestion.examples)
      assert.deepEqual(dogQuestion.answer(line), { accepted: true, value: out })
  })

  it('asks by its form, records two entries, and tells them on the person’s timeline', async () => {
    const form = await vera.get(path())
    assert.equal(form.status, 200)
    assert.deepEqual(await markupFaults(form.text), [])
    const seen = /name="seen-version" value="([^"]+)"/u.exec(form.text)?.[1] ?? ''
    const answers = { says: 'yes', bite: 'It bit the postman.', ...day, 'seen-version': seen }
    const sent = await vera.post(path(), answers)
    assert.equal(sent.status, 303)
    const entries = await street.database.transaction('app', async (tx) =>
      entriesAbout(tx, { subjects: [street.mother] }),
    )
    assert.deepEqual(
      entries
        .filter(({ source }) => source === 'form:dog')
        .map(({ kind }) => kind)
        .toSorted(),
      ['DogBitten', 'DogStated'],
    )
    const { text } = await vera.get(`${paths.person(street.mother)}?show=everything`)
    assert.ok(text.includes('The dog bit somebody') && text.includes('It bit the postman.'))
    assert.equal((await vera.post(path(), answers)).status, 409, 'the second of two writers is told')
  })

  it('says what is missing beside each field, and stays closed to whoever does not work with the family', async () => {
    const form = await vera.get(path())
    const seen = /name="seen-version" value="([^"]+)"/u.exec(form.text)?.[1] ?? ''
    const empty = await vera.post(path(), { 'seen-version': seen })
    assert.equal(empty.status, 422)
    assert.deepEqual(linkedErrors(empty.text), ['says', 'happenedOn'])
    const future = await vera.post(path(), { says: 'no', ...day, 'happenedOn-year': '2027', 'seen-version': seen })
    assert.equal(future.status, 422)
    assert.deepEqual(linkedErrors(future.text), ['happenedOn'])
    assert.equal((await hal.get(path())).status, 403)
  })
})
