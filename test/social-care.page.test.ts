import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openFrontDesk, enrolUser, startInvolvement } from '#access/index.ts'
import { markupFaults, signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor } from '#families/testing/visitor.ts'
import { begin, instant, load, sealAt, socialCare } from '#feeds/testing/house.ts'
import { migrate } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { recordBook, rooms, routesOf } from '#rooms.ts'
import { aChildOnAPlan } from './support/deliveries.ts'
import { emptyDatabase } from './support/worlds.ts'

describe('what children’s social care sent', { concurrency: false }, () => {
  let server: FastifyInstance
  let close: () => Promise<void>
  let worker: AtTheDoor
  let nurse: AtTheDoor
  let family: string

  before(async () => {
    const { database, close: closeDatabase } = await emptyDatabase('pglite')
    await begin(database)
    await migrate(database, rooms)
    assert.equal((await load(database, 'ssd', aChildOnAPlan(), '2026-11-20')).state, 'applied')
    await sealAt(database, '2026-11-20')
    const clock = steppedClock(instant('2026-11-23'))
    server = await openServer({
      database,
      clock,
      log: openLog('silent'),
      notReady: () => undefined,
      routes: routesOf({
        database,
        book: recordBook,
        record: () => ({ partnership: 'Harbour Reach', demo: true, loading: false }),
      }),
      desk: openFrontDesk({ database, nav: [], isDemo: () => true }),
    })
    close = async () => {
      await server.close()
      await closeDatabase()
    }
    worker = await signedIn({ server }, 'user:edda-marsh')
    family = /href="(\/families\/family:[^"?]+)"/u.exec((await worker.get('/')).text)?.[1] ?? ''
    await database.transaction('app', async (tx) => {
      const said = { by: 'user:edda-marsh', agency: socialCare, source: 'form:test', at: instant('2026-11-20') }
      await enrolUser.record(recordBook, tx, said, [
        {
          user: 'user:wren',
          name: 'Wren Halloway',
          role: 'ward-nurse',
          title: 'Ward nurse',
          agency: 'agency:partnership',
          teams: [],
        },
      ])
      await startInvolvement.record(recordBook, tx, said, [
        {
          family: family.replace('/families/', ''),
          principal: 'user:wren',
          role: 'ward nurse',
          from: Temporal.PlainDate.from('2026-11-20'),
        },
      ])
    })
    nurse = await signedIn({ server }, 'user:wren')
  })
  after(async () => close())

  const wordsOf = async (door: AtTheDoor, path: string): Promise<string> => {
    const { status, text } = await door.get(path)
    assert.equal(status, 200)
    assert.deepEqual(await markupFaults(text), [])
    return text
      .slice(text.indexOf('<main'))
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/ ([.,;])/gu, '$1')
  }

  it('stands on the family’s page: the plan in force first, what is open, what is due, and what was before', async () => {
    const text = await wordsOf(worker, family)
    assert.match(
      text,
      /Children’s social care: plans and enquiries Now Child protection plan for Maren since 4 September 2026\. Category: neglect\. Recorded 20 November 2026\./u,
    )
    assert.match(text, /Assessment for Maren, open since 5 October 2026\./u)
    assert.match(text, /Review of the child protection plan for Maren, due 4 December 2026\./u)
    assert.match(text, /Before Child in need plan for Maren, began 21 April 2026, ended 14 August 2026\./u)
    assert.match(
      text,
      /Section 47 enquiry for Maren, began 17 August 2026, ended 28 August 2026\. What came of it: a child protection conference; “Home is cold”\./u,
    )
    assert.match(
      text,
      /Initial child protection conference for Maren, held 4 September 2026\. A child protection plan was made\./u,
    )
  })

  it('lists the family for its worker without telling them under each family what they are', async () => {
    const { text } = await worker.get('/')
    assert.ok(text.includes(family))
    assert.doesNotMatch(text, /You are here as: social worker</iu)
  })

  it('stands on the timeline in plain words on the days on which it happened, what is not known as not known', async () => {
    const text = await wordsOf(worker, `${family}/timeline`)
    assert.doesNotMatch(text, /An entry of another part/u)
    assert.match(
      text,
      /Children’s social care was told about Maren.{0,40}Told by: a health visitor\. What came of it: a new referral\./u,
    )
    assert.match(
      text,
      /Maren was referred to children’s social care.{0,40}Referred by: code 9X, not known to this edition\. Main need: abuse, neglect or exploitation\. What came of it: further action; which is not known\. Closed 14 August 2026: closed after assessment, no further action\./u,
    )
    assert.match(
      text,
      /Assessment of Maren by children’s social care 5 October 2026 Began 5 October 2026; no end is recorded\. Whether Maren was seen is not known\. What came of it: not known\./u,
    )
    assert.match(
      text,
      /Visit to Maren under a child protection plan 18 September 2026 Maren was seen alone\. Whether their bedroom was seen is not known\. Source: Children’s social care, in its extract of 20 November 2026/u,
    )
  })

  it('stands on the child’s own page in the same words', async () => {
    const person =
      [...(await worker.get(family)).text.matchAll(/href="(\/people\/record:[^"?]+)"[^>]*>([^<]*)/gu)].find(
        ([, , name = '']) => name.includes('Maren'),
      )?.[1] ?? ''
    const text = await wordsOf(worker, person)
    assert.match(text, /Child protection plan for Maren/u)
    assert.doesNotMatch(text, /An entry of another part/u)
  })

  it('is as it was known then: before the delivery there is no plan on the page', async () => {
    assert.doesNotMatch(await wordsOf(worker, `${family}?known=2026-11-19`), /plan for Maren/u)
  })

  it('tells a ward nurse of plans and conferences, and nothing of enquiries and assessments', async () => {
    const text = await wordsOf(nurse, family)
    assert.match(text, /Child protection plan for Maren since 4 September 2026\. Category: neglect\./u)
    assert.match(text, /Initial child protection conference for Maren, held 4 September 2026\./u)
    assert.doesNotMatch(text, /Section 47|Assessment for|Home is cold/u)
  })
})
