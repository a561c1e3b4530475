/**
 * The long run of test/kill.test.ts: `node bench/kill.ts [rounds] [pglite|postgres]` kills a writer (and every second time the
 * PostgreSQL server with it) so many times on each engine, or on the one named, and counts what was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killWriter } from '../test/support/kill-rounds.ts'
import { startPostgres } from '../test/support/postgres.ts'

const rounds = Number(process.argv[2] ?? 200)
const engines = process.argv[3] === undefined ? ['pglite', 'postgres'] : [process.argv[3]]
const folder = mkdtempSync(join(tmpdir(), 'rooftree-kill-'))
const say = (engine: string, done: number, acknowledged: number, lost: number, faults: number): void =>
  void process.stdout.write(
    `${engine}: ${done} kills, ${acknowledged} entries acknowledged, ${lost} lost, ${faults} faults found by verify or rebuild\n`,
  )

const run = async (
  engine: string,
  environment: Record<string, string>,
  alsoKill?: () => Promise<void>,
): Promise<void> => {
  let acknowledged = 0
  let lost = 0
  let faults = 0
  for (let round = 1; round <= rounds; round += 1) {
    const result = await killWriter(environment, 5 + ((round * 37) % 120), round % 2 === 0 ? alsoKill : undefined)
    acknowledged += result.acknowledged
    lost += result.lost.length
    faults += result.faults.length + (result.rebuiltAlike ? 0 : 1)
    if (round % 20 === 0 || round === rounds) say(engine, round, acknowledged, lost, faults)
  }
}

try {
  if (engines.includes('pglite')) await run('pglite', { ROOFTREE_DATA: join(folder, 'embedded') })
  if (engines.includes('postgres')) {
    await using server = await startPostgres({ durable: true })
    await run('postgres', { ROOFTREE_DATA: join(folder, 'beside'), DATABASE_URL: server.url }, async () => {
      await server.kill9()
      await server.restart()
    })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
