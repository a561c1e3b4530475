import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { closingLine, describeFailures } from './report.ts'
import { runFile, type FileOutcome } from './run-file.ts'

suite('the run of one test file', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rooftree-run-file-'))
    // The runner refuses to run inside a test of its own; this suite is the one place that means to.
    delete process.env['NODE_TEST_CONTEXT']
  })
  after(() => rm(folder, { recursive: true }))

  const outcomeOf = async (source: string): Promise<FileOutcome> => {
    const file = join(folder, 'sample.test.mjs')
    await writeFile(file, `import { before, suite, test } from 'node:test'\n${source}`)
    return runFile(file, AbortSignal.timeout(30_000))
  }

  test('counts tests that passed, failed and were skipped, and a suite not again for its tests', async () => {
    const source = `console.log('a clue'); suite('s', () => { test('good', () => {}); test('bad', () => { throw new Error('no cot') }); test.skip('later', () => {}) })`
    const outcome = await outcomeOf(source)
    assert.equal(closingLine([outcome]), '1 passed, 1 failed, 1 skipped')
    assert.match(describeFailures([outcome]), /✖ bad[^]*no cot[^]*a clue/)
  })

  const broken: Readonly<Record<string, string>> = {
    'has no test': '',
    'leaves in the middle with exit code 0': `test('good', () => {}); test('cut off', () => { process.exit(0) })`,
    'is killed': `test('cut off', () => { process.kill(process.pid, 'SIGKILL') })`,
    'cannot be read': 'not a program',
    'leaves a rejection behind': `test('good', () => { setTimeout(() => Promise.reject(new Error('late')), 20) })`,
    'fails before its tests': `suite('s', () => { before(() => { throw new Error('no bed') }); test('never run', () => {}) })`,
  }
  for (const [what, source] of Object.entries(broken)) {
    test(`a file that ${what} has failed`, async () => {
      const outcome = await outcomeOf(source)
      assert.ok(outcome.failed > 0)
      assert.notEqual(describeFailures([outcome]), '')
    })
  }
})
