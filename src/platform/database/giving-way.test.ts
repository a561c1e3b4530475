import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { givingWay } from './giving-way.ts'

describe('a load gives way', () => {
  it('goes on at once where nobody waits, and is alone until somebody does', async () => {
    const turn = givingWay()
    await turn.giveWay()
    assert.equal(turn.alone(), true)
    await turn.waitedFor(async () => assert.equal(turn.alone(), false))
    assert.equal(turn.alone(), false)
  })

  it('lets everybody through who waits already, and whoever follows before they are done', async () => {
    const turn = givingWay()
    const done: string[] = []
    const page = Promise.withResolvers<undefined>()
    const form = Promise.withResolvers<undefined>()
    const opened = turn.waitedFor(async () => page.promise).then(() => done.push('page'))
    const load = turn.giveWay().then(() => done.push('load'))
    const sent = turn.waitedFor(async () => form.promise).then(() => done.push('form'))
    page.resolve(undefined)
    await opened
    form.resolve(undefined)
    await Promise.all([sent, load])
    assert.deepEqual(done, ['page', 'form', 'load'])
  })

  it('goes on in the end although somebody still waits, and after a failure', async () => {
    const turn = givingWay()
    const never = Promise.withResolvers<undefined>()
    const page = turn.waitedFor(async () => never.promise)
    await turn.giveWay()
    never.reject(new Error('gone'))
    await assert.rejects(page, /gone/u)
    await turn.giveWay()
  })
})
