import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { installViews, viewerStanding, whoIs } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { bedAndBreakfast, housingNumbers, patchOf, readHomeSummaries, readHome, whyLook } from '#housing/index.ts'
import type { HomeSummary, HomeView } from '#housing/index.ts'
import { migrate } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { checkpointInMemory } from '#record/index.ts'
import { recordBook, rooms } from '#rooms.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { calendarFrom } from './calendar.ts'
import { demoHome } from './ids.ts'
import { loadDemo } from './index.ts'
import { happeningsOf } from './plan.ts'
import { stories } from './stories/index.ts'

const started = Temporal.Instant.from('2026-03-02T08:15:00Z')
const today = Temporal.PlainDate.from('2026-03-02')
const officers = ['user:marcus-adeyemi', 'user:jean-whitlock', 'user:tom-hargreave', 'user:leila-hosseini']

describe('the homes of the demo borough', () => {
  let house: Awaited<ReturnType<typeof emptyDatabase>>
  before(async () => {
    house = await emptyDatabase('pglite')
    await migrate(house.database, rooms)
    await house.database.transaction('app', installViews)
    await loadDemo(
      { database: house.database, book: recordBook, checkpoints: checkpointInMemory(), clock: steppedClock(started) },
      () => undefined,
    )
  })
  after(async () => house.close())

  const viewerOf = async (user: string): Promise<Viewer> => {
    const viewer = await house.database.transaction('app', async (tx) => whoIs(tx, user))
    assert.ok(viewer, `${user} is enrolled`)
    return viewer
  }
  const homeFor = async (user: string, story: string, home: string): Promise<HomeView> =>
    readHome(house.database, await viewerOf(user), demoHome(story, home), today)
  const patch = async (user: string): Promise<HomeSummary[]> => {
    const { homes, entries } = await house.database.transaction(viewerStanding(await viewerOf(user), today), patchOf)
    return house.database.transaction('app', async (tx) => readHomeSummaries(tx, homes, today, entries))
  }
  const crowded = ({ answers }: Pick<HomeView, 'answers'>): Record<string, unknown> =>
    'cannot' in answers
      ? { cannot: answers.cannot }
      : Object.fromEntries(
          answers.answers.results.map((answer) => [
            answer.standard,
            'overcrowded' in answer ? answer.overcrowded : 'none',
          ]),
        )
  const bedrooms = ({
    answers,
  }: Pick<HomeView, 'answers'>): [needed: number | undefined, there: number | undefined] => {
    const found =
      'cannot' in answers ? undefined : answers.answers.results.find(({ standard }) => standard === 'bedroom-standard')
    return found?.standard === 'bedroom-standard' ? [found.required.from, found.available] : [undefined, undefined]
  }

  for (const { name, homes } of stories)
    for (const [key, [officer]] of Object.entries(homes))
      it(`shows ${officer} what the ${key} of ${name} is like`, async () => {
        if (officer === undefined) return
        const view = await homeFor(officer, name, key)
        assert.ok(view.facts.building.unitType.shown !== undefined, 'described')
        assert.ok(view.facts.rooms.shown !== undefined, 'with rooms')
      })

  it('counts nobody twice in any home, but for the girl whose two records wait for somebody to join them', async () => {
    const homes = happeningsOf(calendarFrom(today)).flatMap((happening) =>
      happening.does === 'name home' ? (happening.ask.home ?? []) : [],
    )
    const twice = await house.database.transaction('app', async (tx) => {
      const names = new Map(
        (
          await sql<{
            record: string
            whole: string
          }>`select record_id as record, min(whole) as whole from person_name group by record_id`.execute(tx)
        ).rows.map(({ record, whole }) => [record, whole]),
      )
      return (await readHomeSummaries(tx, homes, today)).filter(({ sleeping }) => {
        const called = sleeping
          .filter(({ says }) => says === 'yes')
          .map(({ records: [record = ''] }) => names.get(record))
        return new Set(called).size < called.length
      })
    })
    assert.deepEqual(
      twice.map(({ home }) => home),
      [demoHome('two-birth-dates', 'flat')],
    )
  })

  it('is short of two bedrooms and of space where five share one bedroom and the living room', async () => {
    const view = await homeFor('user:tom-hargreave', 'ended-plan', 'flat')
    assert.deepEqual(bedrooms(view), [3, 1])
    assert.deepEqual(
      [crowded(view)['bedroom-standard'], crowded(view)['space-standard-1985'], crowded(view)['room-standard-1985']],
      [true, true, false],
    )
  })

  it('is overcrowded by no standard where a family is fine', async () => {
    const view = await homeFor('user:bridget-coyle', 'fine', 'house')
    assert.deepEqual(bedrooms(view), [2, 2])
    assert.deepEqual(
      Object.values(crowded(view)).filter((verdict) => verdict === true),
      [],
    )
    assert.deepEqual(view.differences, [])
  })

  it('counts a box room for the bedroom standard and not for the space of the Act', async () => {
    const view = await homeFor('user:colm-brady', 'mould-three-flights', 'flat')
    assert.deepEqual(bedrooms(view), [4, 3])
    assert.deepEqual([crowded(view)['bedroom-standard'], crowded(view)['space-standard-1985']], [true, false])
    assert.deepEqual(
      view.facts.conditions.map(({ value, open }) => [value.what, open]),
      [['damp-and-mould', true]],
    )
    assert.deepEqual([view.facts.building.lift.shown?.value, view.facts.building.flights.shown?.value], ['none', 3])
    const seen = await homeFor('user:ada-obi', 'mould-three-flights', 'flat')
    assert.deepEqual(
      [...seen.facts.arrangements.values()]
        .filter(({ place }) => place === 'cot')
        .map(({ room, knownHow }) => [room, knownHow]),
      [['Front bedroom', 'seen']],
    )
  })

  it('has three lists that differ, and blames nobody for it', async () => {
    const view = await homeFor('user:daniel-ferreira', 'ended-plan', 'flat')
    assert.deepEqual(
      view.differences.map(({ why }) => why).toSorted((one, other) => one.length - other.length),
      [['sleeps-here-not-on-application'], ['adult-sleeps-here-not-on-tenancy']],
    )
    const sisters = await homeFor('user:ada-obi', 'two-under-one-roof', 'flat')
    assert.deepEqual(bedrooms(sisters), [4, 2])
    assert.equal(
      sisters.facts.sleeping.filter(({ says }) => says === 'not-known').length,
      1,
      'of the father at sea it is not known',
    )
    assert.ok(sisters.facts.arrangements.size >= 5, 'where both families sleep is known')
  })

  it('draws a couple in the bed that only one of them is said to share, and finds nothing to ask about the other', async () => {
    for (const [user, story, place] of [
      ['user:shanice-campbell', 'ended-plan', 'sofa'],
      ['user:bridget-coyle', 'twins-expected', 'shared-bed'],
    ] as const) {
      const view = await homeFor(user, story, 'flat')
      const shared = [...view.facts.arrangements.values()].filter((one) => one.place === place)
      assert.equal(shared.length, 2, story)
      assert.deepEqual(new Set(shared.map(({ basis }) => basis.entry)).size, 1)
      assert.ok(
        shared.every(
          ({ person }) => !view.notKnown.some((one) => one.what === 'sleeping-place' && one.person === person),
        ),
      )
    }
  })

  it('has taken off the landlord’s list the grandmother who died', async () => {
    const view = await homeFor('user:jean-whitlock', 'grandmother-died', 'house')
    assert.deepEqual(view.facts.sleeping.map(({ says }) => says).toSorted(), ['no', 'yes', 'yes', 'yes', 'yes'])
  })

  it('counts one bed-sitting room for a mother and her baby', async () => {
    const view = await homeFor('user:leila-hosseini', 'young-parent', 'studio')
    assert.equal(crowded(view)['room-standard-1985'], false)
    assert.equal(bedrooms(view)[1], 1)
  })

  it('is on night 40 in bed and breakfast on the day of the load, whichever day that is', async () => {
    assert.equal((await homeFor('user:priya-nair', 'night-forty', 'hotel')).stay?.nights, 40)
    for (const text of ['2026-11-24', '2027-03-28', '2027-10-31', '2028-02-29', '2041-07-05']) {
      const calendar = calendarFrom(Temporal.PlainDate.from(text))
      const stays = happeningsOf(calendar).flatMap((happening) =>
        happening.does === 'state placement' ? [{ ...happening.ask, placement: 'one' }] : [],
      )
      assert.equal(
        bedAndBreakfast(stays.slice(-1), calendar.today, housingNumbers([], calendar.today))?.nights,
        40,
        text,
      )
    }
  })

  it('tells where the hidden home is, and what it is like, to nobody who may not know it', async () => {
    const open = await homeFor('user:leila-hosseini', 'hidden-address', 'refuge')
    assert.equal(open.facts.building.unitType.shown?.value, 'flat')
    for (const user of [
      'user:jean-whitlock',
      'user:yusuf-demir',
      'user:olivia-bennett',
      'user:nadia-rahimi',
      'user:carol-nwosu',
    ]) {
      const view = await homeFor(user, 'hidden-address', 'refuge')
      assert.deepEqual(
        [view.address, view.facts.building.unitType.shown, view.facts.rooms.shown, view.facts.arrangements.size],
        [undefined, undefined, undefined, 0],
        user,
      )
      assert.deepEqual(
        view.entries.filter(({ topic }) => topic === 'housing' || topic === 'address'),
        [],
        user,
      )
    }
    assert.equal(
      (await patch('user:jean-whitlock')).some(({ home }) => home === demoHome('hidden-address', 'refuge')),
      false,
    )
  })

  it('gives each housing officer a short list with different reasons, and never every home', async () => {
    for (const user of officers) {
      const summaries = await patch(user)
      const looks = summaries
        .map((summary) => whyLook(summary, today, housingNumbers([], today)))
        .filter((why) => why.length > 0)
      assert.ok(
        looks.length >= 5 && looks.length < summaries.length * 0.6,
        `${user} is to look at ${looks.length} of ${summaries.length}`,
      )
      assert.ok(new Set(looks.flat().map(({ about }) => about)).size >= 3, user)
    }
  })

  it('is about as crowded as the borough it is modelled on: one household in six a bedroom short, one in thirty two', async () => {
    const homes = happeningsOf(calendarFrom(today)).flatMap((happening) =>
      happening.does === 'name home' ? (happening.ask.home ?? []) : [],
    )
    const known = (await house.database.transaction('app', async (tx) => readHomeSummaries(tx, homes, today)))
      .map(bedrooms)
      .filter((pair): pair is [number, number] => pair[0] !== undefined && pair[1] !== undefined)
    const share = (short: number): number =>
      (100 * known.filter(([needed, there]) => needed - there >= short).length) / known.length
    assert.ok(known.length > 200)
    assert.ok(share(1) > 12 && share(1) < 21, `${share(1)} in a hundred`)
    assert.ok(share(2) > 2 && share(2) < 5, `${share(2)} in a hundred`)
  })
})
