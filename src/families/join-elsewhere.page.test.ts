import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { hideAddress, openFamily, openRecord, paths } from './index.ts'
import type { PersonStatement } from './index.ts'
import { book, made, only, saying, seal } from './testing/harbour.ts'
import { openStreet, refugeAddress } from './testing/street.ts'
import type { Street } from './testing/street.ts'
import { markupFaults, signedIn } from './testing/visitor.ts'

describe('a record of another agency that nobody could tie to the same home', { concurrency: false }, () => {
  let street: Street
  let close: () => Promise<void>
  const held: Record<'tenant' | 'hidden' | 'elsewhere' | 'cousin', string> = {
    tenant: '',
    hidden: '',
    elsewhere: '',
    cousin: '',
  }
  before(async () => {
    const opened = await emptyDatabase('pglite')
    street = await openStreet(opened.database)
    const { database } = street
    const open = async (given: string, family: string, on: string, ...more: PersonStatement[]): Promise<string> =>
      database.transaction('app', async (tx) =>
        only(
          made(
            await openRecord.record(book, tx, saying('landlord', '2026-10-01'), [
              {
                reference: `P-${given}-${on}`,
                statements: [{ say: 'names', names: [{ use: 'usual', given, family }] }, { say: 'birth', on }, ...more],
              },
            ]),
          ),
        ),
      )
    held.tenant = await open('Wren', 'Okparavi', '2026-09-20', {
      say: 'address',
      type: 'home',
      address: { lines: ['Flat 3', 'Sailcloth Yard'], postcode: 'HR3 9ZZ' },
    })
    held.hidden = await open('Thessaly', 'Marrowby', '1999-05-06')
    held.elsewhere = await open('Marisol', 'Okparavi', '1997-02-11')
    held.cousin = await open('Wren', 'Okparavi', '2026-09-21')
    await database.transaction('app', async (tx) => {
      made(
        await hideAddress.record(book, tx, saying('landlord', '2026-10-02'), [
          { record: held.hidden, why: 'She asked for it.', askedBy: 'Thessaly Marrowby' },
        ]),
      )
      made(await openFamily.record(book, tx, saying('csc', '2026-10-02'), [{ around: [held.elsewhere], members: [] }]))
    })
    await seal(database, '2026-11-21T09:00:00Z')
    close = async () => {
      await street.server.close()
      await opened.close()
    }
  })
  after(async () => close())

  it('is found by exactly the same name and birth date, and told by its agency alone', async () => {
    const ada = await signedIn(street, 'user:ada')
    const { text } = await ada.get(paths.same(street.child))
    assert.ok(
      text.includes('A record of Quayside Homes') &&
        text.includes(paths.joining(street.child, held.tenant).replaceAll('&', '&amp;')),
    )
    assert.ok(
      !text.includes('Sailcloth') && !text.includes(held.cousin),
      'nothing of it is told, and nobody of another day is found',
    )
    assert.deepEqual(await markupFaults(text), [])
    assert.ok([403, 404].includes((await ada.get(paths.person(held.tenant))).status))
  })

  it('is not joined from here where another family file has it, or where somebody hides: then the page says whom to ring', async () => {
    const ada = await signedIn(street, 'user:ada')
    for (const [own, other] of [
      [street.mother, held.elsewhere],
      [street.hiddenMother, held.hidden],
    ] as const) {
      const { text } = await ada.get(paths.same(own))
      assert.ok(
        text.includes('Known to') &&
          !text.includes('Quayside') &&
          !text.includes(other) &&
          !text.includes(refugeAddress),
        own,
      )
      assert.equal((await ada.get(paths.joining(own, other))).status, 404)
    }
  })

  it('is joined by nobody who types its address, and found by no role that does not look at homes', async () => {
    const ada = await signedIn(street, 'user:ada')
    for (const other of [held.cousin, held.elsewhere])
      assert.equal((await ada.get(paths.joining(street.child, other))).status, 404)
    assert.equal(
      (await ada.post(paths.join, { left: street.child, right: held.cousin, because: 'The same.' })).status,
      404,
    )
    const stan = await signedIn(street, 'user:stan')
    assert.equal((await stan.get(paths.joining(street.child, held.tenant))).status, 404)
    assert.ok(!(await stan.get(paths.same(street.child))).text.includes('Quayside'))
  })

  it('is open once it is joined, and the joining can be taken back', async () => {
    const ada = await signedIn(street, 'user:ada')
    const form = await ada.get(paths.joining(street.child, held.tenant))
    assert.ok(form.status === 200 && form.text.includes('Quayside Homes') && !form.text.includes('Sailcloth'))
    assert.deepEqual(await markupFaults(form.text), [])
    assert.equal((await ada.post(paths.join, { left: street.child, right: held.tenant, because: '' })).status, 422)
    const joined = await ada.post(paths.join, {
      left: street.child,
      right: held.tenant,
      because: 'The mother showed the tenancy.',
    })
    assert.equal(joined.location, paths.person(street.child))
    assert.ok((await ada.get(paths.person(street.child))).text.includes('Sailcloth'))
    assert.equal((await ada.get(paths.person(held.tenant))).status, 200)
  })
})
