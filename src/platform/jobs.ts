import { fromPglite, PgBoss } from 'pg-boss'
import type { Database } from './database/index.ts'
import { Fault } from './fault.ts'
import { loggable } from './log.ts'
import type { Log } from './log.ts'

/** Work that is done by itself, at times. Each is safe to run twice, and says in its name what it does. */
export interface Job {
  readonly name: string
  /** As cron writes it, in London: `15 3 * * *`. */
  readonly when: string
  readonly run: () => Promise<void>
}

interface RunningJobs {
  readonly stop: () => Promise<void>
}

/**
 * Start the job queue (pg-boss) on whichever engine. On PostgreSQL several servers share it, and each job still runs once at its
 * time.
 *
 * @param url PostgreSQL's; without it the queue lives in the embedded default
 */
export const startJobs = async (
  database: Database,
  jobs: readonly Job[],
  log: Log,
  url?: string,
): Promise<RunningJobs> => {
  const boss =
    url === undefined
      ? new PgBoss({ db: fromPglite(oneConnection(database)), backend: 'pglite' })
      : new PgBoss({ connectionString: url, max: 2 })
  boss.on('error', (error) => log.error({ ...loggable(error) }, 'jobs'))
  try {
    await boss.start()
    for (const job of jobs) {
      await boss.createQueue(job.name)
      await boss.schedule(job.name, job.when, {}, { tz: 'Europe/London' })
      await boss.work(job.name, async () => {
        await job.run()
        log.info({ job: job.name }, 'job done')
      })
    }
  } catch (error) {
    throw new Fault('jobs.cannot-start', 'The job queue could not be started.', error)
  }
  return { stop: async () => boss.stop({ graceful: true, timeout: 5000 }) }
}

/** pg-boss speaks SQL itself; it waits its turn for the one connection like everybody else. */
const oneConnection = (database: Database): Parameters<typeof fromPglite>[0] => {
  const run = async (text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> => {
    const connection = await database.raw.connect()
    try {
      const { rows } = await connection.query(text, values)
      // Rows as the driver gives them; pg-boss knows its own columns.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return { rows: rows as Record<string, unknown>[] }
    } catch (error) {
      await connection.query('rollback', []).catch(() => undefined)
      throw error
    } finally {
      connection.release()
    }
  }
  // As the queue declares it, whatever row it expects.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { query: run as Parameters<typeof fromPglite>[0]['query'], exec: async (text) => [await run(text)] }
}
