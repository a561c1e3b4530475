import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { openRecord, paths } from './index.ts'
import { book, saying, seal } from './testing/harbour.ts'
import { openStreet, refugeAddress } from './testing/street.ts'
import type { Street } from './testing/street.ts'
import { headingOf, linkedErrors, markupFaults, signedIn } from './testing/visitor.ts'
import type { AtTheDoor, Shown } from './testing/visitor.ts'

const search = async (who: AtTheDoor, asked: string): Promise<Shown> =>
  who.post(paths.find, Object.fromEntries(new URLSearchParams(asked)))

describe('the pages of a family', { concurrency: false }, () => {
  let street: Street
  let close: () => Promise<void>
  let ada: AtTheDoor
  before(async () => {
    const opened = await emptyDatabase('pglite')
    street = await openStreet(opened.database)
    ada = await signedIn(street, 'user:ada')
    close = async () => {
      await street.server.close()
      await opened.close()
    }
  })
  after(async () => close())

  it('says who is in a family, whom to ring, where they live, what is not known and what agencies differ about', async () => {
    const { status, text } = await ada.get(paths.family(street.family))
    assert.equal(status, 200)
    assert.equal(headingOf(text), 'Family of Teodor and Wren')
    for (const told of [
      '2 children (5 years, 9 weeks), 1 baby expected and 2 adults',
      'Lead practitioner',
      '01632 960 141',
      '12 Chandlery House',
      'Who the father of Teodor is',
      '15 April 2021',
      '25 April 2021',
      'Whether Jonah Pellow has parental responsibility for Wren',
      'The cot stands beside',
    ])
      assert.ok(text.includes(told), told)
    assert.ok(!/<title>[^<]*(?:Wren|Teodor|Okparavi)/u.test(text), 'a title stays in the history of a shared browser')
  })

  it('is valid HTML on every page and form', async () => {
    const { family, schoolChild, mother, hiddenMother, home, contact } = street
    const all = [
      '/',
      paths.family(family),
      `${paths.family(family)}?known=2025-03-08`,
      paths.timeline(family),
      paths.looks(family),
      paths.person(schoolChild),
      paths.household(home),
      '/find',
      paths.contact(family),
      `${paths.involve(family)}?who=health`,
      paths.endInvolvement(family),
      paths.lead(family),
      paths.relationship(family),
      paths.responsibility(family),
      paths.addMember(family),
      paths.endMember(family),
      paths.openFamily,
      paths.hideAddress(mother),
      `${paths.same(mother)}?who=marrowby`,
      paths.joining(mother, hiddenMother),
      paths.correct({ record: schoolChild }, contact),
      paths.withdraw({ family }, contact),
      paths.correct({ family }, contact),
    ]
    for (const path of all) {
      const { status, text } = await ada.get(path)
      if (path === paths.correct({ record: schoolChild }, contact))
        assert.equal(status, 404, 'an entry about somebody else has no form here')
      else assert.equal(status, 200, path)
      assert.deepEqual(await markupFaults(text), [], path)
    }
    for (const asked of ['name=okparavi', 'name=zyx', '', 'born-day=31&born-month=2&born-year=2026'])
      assert.deepEqual(await markupFaults((await search(ada, asked)).text), [], asked)
    assert.deepEqual(
      [
        linkedErrors((await search(ada, '')).text),
        linkedErrors((await search(ada, 'born-day=31&born-month=2&born-year=2026')).text),
      ],
      [['name'], ['born-day']],
    )
  })

  it('shows an earlier day as it was known then, and refuses a day to come in kind words', async () => {
    const then = await ada.get(`${paths.family(street.family)}?known=2025-03-08`)
    assert.equal(headingOf(then.text), 'Family of Teodor')
    assert.ok(
      then.text.includes('As known on 8 March 2025') &&
        !then.text.includes('Wren') &&
        !then.text.includes('Record a contact'),
    )
    const before = await ada.get(`${paths.timeline(street.family)}?known=2024-03-08`)
    assert.ok(before.status === 200 && before.text.includes('nothing that you may see had been recorded'))
    for (const [known, words] of [
      ['2027-01-01', 'Enter a day in the past'],
      ['yesterday', 'Enter a real day'],
    ] as const) {
      const page = await ada.get(`${paths.person(street.schoolChild)}?known=${known}`)
      assert.equal(page.status, 400)
      assert.deepEqual(linkedErrors(page.text), ['known'])
      assert.ok(page.text.includes(words))
    }
  })

  it('tells a social worker who finds a child of their own family of no agency that holds a record of the child too', async () => {
    await street.database.transaction('app', async (tx) =>
      openRecord.record(book, tx, saying('hospital', '2026-10-02'), [
        {
          reference: 'ward-1',
          statements: [
            { say: 'names', names: [{ use: 'usual', given: 'Wren', family: 'Okparavi' }] },
            { say: 'birth', on: '2026-09-20' },
          ],
        },
      ]),
    )
    const own = await search(ada, 'name=Wren+Okparavi&born-day=20&born-month=9&born-year=2026')
    assert.ok(own.text.includes('1 person found') && own.text.includes('Family of Teodor and Wren'))
    assert.doesNotMatch(own.text, /Known to|You do not work with this family/u)
  })

  it('answers a stranger to a family as if there were none, until they name somebody exactly', async () => {
    const wim = await signedIn(street, 'user:wim')
    const nowhere = await wim.get('/families/family:00000000-0000-7000-8000-000000000000')
    const closed = await wim.get(paths.family(street.family))
    assert.deepEqual(
      [closed.status, closed.text.replaceAll(/10:00am|_csrf" value="[^"]*/gu, '')],
      [404, nowhere.text.replaceAll(/10:00am|_csrf" value="[^"]*/gu, '')],
    )
    assert.equal((await wim.get(paths.reason(street.family))).status, 404)
    assert.ok((await search(wim, 'name=Okparavi')).text.includes('Nobody was found'), 'a part of a name finds nobody')
    const found = await search(wim, 'name=Wren+Okparavi&born-day=20&born-month=9&born-year=2026')
    assert.ok(
      found.text.includes('1 person found'),
      'the hospital’s own record of her leads to nobody whom the other does not',
    )
    assert.ok(found.text.includes('Known to Assessment team') && found.text.includes('01632 960 141'))
    assert.ok(!/Teodor|Marisol|Chandlery/u.test(found.text))
    const short = await wim.post(paths.reason(street.family), { reason: 'no' })
    assert.equal(short.status, 422)
    assert.deepEqual(linkedErrors(short.text), ['reason'])
    const given = await wim.post(paths.reason(street.family), {
      reason: 'Wren was brought to the ward in the night; I need to know whom to ring.',
    })
    assert.equal(given.location, paths.family(street.family))
    const seen = await wim.get(paths.family(street.family))
    assert.equal(seen.status, 200)
    assert.ok(
      !seen.text.includes('Chandlery') &&
        seen.text.includes('Addresses are not shown to your role') &&
        !seen.text.includes('Record a contact'),
    )
    assert.equal((await wim.get(paths.contact(street.family))).status, 403)
    const work = await ada.get('/')
    assert.ok(work.text.includes('Wim Loder') && work.text.includes('brought to the ward in the night'))
    assert.ok((await ada.get(paths.looks(street.family))).text.includes('Turned away'))
  })

  it('tells a housing officer number, ages and one contact route, and no name, health or worker of other agencies', async () => {
    const hal = await signedIn(street, 'user:hal')
    const home = await hal.get(paths.household(street.home))
    assert.equal(home.status, 200)
    for (const told of ['5 years', '9 weeks', 'a baby expected', 'Assessment team', 'M Okparavi'])
      assert.ok(home.text.includes(told), told)
    const person = await hal.get(paths.person(street.schoolChild))
    const refuge = await hal.get(paths.household(street.refuge))
    for (const { text } of [
      home,
      person,
      refuge,
      await hal.get('/'),
      await search(hal, 'name=Teodor'),
      await search(hal, 'born-year=1999'),
    ])
      assert.ok(!/Teodor Ok|Wren|Marisol|Jonah|Thessaly|Ottoline|Imogen|Vera|slow weight gain|27 years/u.test(text))
    assert.ok(refuge.text.includes(': who lives here'), 'an age alone would tell where somebody hides')
    assert.deepEqual(
      [(await hal.get(paths.family(street.family))).status, (await hal.get(paths.person(street.hiddenMother))).status],
      [404, 404],
    )
  })

  it('keeps a hidden address from those who may not know it, and warns those who may', async () => {
    const stan = await signedIn(street, 'user:stan')
    for (const path of [
      paths.family(street.hiddenFamily),
      paths.timeline(street.hiddenFamily),
      paths.person(street.hiddenMother),
      '/',
      `${paths.family(street.hiddenFamily)}?known=2025-03-05`,
    ])
      assert.ok(!(await stan.get(path)).text.includes(refugeAddress), path)
    for (const asked of ['name=Marrowby', 'postcode=HR7+1ZZ'])
      assert.ok(!(await search(stan, asked)).text.includes(refugeAddress), asked)
    assert.ok((await search(stan, 'postcode=HR7+1ZZ')).text.includes('Nobody was found'))
    assert.ok((await stan.get(paths.family(street.hiddenFamily))).text.includes('Address must not be disclosed'))
    const known = await ada.get(paths.family(street.hiddenFamily))
    assert.ok(known.text.includes(refugeAddress) && known.text.includes('Must not be disclosed'))
    assert.equal((await stan.get(paths.household(street.refuge))).status, 404)
  })

  const contact = (): Record<string, string | string[]> => ({
    'happenedOn-day': '22',
    'happenedOn-month': '11',
    'happenedOn-year': '2026',
    channel: 'home-visit',
    what: 'The lift works again.',
    'children-0': street.schoolChild,
    'seen-0': 'yes',
    'alone-0': 'yes',
    'children-1': street.child,
    'seen-1': 'not-known',
    persons: [street.mother],
    interpreter: 'language',
    language: 'Portuguese',
    sensitivity: 'ordinary',
  })

  it('records a contact, and gives back an unfinished one as it was typed with every reason linked', async () => {
    const empty = await ada.post(paths.contact(street.family), { what: '<b>half a sentence</b>' })
    assert.equal(empty.status, 422)
    assert.deepEqual(linkedErrors(empty.text), ['happenedOn', 'channel', 'seen-0', 'interpreter', 'sensitivity'])
    assert.ok(empty.text.includes('&lt;b&gt;half a sentence'))
    assert.deepEqual(await markupFaults(empty.text), [])
    assert.equal((await ada.post(paths.contact(street.family), contact())).location, paths.family(street.family))
    const page = await ada.get(paths.family(street.family))
    assert.ok(
      page.text.includes('The contact was recorded.') &&
        page.text.includes('The lift works again.') &&
        page.text.includes('With an interpreter for Portuguese.') &&
        page.text.includes('Teodor: seen, alone; Wren: seen or not: not known.'),
    )
  })

  it('tells that somebody else saved first, keeps what was typed, and takes it when it is sent again', async () => {
    const form = await ada.get(paths.contact(street.family))
    const version = /name="seen-version" value="([^"]+)"/u.exec(form.text)?.[1] ?? ''
    await ada.post(paths.contact(street.family), { ...contact(), what: 'Somebody was quicker.' })
    const late = await ada.post(paths.contact(street.family), {
      ...contact(),
      what: 'Mine, typed meanwhile.',
      'seen-version': version,
    })
    assert.equal(late.status, 409)
    assert.ok(
      late.text.includes('Somebody else recorded something here') &&
        late.text.includes('Mine, typed meanwhile.') &&
        late.text.includes('Portuguese'),
    )
    assert.deepEqual(await markupFaults(late.text), [])
    const fresh = /name="seen-version" value="([^"]+)"/u.exec(late.text)?.[1] ?? ''
    assert.notEqual(fresh, version)
    assert.equal((await ada.post(paths.contact(street.family), { ...contact(), 'seen-version': fresh })).status, 303)
  })

  it('keeps a draft until it is sent', async () => {
    await ada.post('/drafts', { _action: paths.relationship(street.family), toldBy: 'the grandmother' })
    assert.ok((await ada.get(paths.relationship(street.family))).text.includes('value="the grandmother"'))
    const sent = {
      from: 'described',
      'from-described': 'Teodor’s uncle, first name Sol',
      type: 'other',
      to: street.schoolChild,
      toldBy: 'the grandmother',
    }
    assert.equal((await ada.post(paths.relationship(street.family), sent)).location, paths.family(street.family))
    assert.ok(!(await ada.get(paths.relationship(street.family))).text.includes('the grandmother'))
    assert.ok((await ada.get(paths.family(street.family))).text.includes('first name Sol'))
  })

  it('shows what an entry said before it was put right or taken back, and on an earlier day says it still', async () => {
    const page = await ada.get(paths.person(street.schoolChild))
    const entries = [
      ...page.text.matchAll(/href="(\/people\/[^"]+\/entries\/([^"/]+)\/correct)">Correct<span[^>]*>: NHS number/gu),
    ]
    const correct = entries[0]?.[1] ?? ''
    assert.ok((await ada.get(correct)).text.includes('value="943 476 5910"'))
    assert.deepEqual(linkedErrors((await ada.post(correct, { number: '', because: '' })).text), ['number', 'because'])
    assert.equal(
      (await ada.post(correct, { number: '943 476 5919', because: 'read from the red book' })).location,
      paths.person(street.schoolChild),
    )
    const now = await ada.get(paths.person(street.schoolChild))
    assert.ok(
      now.text.includes('What it said before') &&
        now.text.includes('943 476 5910') &&
        now.text.includes('read from the red book') &&
        !now.text.includes('Check digit does not hold'),
    )
    await seal(street.database, '2026-11-23T10:00:00Z')
    assert.ok(
      (await ada.get(`${paths.person(street.schoolChild)}?known=2026-11-22`)).text.includes(
        'Check digit does not hold',
      ),
    )
    const again = await ada.post(correct, { number: '943 476 5919', because: 'twice' })
    assert.ok(again.status === 422 && again.text.includes('Somebody has put this entry right already'))
    const others = await ada.post(paths.withdraw({ family: street.family }, street.contact), { because: 'not ours' })
    assert.ok(others.status === 422 && others.text.includes('Another agency recorded this'))
    const vera = await signedIn(street, 'user:vera')
    assert.equal(
      (
        await vera.post(paths.withdraw({ family: street.family }, street.contact), {
          because: 'It was the flat next door.',
        })
      ).status,
      303,
    )
    assert.ok((await vera.get(paths.timeline(street.family))).text.includes('What was taken back'))
  })

  it('tells on the timeline what happened, and how names and records stand only where that is asked for', async () => {
    const [happened, everything] = [
      await ada.get(paths.timeline(street.family)),
      await ada.get(`${paths.timeline(street.family)}?about=everything`),
    ]
    assert.ok(!happened.text.includes('Names of ') && happened.text.includes('Show everything that was recorded'))
    assert.ok(everything.text.includes('Names of ') && !everything.text.includes('Show everything that was recorded'))
    for (const { text } of [happened, everything]) assert.deepEqual(await markupFaults(text), [])
  })

  it('joins two records on a page that says what follows, and parts them again', async () => {
    const join = paths.joining(street.mother, street.hiddenMother)
    const asked = await ada.get(join)
    assert.ok(
      asked.text.includes('two dates of birth') &&
        asked.text.includes('must not be disclosed') &&
        asked.text.includes('2 families'),
    )
    assert.deepEqual(
      linkedErrors((await ada.post('/join', { left: street.mother, right: street.hiddenMother })).text),
      ['because'],
    )
    assert.equal(
      (await ada.post('/join', { left: street.mother, right: street.hiddenMother, because: 'she said so' })).location,
      paths.person(street.mother),
    )
    const joined = await ada.get(paths.person(street.mother))
    const part = /href="([^"]+\/part\?joining=([^"]+))">Part/u.exec(joined.text)
    assert.ok(joined.text.includes('Thessaly') && part !== null)
    assert.equal(
      (await ada.post(paths.part(street.mother), { joining: part[2] ?? '', because: 'another woman' })).status,
      303,
    )
    const parted = await ada.get(paths.person(street.mother))
    assert.ok(!parted.text.includes('1999') && headingOf(parted.text) === 'Marisol Okparavi')
    const stan = await signedIn(street, 'user:stan')
    assert.equal((await stan.get(paths.joining(street.mother, 'record:unknown'))).status, 404)
  })

  it('opens a family around a child, with the opener at work in it, and lets others begin and end', async () => {
    const opened = await ada.post(paths.openFamily, {
      around: 'unborn',
      'expected-month': '4',
      'expected-year': '2027',
      given: 'Perpetua',
      familyName: 'Lindqvist-Amo',
      sex: 'female',
      role: 'social worker',
    })
    const family = opened.location ?? ''
    const page = await ada.get(family)
    assert.ok(
      page.text.includes('Unborn baby') && page.text.includes('Expected April 2027') && page.text.includes('Perpetua'),
    )
    const child = await ada.post(`${family}/add-member`, {
      record: 'new',
      given: 'Bertil',
      sex: 'male',
      role: 'child',
      'trueFrom-year': '2024',
    })
    assert.equal(child.location, family)
    assert.equal(
      (
        await ada.post(`${family}/involve`, {
          who: 'quay',
          principal: 'team:visit',
          role: 'health visitor',
          'from-day': '23',
          'from-month': '11',
          'from-year': '2026',
        })
      ).location,
      family,
    )
    const vera = await signedIn(street, 'user:vera')
    assert.equal((await vera.get(family)).status, 200)
    assert.equal(
      (
        await ada.post(`${family}/lead`, {
          user: 'user:ada',
          'from-day': '23',
          'from-month': '11',
          'from-year': '2026',
        })
      ).location,
      family,
    )
    assert.equal(
      (
        await vera.post(`${family}/end-involvement`, {
          principal: 'team:visit',
          'on-day': '23',
          'on-month': '11',
          'on-year': '2026',
        })
      ).status,
      303,
    )
    assert.equal((await vera.get(family)).status, 404)
    assert.equal((await (await signedIn(street, 'user:sys')).get(paths.openFamily)).status, 404)
  })

  it('hides an address with those who share the home, and shows parental responsibility as it was stated', async () => {
    const given = {
      child: street.child,
      holder: street.father,
      state: 'has',
      basis: 'father-registered-on-or-after-1-december-2003',
      evidence: 'birth certificate seen',
    }
    assert.deepEqual(linkedErrors((await ada.post(paths.responsibility(street.family), {})).text), [
      'child',
      'holder',
      'state',
      'basis',
    ])
    assert.equal((await ada.post(paths.responsibility(street.family), given)).status, 303)
    assert.ok((await ada.get(paths.family(street.family))).text.includes('Has parental responsibility for Wren'))
    assert.deepEqual(linkedErrors((await ada.post(paths.hideAddress(street.mother), {})).text), ['why', 'askedBy'])
    assert.equal(
      (await ada.post(paths.hideAddress(street.mother), { why: 'A threat was made.', askedBy: 'the mother' })).status,
      303,
    )
    const stan = await signedIn(street, 'user:stan')
    const page = await stan.get(paths.family(street.family))
    assert.ok(
      page.text.includes('Address must not be disclosed') &&
        !page.text.includes('Chandlery') &&
        !page.text.includes('A threat was made'),
    )
  })
})
