import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mayOpen } from './may-open.ts'
import type { DoorFacts } from './may-open.ts'
import { roleNames, roleRules } from './roles.ts'
import type { Viewer } from './roles.ts'
import { views, ways } from './views.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const as = (role: Viewer['role']): Viewer => ({
  user: 'user:ash',
  name: 'Ash',
  role,
  agency: 'agency:trust',
  agencyName: 'Trust',
  teams: ['team:visiting'],
})
const ask = { team: 'Family support team', phone: '020 7946 0001' }
const family: DoorFacts = { subject: 'family:1', known: true, grants: [], restrictions: [], identified: false, ask }
const involved = {
  principal: 'team:visiting',
  scope: 'family:1',
  way: 'involved',
  because: 'health visitor',
  from: '2026-01-01',
} as const
const sealed = { subject: 'family:1', kind: 'sealed', from: '2026-03-01' } as const

describe('opening a family', () => {
  it('opens to a health visitor whose team works with the family, and says so', () => {
    assert.deepEqual(mayOpen(as('health-visitor'), { ...family, grants: [involved] }, today), {
      may: true,
      way: 'involved',
      because: 'health visitor',
    })
  })
  it('closes on the day an involvement ends, not the day after', () => {
    const ending = { ...family, grants: [{ ...involved, until: '2026-03-11' }] }
    assert.equal(mayOpen(as('health-visitor'), ending, today).may, true)
    assert.equal(mayOpen(as('health-visitor'), ending, today.add({ days: 1 })).may, false)
  })
  it('tells a health visitor who named the person exactly whom to ring, and lets them give a reason', () => {
    const access = mayOpen(as('health-visitor'), { ...family, identified: true }, today)
    assert.ok(!access.may)
    assert.deepEqual([access.tell, access.canGiveReason, access.reason], [ask, true, 'no-business'])
  })
  it('tells a housing officer nothing, even after an exact search', () => {
    const access = mayOpen(as('housing-officer'), { ...family, identified: true }, today)
    assert.ok(!access.may)
    assert.deepEqual([access.tell, access.canGiveReason], ['nothing', false])
  })
  it('closes a sealed family to an involved health visitor without a word, and leaves it open to the social worker', () => {
    const facts = { ...family, grants: [involved], restrictions: [sealed], identified: true }
    const access = mayOpen(as('health-visitor'), facts, today)
    assert.ok(!access.may)
    assert.equal(access.tell, 'nothing')
    assert.equal(mayOpen(as('social-worker'), facts, today).may, true)
  })

  const facts: fc.Arbitrary<DoorFacts> = fc.record({
    subject: fc.constantFrom('family:1', 'record:1', 'home:1'),
    known: fc.boolean(),
    grants: fc.array(
      fc.record({
        principal: fc.constantFrom('user:ash', 'team:visiting', 'user:bo'),
        scope: fc.constant('family:1'),
        way: fc.constantFrom(...ways),
        because: fc.constant('x'),
        from: fc.constantFrom('2026-01-01', '2026-04-01'),
        until: fc.constantFrom(undefined, '2026-03-10'),
      }),
      { maxLength: 3 },
    ),
    restrictions: fc.array(fc.constantFrom(sealed, { subject: 'home:1', kind: 'hidden-address' } as const), {
      maxLength: 1,
    }),
    identified: fc.boolean(),
    ask: fc.constant(ask),
  })
  const role = fc.constantFrom(...roleNames)

  it('never tells of existence to somebody who only tries addresses, nor to a role that may not learn it', () => {
    fc.assert(
      fc.property(facts, role, (random, name) => {
        const browsing = mayOpen(as(name), { ...random, identified: false }, today)
        assert.ok(browsing.may || browsing.tell === 'nothing')
        const named = mayOpen(as(name), random, today)
        assert.ok(named.may || named.tell === 'nothing' || roleRules(name).mayLearnExistence)
      }),
    )
  })
  it('answers for a sealed family exactly as for one that does not exist, apart from the reason kept in the look', () => {
    fc.assert(
      fc.property(facts, role, (random, name) => {
        const closed = mayOpen(as(name), { ...random, restrictions: [sealed], grants: [] }, today)
        const missing = mayOpen(as(name), { ...random, known: false }, today)
        assert.ok(!closed.may && !missing.may)
        assert.deepEqual([closed.tell, closed.canGiveReason], [missing.tell, missing.canGiveReason])
      }),
    )
  })
  it('never opens more when a restriction is added', () => {
    fc.assert(
      fc.property(facts, role, (random, name) => {
        if (!mayOpen(as(name), random, today).may)
          assert.equal(
            mayOpen(as(name), { ...random, restrictions: [...random.restrictions, sealed] }, today).may,
            false,
          )
      }),
    )
  })
  it('opens nothing to a role that would see an empty page', () => {
    for (const name of roleNames)
      for (const way of ways) {
        const access = mayOpen(as(name), { ...family, grants: [{ ...involved, way }] }, today)
        assert.equal(
          access.may,
          views.some((row) => row.role === name && row.way === way && row.sensitivity === 'ordinary'),
          `${name} ${way}`,
        )
      }
  })
})
