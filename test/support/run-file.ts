import { resolve } from 'node:path'
import { run } from 'node:test'

export type FileOutcome = {
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
  readonly failures: readonly Failure[]
  /** What the file wrote to its outputs: worth reading when something in it failed. */
  readonly said: string
}

type Failure = { readonly test: string; readonly reason: string }

// Long enough for the slowest journey on a busy machine, short enough that a hung file does not hold a run for ever.
const longestFile = 10 * 60_000

/** Runs one test file in a process of its own. A file that ends before it has reported every test has failed. */
export async function runFile(file: string, stopSignal: AbortSignal): Promise<FileOutcome> {
  const started = performance.now()
  const path = resolve(import.meta.dirname, '../..', file)
  const tally = { passed: 0, skipped: 0 }
  const failures: Failure[] = []
  const said: string[] = []
  let finished = false

  for await (const event of run({ files: [path], isolation: 'process', timeout: longestFile, signal: stopSignal })) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') said.push(event.data.message)
    // A rejection that nobody awaited is told this way, and fails the file.
    if (event.type === 'test:diagnostic' && event.data.level === 'error') said.push(`${event.data.message}\n`)
    // The runner sums up a file only when its process reported everything: exit in the middle leaves this out.
    if (event.type === 'test:summary' && event.data.file !== undefined) finished = event.data.counts.tests > 0
    if (event.type === 'test:pass' && event.data.name !== path && event.data.details.type !== 'suite') {
      if (given(event.data.skip) || given(event.data.todo)) tally.skipped += 1
      else tally.passed += 1
    }
    if (event.type === 'test:fail' && given(event.data.todo)) tally.skipped += 1
    else if (event.type === 'test:fail' && !isEcho(event.data.details.error)) {
      const test = event.data.name === path ? 'the file itself' : event.data.name
      failures.push({ test, reason: reasonOf(event.data.details.error) })
    }
  }
  if (!finished && failures.length === 0) {
    failures.push({ test: 'the file itself', reason: 'it ended without having reported its tests, or has none' })
  }
  const seconds = (performance.now() - started) / 1000
  return { file, ...tally, failed: failures.length, seconds, failures, said: said.join('') }
}

function given(mark: string | boolean | undefined): boolean {
  return mark !== undefined && mark !== false
}

// A suite that failed only because tests in it failed would be counted twice.
function isEcho(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}

function reasonOf(error: Error): string {
  const { cause } = error
  if (cause instanceof Error) return cause.stack ?? cause.message
  return typeof cause === 'string' ? cause : error.message
}
