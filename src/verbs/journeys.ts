import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#platform/fault.ts'

/** The journeys of recommendations: `test/recommendations/04-….test.ts`. They come with a checkout, not with what is served. */

const root = join(import.meta.dirname, '..', '..')
const folder = 'test/recommendations'

/** Which recommendation has which journey, by its number. */
export const journeys = (): ReadonlyMap<number, string> => {
  if (!existsSync(join(root, folder))) return new Map()
  const files = readdirSync(join(root, folder)).filter((file) => /^\d{2}-.*\.test\.ts$/u.test(file))
  return new Map(files.toSorted().map((file) => [Number(file.slice(0, 2)), `${folder}/${file}`]))
}

/** `forbidden`: it failed because the state that the recommendation forbids was there. */
type Outcome = 'passed' | 'forbidden' | 'failed'

interface JourneysRun {
  readonly code: number
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** What a journey says first where it finds the forbidden state; `test/support/forbidden.ts` says it. */
const forbiddenState = /^\s*(?:\w*Error[^:]*: )?Forbidden state: /mu

/** Run journeys by the test runner, which `tell`s how it goes. @param off the recommendation whose rule is left out */
export const runJourneys = async (
  files: readonly string[],
  engine: string,
  off: number | undefined,
  tell: (words: string) => void,
): Promise<JourneysRun> => {
  const runner = join(root, 'test', 'run.ts')
  if (!existsSync(runner))
    throw new Fault('recommendations.no-tests', 'Journeys run only in a checkout with its tests.')
  if (files.length === 0) return { code: 1, outcomes: new Map() }
  const child = spawn(process.execPath, [runner, '--engine', engine, ...files], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A runner that was started from a test would run nothing, believing itself to be part of it.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ROOFTREE_TEST_OFF: off === undefined ? '' : String(off) },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    said += words
    tell(words)
  })
  await once(child, 'close')
  const outcomes = new Map<string, Outcome>()
  for (const [, mark, file = ''] of said.matchAll(/^(ok|FAIL)\s+(\S+)/gmu))
    outcomes.set(file, mark === 'ok' ? 'passed' : forbiddenState.test(said) ? 'forbidden' : 'failed')
  return { code: child.exitCode ?? 1, outcomes }
}
