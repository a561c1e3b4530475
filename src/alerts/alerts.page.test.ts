import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openFrontDesk, enrolUser, nameAgency, startInvolvement } from '#access/index.ts'
import { headingOf, linkedErrors, markupFaults, signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor } from '#families/testing/visitor.ts'
import { stateApplication } from '#housing/index.ts'
import { day, lanternHouse, made, saying } from '#housing/testing/harbour-homes.ts'
import type { Lantern } from '#housing/testing/harbour-homes.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import type { SteppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { append, checkpointInMemory, entriesAbout, sealPending } from '#record/index.ts'
import { ChildInNeedPlanStated } from '#referrals/index.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { assessWhatIsDue } from './index.ts'
import { beginAlerts, book, noon, setPolicyTo, house } from './testing/harbour-alerts.ts'
import { doorsOf } from '../../test/support/some-rooms.ts'

describe('the pages of alerts', { concurrency: false }, () => {
  let database: Database
  let server: FastifyInstance
  let close: () => Promise<void>
  let lantern: Lantern
  let clock: SteppedClock
  const people = new Map<string, AtTheDoor>()
  const at = (user: string): AtTheDoor => {
    const door = people.get(user)
    assert.ok(door !== undefined)
    return door
  }
  const sweep = async (on: string): Promise<void> => {
    await sealPending(database, () => noon(on), checkpointInMemory())
    await assessWhatIsDue(database, book, noon(on))
  }

  before(async () => {
    const opened = await emptyDatabase('pglite')
    database = opened.database
    close = opened.close
    await beginAlerts(database)
    lantern = await lanternHouse(database)
    await database.transaction('app', async (tx) => {
      const said = saying('partnership', '2026-06-01')
      made(
        await nameAgency.record(book, tx, said, [
          { agency: 'agency:visiting', name: 'Harbour Health Visiting', kind: 'health-visiting', dutyFlag: 'yes' },
          { agency: 'agency:partnership', name: 'Partnership office', kind: 'partnership', dutyFlag: 'yes' },
        ]),
      )
      made(
        await enrolUser.record(book, tx, said, [
          {
            user: 'user:vera',
            name: 'Vera Lindqvist',
            role: 'health-visitor',
            title: 'Health visitor',
            agency: 'agency:visiting',
            teams: [],
          },
          {
            user: 'user:pia',
            name: 'Pia Castellan',
            role: 'partnership-manager',
            title: 'Partnership manager',
            agency: 'agency:partnership',
            teams: [],
          },
        ]),
      )
      made(
        await startInvolvement.record(book, tx, saying('csc', '2026-06-01', 'user:ada'), [
          { family: lantern.family, principal: 'user:vera', role: 'health visitor', from: day('2026-06-01') },
        ]),
      )
      await append(book, tx, saying('csc', '2026-06-01', 'user:ada'), [
        ChildInNeedPlanStated.of({
          subjects: [{ id: lantern.daughter, type: 'record', role: 'about' }],
          trueFrom: '2024-01-01',
          trueUntil: '2024-09-01',
          body: { plan: 'P-1' },
        }),
      ])
    })
    await setPolicyTo(database, 'overcrowding-alert', 'bedroom-standard', '2026-06-02', '2026-06-01')
    await sweep('2026-06-02')
    clock = steppedClock(noon('2026-06-02'))
    server = await openServer({
      database,
      clock,
      log: openLog('error'),
      notReady: () => undefined,
      routes: doorsOf(house, database),
      desk: openFrontDesk({ database, nav: [{ text: 'My work', href: '/' }], isDemo: () => true }),
    })
    for (const user of ['user:hal', 'user:ola', 'user:ada', 'user:vera', 'user:pia'])
      people.set(user, await signedIn({ server }, user))
    close = async () => {
      await server.close()
      await opened.close()
    }
  })
  after(async () => close())

  const linksOn = (text: string): Map<string, string> =>
    new Map(
      [...text.matchAll(/href="(\/alerts\/alert:[^"]+)">([^<:]+)/gu)].map(([, href = '', name = '']) => [name, href]),
    )
  const alertOf = async (user: string, name: string): Promise<string> =>
    linksOn((await at(user).get('/')).text).get(name) ?? ''

  it('tells each person what is asked of them, one sentence each, and no one else’s questions', async () => {
    const hal = (await at('user:hal').get('/')).text
    assert.deepEqual([...linksOn(hal).keys()].toSorted(), ['Consider a referral', 'Offer of early help'])
    assert.match(hal, /3 children in the home, 1 under one/u)
    assert.deepEqual([...linksOn((await at('user:ada').get('/')).text).keys()], ['Discussion the same day'])
    assert.deepEqual([...linksOn((await at('user:vera').get('/')).text).keys()].toSorted(), [
      'Discussion the same day',
      'Offer of early help',
    ])
    assert.deepEqual([...linksOn((await at('user:ola').get('/')).text).keys()], [])
  })

  it('shows the officer the sentence, the working, the sources and their age, the rule, its setting and the guard-rails', async () => {
    const { status, text } = await at('user:hal').get(await alertOf('user:hal', 'Offer of early help'))
    assert.equal(status, 200)
    assert.equal(headingOf(text), 'Offer of early help')
    for (const told of [
      'Short of 2 bedrooms by the bedroom standard (3 needed, 1 available)',
      'Crowding is never of itself proof of neglect',
      'the landlord’s next step was due on 4 March 2026',
      'Four levels, by the bedroom standard',
      'Recommendations 4 and 5',
      'Overcrowded by the bedroom standard',
      'Harbour Homes',
      'Flat 7',
    ])
      assert.ok(text.includes(told), told)
  })

  it('says of whom each fact is that it rests on, as far as the reader may know, and like facts in one line', async () => {
    const rowsOf = async (user: string, path: string): Promise<string[]> =>
      [...(await at(user).get(path)).text.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gu)].map(([, row = '']) =>
        row
          .replaceAll(/<[^>]+>/gu, ' ')
          .replaceAll(/\s+/gu, ' ')
          .replaceAll(/\b(?:Fact|Of whom|Source|Recorded|Age of this fact) /gu, '')
          .trim(),
      )
    const hal = await rowsOf('user:hal', await alertOf('user:hal', 'Offer of early help'))
    assert.deepEqual(
      hal.filter((row) => row.startsWith('Birth date')),
      [
        'Birth date Ilinca, Mirela, Radu and Tobias Harbour Homes 1 June 2026 1 day',
        'Birth date Person A Another agency 1 June 2026 1 day',
      ],
    )
    assert.ok(
      (await at('user:hal').get(await alertOf('user:hal', 'Offer of early help'))).text.includes(
        '“Person A” and so on are people of whom your agency holds no record',
      ),
    )
    const ada = await rowsOf('user:ada', await alertOf('user:hal', 'Offer of early help'))
    assert.ok(ada.includes('Birth date Sorin Children’s social care 1 June 2026 1 day'), ada.join('\n'))
  })

  it('leads an officer from the list of households and from the home to each question about it, and nobody to another’s', async () => {
    const questions = new Map([
      ['consider a referral', await alertOf('user:hal', 'Consider a referral')],
      ['offer of early help', await alertOf('user:hal', 'Offer of early help')],
    ])
    const [list, home] = [
      (await at('user:hal').get('/my-households')).text,
      (await at('user:hal').get(`/homes/${lantern.home}`)).text,
    ]
    const asked = (await at('user:hal').get('/my-households?about=asked')).text
    for (const [question, alert] of questions) {
      for (const text of [list, asked])
        assert.match(text, new RegExp(`You are asked:</strong>[\\s\\S]*href="${alert}">${question}`, 'u'))
      assert.ok(
        home.indexOf(`You are asked: ${question}.`) < home.indexOf('Picture of the home') &&
          home.includes(`You are asked: ${question}.`),
        question,
      )
      assert.match(home, new RegExp(`href="${alert}"[^>]*>\\s*Decide: ${question}`, 'u'))
    }
    assert.match(home, /Consider whether a safeguarding referral is needed/u)
    for (const text of [list, home]) assert.doesNotMatch(text, /discussion the same day/iu)
    const worker = (await at('user:ada').get(`/homes/${lantern.home}`)).text
    assert.match(
      worker,
      /You are asked: discussion the same day\.[\s\S]*Consider a referral<\/a>[\s\S]*Not answered yet/u,
    )
    for (const text of [list, asked, home, worker]) assert.deepEqual(await markupFaults(text), [])
  })

  it('is valid HTML on every page, for everybody', async () => {
    const referral = await alertOf('user:hal', 'Consider a referral')
    const sameDay = await alertOf('user:ada', 'Discussion the same day')
    for (const [user, path] of [
      ['user:hal', '/'],
      ['user:hal', referral],
      ['user:ada', referral],
      ['user:ada', sameDay],
      ['user:ada', `/families/${lantern.family}`],
      ['user:pia', '/alerts/load'],
      ['user:pia', '/settings/overcrowding-alert'],
      ['user:pia', '/settings'],
    ] as const) {
      const { status, text } = await at(user).get(path)
      assert.equal(status, 200, path)
      assert.deepEqual(await markupFaults(text), [], path)
    }
  })

  it('answers a housing officer as if an alert about a baby’s circumstances did not exist, in page and form', async () => {
    const sameDay = await alertOf('user:ada', 'Discussion the same day')
    const [shown, nothing] = [
      await at('user:hal').get(sameDay),
      await at('user:hal').get('/alerts/alert:00000000-0000-8000-8000-000000000000'),
    ]
    assert.equal(shown.status, 404)
    assert.equal(
      shown.text.replaceAll(/\d{1,2}:\d{2}|req-\w+|[0-9a-f-]{36}/gu, ''),
      nothing.text.replaceAll(/\d{1,2}:\d{2}|req-\w+|[0-9a-f-]{36}/gu, ''),
    )
    assert.equal((await at('user:hal').post(sameDay, { decision: 'acted', reason: 'x' })).status, 404)
  })

  it('returns every reason at once, linked to its field, with what was typed', async () => {
    const alert = await alertOf('user:hal', 'Consider a referral')
    const none = await at('user:hal').post(alert, {})
    assert.equal(none.status, 422)
    assert.deepEqual(linkedErrors(none.text), ['decision', 'reason'])
    const later = await at('user:hal').post(alert, {
      decision: 'not-now',
      reason: 'Visit on Monday',
      'reviewOn-day': '1',
      'reviewOn-month': '6',
      'reviewOn-year': '2026',
    })
    assert.deepEqual(linkedErrors(later.text), ['reviewOn-day'])
    assert.ok(later.text.includes('Visit on Monday') && later.text.includes('The day must be later than today'))
    assert.deepEqual(
      linkedErrors((await at('user:hal').post(alert, { decision: 'refer', reason: 'Seen on a visit' })).text),
      ['agreed'],
    )
    assert.deepEqual(await markupFaults(later.text), [])
  })

  it('refuses a reason that is longer than the record holds, and never cuts it: its end may be what matters', async () => {
    const alert = await alertOf('user:hal', 'Consider a referral')
    const long = `${'We looked in on the family. '.repeat(180)}The cot is not safe.`
    const { status, text } = await at('user:hal').post(alert, { decision: 'refer', agreed: 'yes', reason: long })
    assert.equal(status, 422)
    assert.deepEqual(linkedErrors(text), ['reason'])
    assert.ok(text.includes('Use 4000 characters or fewer') && text.includes('The cot is not safe.'))
  })

  it('stops asking after "not now" until the review date, and then asks again', async () => {
    const alert = await alertOf('user:hal', 'Offer of early help')
    const done = await at('user:hal').post(alert, {
      decision: 'not-now',
      reason: 'The family asked for a week.',
      'reviewOn-day': '9',
      'reviewOn-month': '6',
      'reviewOn-year': '2026',
    })
    assert.equal(done.status, 303)
    assert.equal(await alertOf('user:hal', 'Offer of early help'), '')
    assert.equal((await at('user:hal').get(alert)).text.includes('What do you decide?'), false)
    clock.set(noon('2026-06-09'))
    people.set('user:hal', await signedIn({ server }, 'user:hal'))
    assert.equal(await alertOf('user:hal', 'Offer of early help'), alert)
    assert.ok((await at('user:hal').get(alert)).text.includes('What do you decide?'))
  })

  it('takes a referral, which the social worker reads with its arithmetic, and which is on the record', async () => {
    const alert = await alertOf('user:hal', 'Consider a referral')
    const seen = /name="seen-answers" value="(\d+)"/u.exec((await at('user:hal').get(alert)).text)?.[1] ?? ''
    const done = await at('user:hal').post(alert, {
      decision: 'refer',
      agreed: 'yes',
      reason: 'No room for the baby to crawl; mould above the cot.',
      'seen-answers': seen,
    })
    assert.equal(done.status, 303)
    const again = await at('user:hal').post(alert, { decision: 'acted', reason: 'Sent twice', 'seen-answers': seen })
    assert.equal(again.status, 409)
    assert.ok(
      again.text.includes('Somebody else answered first') && /<details[^>]* open>[\s\S]*Sent twice/u.test(again.text),
      'told, and nothing typed is lost',
    )
    assert.deepEqual(await markupFaults(again.text), [])
    people.set('user:ada', await signedIn({ server }, 'user:ada'))
    const { text } = await at('user:ada').get(alert)
    for (const told of [
      'Referred to children’s social care',
      'No room for the baby to crawl',
      'The parents know and agree',
      'Hal Winterbourne',
      '3 children in the home',
    ])
      assert.ok(text.includes(told), told)
    const history = text.slice(text.indexOf('What happened to it'))
    assert.ok(
      history.indexOf('Referred to children') < history.indexOf('Raised: consider a referral'),
      'the latest first',
    )
    assert.equal(history.split('No room for the baby to crawl').length, 2, 'one act is told once')
    const entries = await database.transaction('app', async (tx) =>
      entriesAbout(tx, { subjects: [lantern.baby], kinds: ['ReferralMade'] }),
    )
    assert.deepEqual(
      entries.map(({ agency, topic }) => [agency, topic]),
      [['agency:landlord', 'contact']],
    )
    assert.ok(entries[0]?.subjects.some(({ id }) => id === lantern.family))
  })

  it('keeps what health and social care decide from the landlord', async () => {
    people.set('user:vera', await signedIn({ server }, 'user:vera'))
    const alert = await alertOf('user:vera', 'Offer of early help')
    assert.equal(
      (
        await at('user:vera').post(alert, {
          decision: 'acted',
          reason: 'Mother is treated for low mood; offered the children’s centre.',
        })
      ).status,
      303,
    )
    const page = await at('user:hal').get(alert)
    assert.equal(page.status, 200)
    assert.doesNotMatch(
      page.text,
      /low mood|Vera|Health Visiting|earlier plan|child in need|police|Ada Thornbury|social worker/iu,
    )
  })

  it('tells housing that a health visitor answered, and when, and asks housing no longer: one answer of either answers it', async () => {
    const alert =
      (await alertOf('user:ada', 'Offer of early help')) ||
      linksOn((await at('user:ada').get(`/families/${lantern.family}`)).text).get('Offer of early help') ||
      ''
    assert.equal(await alertOf('user:hal', 'Offer of early help'), '', 'not among what is asked of him')
    assert.equal(await alertOf('user:vera', 'Offer of early help'), '')
    const { text } = await at('user:hal').get(alert)
    assert.match(text, /A health visitor answered on 9 June 2026; what they wrote is not open to your role\./u)
    assert.ok(
      text.includes('It is not asked any more unless something else is asked.') &&
        text.includes('Do you want to add something?') &&
        !text.includes('What do you decide?'),
    )
    assert.match(
      text.slice(text.indexOf('What happened to it')),
      /A health visitor answered[\s\S]*What they wrote is not open to your role/u,
    )
    assert.deepEqual(await markupFaults(text), [])
    const family = (await at('user:ada').get(`/families/${lantern.family}`)).text
    assert.match(family, /Offer of early help<\/a>[\s\S]*Answered on 9 June 2026: acted/u)
    people.set('user:pia', await signedIn({ server }, 'user:pia'))
    const load = (await at('user:pia').get('/alerts/load')).text
    const row = load.split('<tr').find((one) => /Overcrowded home with a child: offer of early help/u.test(one)) ?? ''
    assert.deepEqual(
      [...row.matchAll(/(\d+)\s*(?:<\/span>)?\s*<\/td>/gu)].slice(0, 3).map(([, count]) => count),
      ['1', '1', '0'],
      'raised, standing, waiting',
    )
  })

  it('takes what housing adds beside another’s answer, without saying that somebody changed it meanwhile', async () => {
    const alert =
      linksOn((await at('user:ada').get(`/families/${lantern.family}`)).text).get('Offer of early help') ?? ''
    const seen = /name="seen-answers" value="(\d+)"/u.exec((await at('user:hal').get(alert)).text)?.[1] ?? ''
    assert.equal(
      (
        await at('user:hal').post(alert, {
          decision: 'acted',
          reason: 'Told them of the space adviser.',
          'seen-answers': seen,
        })
      ).status,
      303,
    )
    const { text } = await at('user:hal').get(alert)
    assert.ok(
      text.includes('Told them of the space adviser.') &&
        text.includes('A health visitor answered') &&
        !text.includes('Do you want to add something?'),
    )
  })

  it('tells who decides the settings how many homes a choice would concern, and the load, with no name', async () => {
    people.set('user:pia', await signedIn({ server }, 'user:pia'))
    const follows = (await at('user:pia').get('/settings/overcrowding-alert')).text
    assert.match(follows, /Of 1 homes? so many are asked about/u)
    assert.match(follows, /Only where the Housing Act 1985 is contravened/u)
    assert.match(follows, /Four levels, by the bedroom standard \(in force today\)/u)
    for (const told of [
      '2 June 2026 (in force today)',
      'The partnership tries it for a year.',
      'Pia Castellan, Partnership office, 1 June 2026',
    ])
      assert.ok(follows.includes(told), told)
    const load = (await at('user:pia').get('/alerts/load')).text
    assert.match(load, /Child in a home on the priority list: consider a referral/u)
    for (const text of [follows, load]) assert.doesNotMatch(text, /Osei|Brandt|Lantern|alert:|home:/u)
    assert.equal((await at('user:hal').get('/alerts/load')).status, 403)
  })

  it('shows on the family’s page what is asked and how it was answered', async () => {
    const { text } = await at('user:ada').get(`/families/${lantern.family}`)
    assert.match(text, /Consider a referral<\/a>[\s\S]*Referred to children’s social care on 9 June 2026/u)
    assert.doesNotMatch(text, /Answered: acted/u)
    assert.match(text, /Discussion the same day<\/a>[\s\S]*Not answered yet/u)
    const home = (await at('user:hal').get(`/homes/${lantern.home}`)).text
    assert.match(home, /Consider a referral<\/a>[\s\S]*Referred to children’s social care on 9 June 2026/u)
    assert.doesNotMatch(home, /You are asked: consider a referral/u)
  })

  it('keeps every decision of a policy on its page, earlier and coming ones too, with why, by whom and from when', async () => {
    await setPolicyTo(database, 'overcrowding-alert', 'statutory-only', '2026-06-09', '2026-06-09')
    await setPolicyTo(database, 'overcrowding-alert', 'off', '2027-01-01', '2026-06-09')
    for (const path of ['/settings/overcrowding-alert', '/settings']) {
      const { text } = await at('user:pia').get(path)
      assert.deepEqual(await markupFaults(text), [], path)
      for (const told of [
        'from 1 January 2027',
        'from 9 June 2026',
        'from 2 June 2026',
        'Pia Castellan, Partnership office, 9 June 2026',
      ])
        assert.ok(path !== '/settings' || text.toLowerCase().includes(told.toLowerCase()), told)
    }
    const { text } = await at('user:pia').get('/settings/overcrowding-alert')
    for (const told of [
      '1 January 2027 (to come)',
      '9 June 2026 (in force today)',
      '2 June 2026 (earlier)',
      'The partnership tries it for a year.',
    ])
      assert.ok(text.includes(told), told)
  })

  it('leads from the top of the settings to those of one matter', async () => {
    const { text } = await at('user:pia').get('/settings')
    const [ways = '', below = ''] = text.split('</nav>').slice(-2)
    assert.match(ways, /href="#about-overcrowded-homes">Overcrowded homes<\/a> <span class="rt-quiet">4 settings/u)
    const groups = below.split('<section ').slice(1)
    assert.equal(groups.length, [...ways.matchAll(/href="#about-/gu)].length)
    for (const way of ways.matchAll(/href="#(about-[^"]+)"/gu))
      assert.ok(
        groups.some((group) => group.includes(`<h2 class="govuk-heading-m" id="${way[1]}"`)),
        way[0],
      )
    const overcrowded = groups.find((group) => group.includes('id="about-overcrowded-homes"')) ?? ''
    assert.deepEqual(
      [...overcrowded.matchAll(/<div id="([^"]+)"/gu)].map(([, id]) => id),
      [
        'overcrowding-alert',
        'overcrowding-alert-due-weeks',
        'overcrowding-alert-bed-and-breakfast-nights',
        'overcrowding-alert-data-age',
      ],
    )
  })

  it('says of an alert that moved with the partnership’s rule that the rule moved it, which and since when, with the way to the decision', async () => {
    const alert =
      linksOn((await at('user:ada').get(`/families/${lantern.family}`)).text).get('Offer of early help') ?? ''
    const sameDay = await alertOf('user:ada', 'Discussion the same day')
    await sweep('2026-06-09')
    people.set('user:ada', await signedIn({ server }, 'user:ada'))
    for (const path of [alert, sameDay]) {
      const { text } = await at('user:ada').get(path)
      assert.ok(
        text.includes(
          'The partnership’s rule changed: “Overcrowding alert” is “Only where the Housing Act 1985 is contravened” from 9 June 2026.',
        ),
        path,
      )
      assert.ok(text.includes('href="/settings#overcrowding-alert"'))
      assert.doesNotMatch(text, /facts no longer hold|facts moved|facts changed/iu)
      assert.deepEqual(await markupFaults(text), [])
    }
    assert.ok((await at('user:ada').get('/settings')).text.includes('id="overcrowding-alert"'))
  })

  it('names the facts that moved an alert to whoever may see them', async () => {
    const alert =
      linksOn((await at('user:ada').get(`/families/${lantern.family}`)).text).get('Consider a referral') ?? ''
    await database.transaction('app', async (tx) =>
      made(
        await stateApplication.record(book, tx, saying('landlord', '2026-06-10'), [
          { home: lantern.home, application: 'A-20913', status: 'closed', registeredOn: '2017-03-09' },
        ]),
      ),
    )
    await sweep('2026-06-10')
    const { text } = await at('user:hal').get(alert)
    assert.match(text, /Not asked any more[\s\S]*The facts changed: the housing application\./u)
  })
})
