import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { openDatabase } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { engines } from './support/engines.ts'
import { killDuringFirstStart, killWriter } from './support/kill-rounds.ts'
import { startPostgres } from './support/postgres.ts'

const rounds = 3

describe('killed without warning while people record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooftree-kill-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const whole = (round: Awaited<ReturnType<typeof killWriter>>, least: number): void => {
    assert.ok(round.acknowledged >= least)
    assert.deepEqual(round.lost, [])
    assert.deepEqual(round.faults, [])
    assert.equal(round.rebuiltAlike, true)
  }

  if (engines.includes('pglite')) {
    it('the embedded default loses no acknowledged entry, though killed during its very first start too', async () => {
      const environment = { ROOFTREE_DATA: join(folder, 'embedded') }
      for (const milliseconds of [300, 1500, 3000]) await killDuringFirstStart(environment, milliseconds)
      for (let round = 0; round < rounds; round += 1) whole(await killWriter(environment, 20 + round * 37), 20)
    })

    it('a second process on the same folder is refused, and told who holds it', async () => {
      const first = await openDatabase({ folder: join(folder, 'held') })
      await assert.rejects(
        openDatabase({ folder: join(folder, 'held') }),
        (error: unknown) =>
          error instanceof Fault &&
          error.code === 'database.folder-in-use' &&
          error.message.includes(`process ${process.pid}`),
      )
      await first.close()
      await (await openDatabase({ folder: join(folder, 'held') })).close()
    })
  }

  if (engines.includes('postgres')) {
    it('PostgreSQL loses none either, when the server itself is killed with us', async () => {
      await using server = await startPostgres({ durable: true })
      const environment = { ROOFTREE_DATA: join(folder, 'beside-postgres'), DATABASE_URL: server.url }
      for (let round = 0; round < rounds; round += 1) {
        whole(
          await killWriter(environment, 20 + round * 37, async () => {
            if (round % 2 === 0) return
            await server.kill9()
            await server.restart()
          }),
          20,
        )
      }
    })
  }
})
