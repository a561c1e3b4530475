import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { emptyDatabase } from '../../../test/support/worlds.ts'
import { recordContact, stateAboutPerson } from '../commands/index.ts'
import { paths } from '../paths.ts'
import { book, house, made, saying } from '../testing/harbour.ts'
import { doorsOf } from '../../../test/support/some-rooms.ts'
import { openStreet } from '../testing/street.ts'
import type { Street } from '../testing/street.ts'
import { signedIn } from '../testing/visitor.ts'
import type { AtTheDoor } from '../testing/visitor.ts'

type Sent = Readonly<Record<string, string | readonly string[]>>

const onDay = (name: string): Sent => ({ [`${name}-day`]: '20', [`${name}-month`]: '11', [`${name}-year`]: '2026' })

describe('every form of a family', { concurrency: false }, () => {
  let street: Street
  let close: () => Promise<void>
  let ada: AtTheDoor
  let vera: AtTheDoor
  before(async () => {
    const opened = await emptyDatabase('pglite')
    street = await openStreet(opened.database)
    ada = await signedIn(street, 'user:ada')
    vera = await signedIn(street, 'user:vera')
    close = async () => {
      await street.server.close()
      await opened.close()
    }
  })
  after(async () => close())

  interface Written {
    /** The agency that said it takes it back. */
    readonly by?: AtTheDoor
    readonly path: string
    /** Where the form is opened, if not at the address it is sent to. */
    readonly opened?: string
    readonly answers: Sent
    /** Of whom its entry tells: whose changes since the form was opened its writer must be told. */
    readonly about: readonly string[]
  }

  const written = (): readonly Written[] => {
    const { family, hiddenMother, child, mother, schoolChild } = street
    return [
      {
        path: paths.contact(family),
        answers: {
          channel: 'telephone',
          what: 'She rang about the damp.',
          'children-0': schoolChild,
          'seen-0': 'no',
          'children-1': child,
          'seen-1': 'no',
          persons: mother,
          interpreter: 'not-needed',
          sensitivity: 'ordinary',
          ...onDay('happenedOn'),
        },
        about: [family],
      },
      {
        path: paths.relationship(family),
        answers: { from: mother, type: 'carer', to: schoolChild, toldBy: 'the mother' },
        about: [mother, schoolChild],
      },
      {
        path: paths.responsibility(family),
        answers: { child, holder: mother, state: 'not-known', basis: 'not-known', evidence: 'none seen' },
        about: [child],
      },
      {
        path: paths.involve(family),
        answers: { who: 'Wim', principal: 'user:wim', role: 'ward nurse', ...onDay('from') },
        about: [family],
      },
      { path: paths.endInvolvement(family), answers: { principal: 'user:stan', ...onDay('on') }, about: [family] },
      { path: paths.lead(family), answers: { user: 'user:vera', ...onDay('from') }, about: [family] },
      {
        path: paths.addMember(family),
        answers: { record: 'new', given: 'Ines', familyName: 'Okparavi', role: 'other', sex: 'not-known' },
        about: [family],
      },
      {
        path: paths.endMember(family),
        answers: { record: schoolChild, because: 'He lives with his father.', ...onDay('trueFrom') },
        about: [family, schoolChild],
      },
      {
        path: paths.hideAddress(mother),
        answers: { why: 'Somebody looks for her.', askedBy: 'the mother' },
        about: [mother],
      },
      {
        path: paths.join,
        opened: paths.joining(mother, hiddenMother),
        answers: { left: mother, right: hiddenMother, because: 'She said so.' },
        about: [mother, hiddenMother],
      },
      {
        by: vera,
        path: paths.withdraw({ family }, street.contact),
        answers: { because: 'It was another family.' },
        about: [family],
      },
    ]
  }

  /** Forms whose entry stands beside every other, so that nobody's is overwritten; and those tried by a test of their own. */
  const notInTheWalk = new Map([
    ['/families/new', 'opens what is not there yet'],
    ['/families/:family/reason', 'a reason stands beside every other'],
    ['/people/:record/part', 'below'],
    ['/families/:family/entries/:entry/correct', 'shares what it has seen with taking back'],
    ['/people/:record/entries/:entry/correct', 'shares what it has seen with taking back'],
    ['/people/:record/entries/:entry/withdraw', 'shares what it has seen with taking back'],
    ['/find', 'a search'],
  ])

  /** Somebody else records something meanwhile. */
  const meanwhile = async (subject: string): Promise<void> =>
    street.database.transaction('app', async (tx) => {
      const said = saying('visiting', '2026-11-20', 'user:vera')
      if (subject === street.family)
        made(
          await recordContact.record(book, tx, said, [
            {
              family: subject,
              happenedOn: '2026-11-20',
              sensitivity: 'ordinary',
              channel: 'telephone',
              what: 'A call.',
              persons: [street.schoolChild],
              children: [],
              interpreter: 'not-needed',
            },
          ]),
        )
      else
        made(
          await stateAboutPerson.record(book, tx, said, [
            { record: subject, statement: { say: 'sex', sex: 'not-known' } },
          ]),
        )
    })

  const seenBy = async (address: string, by: AtTheDoor = ada): Promise<string> => {
    const form = await by.get(address)
    assert.equal(form.status, 200, address)
    const seen = /name="seen-version" value="([^"]+)"/u.exec(form.text)?.[1]
    assert.ok(seen !== undefined, `${address} carries what was seen`)
    return seen
  }

  it('tells its writer whatever changed since of whom it is about, and keeps what they typed', async () => {
    for (const { by = ada, path, opened = path, answers, about } of written())
      for (const subject of about) {
        const seen = await seenBy(opened, by)
        await meanwhile(subject)
        const late = await by.post(path, { ...answers, 'seen-version': seen })
        assert.equal(late.status, 409, `${path} after a change of ${subject}`)
        assert.ok(late.text.includes('Somebody else saved first'), path)
        for (const typed of Object.values(answers))
          assert.ok(typeof typed === 'string' && late.text.includes(typed), `${path} keeps ${String(typed)}`)
      }
  })

  it('tells whoever parts records that somebody else wrote of them', async () => {
    const { mother, hiddenMother } = street
    const joined = await ada.post(paths.join, { left: mother, right: hiddenMother, because: 'She said so.' })
    assert.equal(joined.status, 303)
    const part = /href="([^"]+\/part\?joining=([^"]+))">Part/u.exec((await ada.get(paths.person(mother))).text)
    assert.ok(part !== null)
    const answers = { joining: part[2] ?? '', because: 'Another woman.' }
    for (const record of [mother, hiddenMother]) {
      const seen = await seenBy(part[1] ?? '')
      await meanwhile(record)
      assert.equal((await ada.post(paths.part(mother), { ...answers, 'seen-version': seen })).status, 409, record)
    }
    assert.equal((await ada.post(paths.part(mother), answers)).status, 303)
  })

  it('is in this walk, or stands here with why not', () => {
    const forms = doorsOf(house, street.database)
      .filter(({ method, path }) => method === 'POST' && /^\/(?:families|people|join|find)/u.test(path))
      .map(({ path }) => path)
    const walked = written().map(({ path }) => path)
    const matches = (form: string): boolean =>
      walked.some((path) => new RegExp(`^${form.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u').test(path))
    assert.ok(forms.length > 15)
    assert.deepEqual(
      forms.filter((form) => !matches(form) && !notInTheWalk.has(form)),
      [],
    )
  })

  it('refuses a text that is longer than is kept, and gives it back whole', async () => {
    const long = 'x'.repeat(5000)
    const { family, mother } = street
    const texts: readonly (readonly [string, readonly string[], Sent])[] = [
      [paths.contact(family), ['what', 'language'], { interpreter: 'language' }],
      [paths.relationship(family), ['toldBy', 'from-described'], { from: 'described' }],
      [paths.responsibility(family), ['evidence', 'verifiedBy', 'holder-described'], { holder: 'described' }],
      [paths.involve(family), ['role'], {}],
      [paths.addMember(family), ['given', 'familyName'], { record: 'new' }],
      [paths.endMember(family), ['because'], {}],
      [paths.openFamily, ['given', 'familyName', 'role'], {}],
      [paths.hideAddress(mother), ['why', 'askedBy'], {}],
      [paths.correct({ family }, street.contact), ['what', 'because'], {}],
      [paths.withdraw({ family }, street.contact), ['because'], {}],
      [paths.join, ['because'], { left: mother, right: street.hiddenMother }],
      [paths.part(mother), ['because'], {}],
    ]
    for (const [path, names, sent] of texts) {
      const all = Object.fromEntries(names.map((name) => [name, long]))
      const reply = await ada.post(path, { ...sent, ...all })
      assert.equal(reply.status, 422, path)
      assert.equal(reply.text.split(long).length - 1, names.length, `${path} gives every text back whole`)
      for (const name of names)
        assert.match(
          reply.text,
          new RegExp(`href="#${name}"[^>]*>\\s*Use \\d+ characters or fewer`, 'u'),
          `${path}: ${name}`,
        )
    }
  })
})
