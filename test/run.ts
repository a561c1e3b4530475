import { glob } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres } from './support/postgres.ts'
import { closingLine, describeFailures, describeOutcome } from './support/report.ts'
import { runFile, type FileOutcome } from './support/run-file.ts'

const usage = `npm test -- [--engine pglite|postgres|both] [part of a file name] …`

const engineLists: Readonly<Record<string, string>> = {
  pglite: 'pglite',
  postgres: 'postgres',
  both: 'pglite,postgres',
}

async function main(): Promise<number> {
  const started = performance.now()
  const { values, positionals } = parseArgs({
    options: { engine: { type: 'string', default: 'both' } },
    allowPositionals: true,
  })
  const engines = engineLists[values.engine]
  if (engines === undefined) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const files = await testFiles(positionals)
  const outcomes = files.length === 0 ? [] : await runAll(files, engines)

  say(describeFailures(outcomes))
  say(`${files.length} files, ${((performance.now() - started) / 1000).toFixed(1)} s, engines: ${engines}`)
  say(closingLine(outcomes))
  const failed = interrupted.signal.aborted || outcomes.some((outcome) => outcome.failed > 0)
  return failed || outcomes.every((outcome) => outcome.passed === 0) ? 1 : 0
}

async function testFiles(parts: readonly string[]): Promise<readonly string[]> {
  const found = await Array.fromAsync(
    glob(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: import.meta.dirname + '/..' }),
  )
  return found.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part))).sort()
}

async function runAll(files: readonly string[], engines: string): Promise<readonly FileOutcome[]> {
  process.env['ROOFTREE_TEST_ENGINES'] = engines
  const server = engines.includes('postgres') ? await startPostgres() : undefined
  if (server !== undefined) process.env['ROOFTREE_TEST_POSTGRES'] = server.url
  try {
    return await sideBySide(files)
  } finally {
    await server?.stop()
  }
}

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupted.abort())

async function sideBySide(files: readonly string[]): Promise<readonly FileOutcome[]> {
  const waiting = [...files]
  const outcomes: FileOutcome[] = []
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined && !interrupted.signal.aborted; file = waiting.shift()) {
      const outcome = await runFile(file, interrupted.signal)
      outcomes.push(outcome)
      say(describeOutcome(outcome))
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane))
  return outcomes
}

function say(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`)
}

process.exitCode = await main()
