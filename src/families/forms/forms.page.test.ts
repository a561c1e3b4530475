import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { emptyDatabase } from '../../../test/support/worlds.ts'
import { paths } from '../paths.ts'
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

  /** By their addresses: what a first writer and a second one send from the same page. */
  const twoWriters = (): readonly (readonly [string, Sent, Sent])[] => {
    const { family, child, mother, schoolChild } = street
    const relation = { from: mother, type: 'parent', as: 'mother', to: schoolChild }
    const states = { child, holder: mother, state: 'has', basis: 'birth-mother' }
    return [
      [paths.relationship(family), relation, { ...relation, type: 'carer' }],
      [paths.responsibility(family), states, { ...states, state: 'not-known', basis: 'not-known' }],
      [
        paths.involve(family),
        { who: 'Hal', principal: 'user:hal', role: 'housing officer', ...onDay('from') },
        { who: 'Wim', principal: 'user:wim', role: 'ward nurse', ...onDay('from') },
      ],
      [paths.lead(family), { user: 'user:vera', ...onDay('from') }, { user: 'user:ada', ...onDay('from') }],
      [
        paths.endMember(family),
        { record: schoolChild, because: 'He lives with his father.', ...onDay('trueFrom') },
        { record: child, because: 'She has moved.', ...onDay('trueFrom') },
      ],
    ]
  }

  it('tells the second of two who write from the same page, and keeps what they typed', async () => {
    for (const [path, first, second] of twoWriters()) {
      const form = await ada.get(path)
      assert.equal(form.status, 200, path)
      const seen = /name="seen-version" value="([^"]+)"/u.exec(form.text)?.[1]
      assert.ok(seen !== undefined, `${path} carries what was seen`)
      assert.equal((await ada.post(path, { ...first, 'seen-version': seen })).status, 303, path)
      const late = await ada.post(path, { ...second, 'seen-version': seen })
      assert.equal(late.status, 409, path)
      assert.ok(late.text.includes('Somebody else saved first'), path)
    }
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
