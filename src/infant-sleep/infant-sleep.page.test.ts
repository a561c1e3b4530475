import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openFrontDesk, startInvolvement } from '#access/index.ts'
import { familiesRoom, paths as familiesPaths } from '#families/index.ts'
import { day, saying, seal } from '#families/testing/harbour.ts'
import { openStreet } from '#families/testing/street.ts'
import type { Street } from '#families/testing/street.ts'
import { headingOf, linkedErrors, markupFaults, signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor } from '#families/testing/visitor.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { entriesAbout } from '#record/index.ts'
import { doorsOf, houseOf } from '../../test/support/some-rooms.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { infantSleepKinds, infantSleepPaths, infantSleepRoom } from './index.ts'

const house = houseOf(familiesRoom, infantSleepRoom)
const { book } = house
const today = { 'happenedOn-day': '23', 'happenedOn-month': '11', 'happenedOn-year': '2026' }

describe('what is known of a baby, on its pages', { concurrency: false }, () => {
  let street: Street
  let close: () => Promise<void>
  const people = new Map<string, AtTheDoor>()
  const at = (user: string): AtTheDoor => {
    const door = people.get(user)
    assert.ok(door !== undefined)
    return door
  }
  before(async () => {
    const opened = await emptyDatabase('pglite')
    street = await openStreet(opened.database)
    const { database } = opened
    const joined = await database.transaction('app', async (tx) =>
      startInvolvement.record(book, tx, saying('csc', '2026-11-20'), [
        { family: street.family, principal: 'user:wim', role: 'ward', from: day('2026-11-20') },
      ]),
    )
    assert.ok(joined.accepted)
    await seal(database, '2026-11-21T09:00:00Z')
    const server = await openServer({
      database,
      clock: street.clock,
      log: openLog('error'),
      notReady: () => undefined,
      routes: doorsOf(house, database),
      desk: openFrontDesk({ database, nav: [{ text: 'My work', href: '/' }], isDemo: () => true }),
    })
    for (const user of ['user:vera', 'user:ada', 'user:wim', 'user:hal', 'user:stan'])
      people.set(user, await signedIn({ server }, user))
    close = async () => {
      await server.close()
      await street.server.close()
      await opened.close()
    }
  })
  after(async () => close())

  const baby = (): string => infantSleepPaths.baby(street.child)
  const expected = (): string => infantSleepPaths.expectedBaby(street.mother)

  it('says at first that nobody knows, and leads who works with the family to the form', async () => {
    for (const page of [familiesPaths.person(street.child), familiesPaths.family(street.family)]) {
      const { text } = await at('user:vera').get(page)
      assert.match(text, /About a baby<\/h2>/u)
      assert.match(text, /Smoke near the baby[\s\S]*?Not known/u)
      assert.ok(text.includes(`href="${baby()}"`), page)
    }
    const { text } = await at('user:vera').get(familiesPaths.family(street.family))
    assert.ok(text.includes(`href="${expected()}"`) && text.includes('The baby whom Marisol expects'))
    assert.doesNotMatch(
      (await at('user:vera').get(familiesPaths.person(street.schoolChild))).text,
      /About a baby/u,
      'a boy of five is no baby',
    )
  })

  it('asks three things of a baby who is born, and of a baby who is expected smoke alone', async () => {
    const [born, unborn] = [await at('user:vera').get(baby()), await at('user:vera').get(expected())]
    assert.deepEqual(
      [headingOf(born.text), headingOf(unborn.text)],
      ['What is known about this baby', 'What is known about this baby'],
    )
    for (const asked of [
      'Weeks of pregnancy at birth',
      'Does anybody who lives or sleeps with the baby smoke?',
      'Is the baby ill at the moment?',
    ])
      assert.ok(born.text.includes(asked), asked)
    assert.doesNotMatch(unborn.text, /Weeks of pregnancy|ill at the moment/u)
    assert.ok(unborn.text.includes('Does anybody who will live or sleep with the baby smoke?'))
    for (const { text } of [born, unborn]) {
      assert.deepEqual(await markupFaults(text), [])
      assert.ok(
        !/<title>[^<]*(?:Wren|Marisol|Okparavi)/u.test(text),
        'a title stays in the history of a shared browser',
      )
    }
    assert.equal((await at('user:vera').get(infantSleepPaths.baby(street.schoolChild))).status, 404)
    assert.equal((await at('user:vera').get(infantSleepPaths.expectedBaby(street.father))).status, 404)
  })

  it('returns every reason at once, linked to its field, with what was typed', async () => {
    const none = await at('user:vera').post(baby(), { ...today })
    assert.equal(none.status, 422)
    assert.deepEqual(linkedErrors(none.text), ['smoking', 'knownHow'])
    const many = await at('user:vera').post(baby(), {
      days: '3',
      grams: '3.2',
      asked: 'grams',
      knownHow: 'told',
      toldBy: 'the mother',
      'happenedOn-day': '31',
      'happenedOn-month': '2',
      'happenedOn-year': '2026',
    })
    assert.deepEqual(linkedErrors(many.text), ['weeks', 'grams', 'happenedOn-day'])
    assert.ok(many.text.includes('value="the mother"'))
    const slips = await at('user:vera').post(baby(), {
      weeks: '48',
      grams: '32',
      illness: 'no',
      knownHow: 'read',
      'happenedOn-day': '24',
      'happenedOn-month': '11',
      'happenedOn-year': '2026',
    })
    assert.deepEqual(linkedErrors(slips.text).toSorted(), ['grams', 'happenedOn', 'weeks'])
    assert.deepEqual(await markupFaults(slips.text), [])
    assert.deepEqual(await said(), [])
  })

  const said = async (): Promise<string[]> =>
    (
      await street.database.transaction('app', async (tx) =>
        entriesAbout(tx, { subjects: [street.child, street.mother], kinds: infantSleepKinds.map(({ kind }) => kind) }),
      )
    ).map(({ kind, agency, sensitivity, happenedOn }) => `${kind} ${agency} ${sensitivity} ${happenedOn ?? ''}`)

  it('records each answer as an entry of its own, health information of the writer’s agency', async () => {
    const done = await at('user:vera').post(baby(), {
      weeks: '36',
      days: '5',
      grams: '2,310',
      smoking: 'no',
      knownHow: 'read',
      ...today,
    })
    assert.deepEqual([done.status, done.location], [303, familiesPaths.person(street.child)])
    assert.deepEqual(
      (await said()).toSorted(),
      ['BirthWeightStated', 'GestationAtBirthStated', 'SmokingNearBabyStated'].map(
        (kind) => `${kind} agency:visiting health 2026-11-23`,
      ),
    )
    const { text } = await at('user:vera').get(familiesPaths.person(street.child))
    for (const told of [
      '36 weeks and 5 days: early',
      '2,310 grams: small',
      'Nobody who lives or sleeps with the baby smokes',
      'Harbour Reach Health Visiting, read in a record, 23 November 2026',
      'Take back',
    ])
      assert.ok(text.includes(told), told)
    assert.deepEqual(await markupFaults(text), [])
    assert.ok(
      (await at('user:vera').get(baby())).text.includes('So far: 36 weeks and 5 days (23 November 2026); 2,310 grams'),
    )
  })

  it('shows what agencies say beside each other where they differ', async () => {
    assert.equal(
      (await at('user:ada').post(baby(), { smoking: 'yes', knownHow: 'told', toldBy: 'the father', ...today })).status,
      303,
    )
    const { text } = await at('user:wim').get(familiesPaths.family(street.family))
    for (const told of [
      'Somebody who lives or sleeps with the baby smokes',
      'Nobody who lives or sleeps with the baby smokes',
      'Agencies differ',
      'told by the father',
    ])
      assert.ok(text.includes(told), told)
  })

  it('keeps what was typed where somebody else saved first', async () => {
    const seen = /name="seen-version" value="([^"]+)"/u.exec((await at('user:vera').get(baby())).text)?.[1] ?? ''
    assert.equal((await at('user:ada').post(baby(), { illness: 'no', knownHow: 'seen', ...today })).status, 303)
    const late = await at('user:vera').post(baby(), {
      illness: 'yes',
      knownHow: 'seen',
      ...today,
      'seen-version': seen,
    })
    assert.equal(late.status, 409)
    assert.match(late.text, /Somebody else saved first/u)
  })

  it('is for who works with the family and has to do with the baby: no school, and no housing', async () => {
    for (const user of ['user:vera', 'user:ada', 'user:wim'])
      assert.match((await at(user).get(familiesPaths.person(street.child))).text, /2,310 grams/u, user)
    for (const user of ['user:stan', 'user:hal']) {
      for (const page of [
        familiesPaths.family(street.family),
        familiesPaths.person(street.child),
        familiesPaths.timeline(street.family),
      ]) {
        const { text } = await at(user).get(page)
        assert.doesNotMatch(text, /About a baby|2,310|36 weeks|smokes|Birth weight/u, `${user} ${page}`)
      }
    }
    assert.ok([403, 404].includes((await at('user:hal').get(baby())).status))
  })

  it('has no form for a role that could not read what it wrote', async () => {
    assert.equal((await at('user:stan').get(baby())).status, 404)
    assert.equal((await at('user:stan').post(baby(), { smoking: 'yes', knownHow: 'told', ...today })).status, 404)
  })

  it('reads an earlier day as it was known then', async () => {
    const { text } = await at('user:ada').get(`${familiesPaths.person(street.child)}?known=2026-11-21`)
    assert.match(text, /About a baby/u)
    assert.doesNotMatch(text, /2,310|baby smokes/u)
    assert.ok(!text.includes(`href="${baby()}"`), 'nothing is written into the past')
  })
})
