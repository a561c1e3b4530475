import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { questions } from '#rooms.ts'

const examples = z.array(z.object({ in: z.json(), out: z.json() }))
const starter = fileURLToPath(new URL('../bin/rooftree.js', import.meta.url))

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const run = async (words: readonly string[], environment: Record<string, string>, input = ''): Promise<Ran> => {
  const child = spawn(process.execPath, [starter, ...words], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (said: string) => (out += said))
  child.stderr.setEncoding('utf8').on('data', (said: string) => (err += said))
  child.stdin.on('error', () => undefined).end(input)
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rooftree-verbs-'))
  const here = { ROOFTREE_DATA: join(folder, 'data'), ROOFTREE_DEMO: 'off', LOG_LEVEL: 'silent', PORT: '0' }
  let server: ReturnType<typeof spawn>

  before(async () => {
    server = spawn(process.execPath, [starter, 'serve'], {
      env: { PATH: process.env['PATH'], ...here },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    await new Promise<void>((done) => {
      server.stdout?.setEncoding('utf8').on('data', (words: string) => {
        said += words
        if (said.includes('Rooftree is at')) done()
      })
    })
    const address = /http\S+/u.exec(said)?.[0] ?? ''
    for (;;) {
      const response = await fetch(`${address}/health/ready`)
      await response.text()
      if (response.status === 200) break
    }
  })
  after(async () => {
    // Where only some of these tests ran, nobody has stopped it yet.
    if (server.exitCode === null) {
      server.kill('SIGKILL')
      await once(server, 'close')
    }
    rmSync(folder, { recursive: true, force: true })
  })

  it('lists its verbs, and tells of each what it does', async () => {
    const overview = await run(['--help'], here)
    assert.equal(overview.code, 0)
    for (const verb of [
      'serve',
      'ask',
      'recommendations',
      'overcrowding',
      'verify',
      'dispose',
      'rebuild',
      'backup',
      'restore',
      'known',
      'demo-people',
      'feed',
      'borough',
    ]) {
      assert.match(overview.out, new RegExp(`^  ${verb}\\b`, 'mu'))
      const help = await run([verb, '--help'], here)
      assert.equal(help.code, 0)
      assert.match(help.out, new RegExp(`^Usage: rooftree ${verb}`, 'u'))
    }
  })

  it('answers a wrong call with its usage and exit code 2', async () => {
    for (const words of [
      [],
      ['dance'],
      ['verify', '--sideways'],
      ['backup'],
      ['known', '--family', 'family:x'],
      ['known', '--family', 'x', '--at', 'yesterday'],
      ['dispose'],
      ['dispose', '--subject', 'record:x'],
      ['dispose', 'x', '--dry-run'],
      ['overcrowding', 'households.ndjson'],
      ['ask', 'the weather'],
      ['ask', 'overcrowding', 'households.ndjson'],
      ['ask', '--schema'],
      ['recommendations', '--off', '11'],
      ['recommendations', '--check', '--off', '4'],
      ['verify', 'extra'],
      ['rebuild', 'extra'],
      ['known', 'family:x', '--family', 'family:x', '--at', '2026-03-04'],
    ]) {
      const ran = await run(words, here)
      assert.equal(ran.code, 2, words.join(' '))
      assert.match(ran.out + ran.err, /Usage/u)
    }
  })

  it('names every setting that is wrong, and repeats no value', async () => {
    const ran = await run(['serve'], {
      ...here,
      PORT: 'http',
      DATABASE_URL: 'mysql://user:secret@host',
      ROOFTREE_DEMO: 'perhaps',
      ROOFTREE_TEST_OFF: '4',
    })
    assert.equal(ran.code, 1)
    for (const name of ['PORT', 'DATABASE_URL', 'ROOFTREE_DEMO', 'ROOFTREE_TEST_OFF'])
      assert.match(ran.err, new RegExp(name, 'u'))
    assert.doesNotMatch(ran.err, /secret|perhaps/u)
  })

  it('reaches the server that has the folder, and prints one JSON document', async () => {
    const verified = await run(['verify', '--json'], here)
    assert.equal(verified.code, 0, verified.err)
    assert.equal(JSON.parse(verified.out).holds, true)
    assert.equal(JSON.parse(verified.out).result, 'holds')
    const disposed = await run(['dispose', '01900000-0000-7000-8000-000000000000', '--dry-run', '--json'], here)
    assert.equal(disposed.code, 1, disposed.err)
    assert.equal(JSON.parse(disposed.out).refused, 'entries-not-there')
    const nobody = await run(
      [
        'dispose',
        '--subject',
        'record:nobody',
        '--why',
        'time',
        '--authority',
        'schedule',
        '--decided-by',
        'records manager',
      ],
      here,
    )
    assert.equal(nobody.code, 1)
    assert.match(nobody.out, /^Nothing was removed/u)
    assert.equal((await run(['rebuild', '--json'], here)).code, 0)
    const file = join(folder, 'whole.rooftree')
    assert.equal((await run(['backup', file], here)).code, 0)
    const unknown = await run(['known', '--family', 'family:none', '--at', '2026-01-01', '--json'], here)
    assert.equal(unknown.code, 1)
    assert.equal(JSON.parse(unknown.out).known, false)
    assert.match((await run(['demo-people'], here)).err, /not a demo/u)
    assert.match((await run(['restore', file], here)).err, /Stop the server first/u)
  })

  it('stops when asked, leaves the chain whole, and gives the folder back', async () => {
    server.kill('SIGTERM')
    await once(server, 'close')
    assert.equal(server.exitCode, 0)
    const verified = await run(['verify', '--json'], here)
    assert.equal(verified.code, 0, verified.err)
    const checkpoint = join(here.ROOFTREE_DATA, 'checkpoint.json')
    const kept = readFileSync(checkpoint)
    rmSync(checkpoint)
    const missing = await run(['verify'], here)
    assert.equal(missing.code, 1)
    assert.match(missing.out, /The checkpoint is missing/u)
    writeFileSync(checkpoint, kept)
    assert.equal((await run(['verify'], here)).code, 0)
  })

  it('restores a backup into an empty folder, and refuses a broken one without a trace', async () => {
    const there = { ...here, ROOFTREE_DATA: join(folder, 'other') }
    writeFileSync(join(folder, 'broken'), 'not a backup')
    const broken = await run(['restore', join(folder, 'broken')], there)
    assert.equal(broken.code, 1)
    assert.match(broken.err, /Nothing was restored/u)
    const restored = await run(['restore', join(folder, 'whole.rooftree'), '--json'], there)
    assert.equal(restored.code, 0, restored.err)
    assert.equal(JSON.parse(restored.out).verified.holds, true)
  })

  it('says what stands in the way of its folder, its port and its address', async () => {
    for (const [wrong, words] of [
      [{ ROOFTREE_DATA: starter }, /is a file/u],
      [{ ROOFTREE_DATA: '/proc/none' }, /cannot be made or opened/u],
      [{ PORT: '99999' }, /0 to 65535/u],
      [{ HOST: '192.0.2.1' }, /no address of this machine/u],
    ] as const) {
      const ran = await run(['serve'], { ...here, ROOFTREE_DATA: join(folder, 'nobody'), ...wrong })
      assert.equal(ran.code, 1)
      assert.match(ran.err, words)
      assert.doesNotMatch(ran.err, /^\s+at /mu)
    }
  })

  it('says that there is no record rather than making one', async () => {
    const ran = await run(['verify'], { ...here, ROOFTREE_DATA: join(folder, 'nowhere') })
    assert.equal(ran.code, 1)
    assert.match(ran.err, /no record/u)
  })

  it('answers households line by line, and goes on after a bad line with exit code 2', async () => {
    const line = JSON.stringify({
      id: 'A',
      on: '2026-11-23',
      people: [
        { id: 'm', age: 30, sex: 'female' },
        { id: 'c', age: 10, sex: 'male', childOf: ['m'] },
      ],
      rooms: [{ name: 'room', kind: 'bedroom', area: { value: 150, unit: 'sqft' } }],
    })
    const good = await run(['overcrowding'], here, `${line}\n`)
    assert.equal(good.code, 0)
    assert.equal(JSON.parse(good.out).results[0].overcrowded, true)
    const child = spawn(process.execPath, [starter, 'overcrowding'], { stdio: ['pipe', 'pipe', 'pipe'] })
    child.stdin.on('error', () => undefined).end(`${line}\n`.repeat(20_000))
    const ended = once(child, 'close')
    const complaint = text(child.stderr)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    await ended
    assert.deepEqual([child.exitCode, await complaint], [0, ''], 'nobody reads on')
    const mixed = await run(['overcrowding'], here, `{"id":\n${line}\n`)
    assert.equal(mixed.code, 2)
    assert.deepEqual(
      mixed.out
        .trim()
        .split('\n')
        .map((answer) => Object.keys(JSON.parse(answer))[0]),
      ['line', 'id'],
    )
  })

  it('asks a question: lists it, tells its schema and examples, and answers as the verb of old does, byte for byte', async () => {
    const names = z.array(z.object({ name: z.string() })).parse(JSON.parse((await run(['ask', '--json'], here)).out))
    assert.deepEqual(
      names.map(({ name }) => name),
      questions.map(({ name }) => name),
    )
    const listed = await run(['ask'], here)
    for (const { name } of names) assert.match(listed.out, new RegExp(`^  ${name}$`, 'mu'))
    const schema: unknown = JSON.parse((await run(['ask', 'overcrowding', '--schema'], here)).out)
    assert.deepEqual(Object.keys(z.record(z.string(), z.json()).parse(schema)), ['question', 'in', 'out', 'badLine'])
    const [example] = examples.parse(JSON.parse((await run(['ask', 'overcrowding', '--examples'], here)).out))
    const input = `${JSON.stringify(example?.in)}\n[]\n${JSON.stringify(example?.in)}`
    const asked = await run(['ask', 'overcrowding'], here, input)
    assert.deepEqual(
      asked.out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
      [
        example?.out,
        {
          line: 2,
          error: {
            reason: 'not-a-household',
            message: 'The line is JSON, but not an object.',
            whatToDo: 'Write one household as one JSON object on one line.',
          },
        },
        example?.out,
      ],
    )
    assert.deepEqual([asked.code, asked.err], [2, ''])
    assert.deepEqual(await run(['overcrowding'], here, input), asked)
  })

  it('lists the public recommendations with what shows each working, and says what is not built', async () => {
    const listed = await run(['recommendations', '--json'], here)
    assert.equal(listed.code, 0)
    const shown = z
      .object({
        recommendations: z.array(
          z.object({ number: z.int(), journey: z.string().nullable(), questions: z.array(z.string()) }),
        ),
        withheld: z.array(z.int()),
      })
      .parse(JSON.parse(listed.out))
    assert.deepEqual([shown.recommendations.length, shown.withheld], [21, [11, 12, 24, 25]])
    const four = shown.recommendations.find(({ number }) => number === 4)
    assert.match(four?.journey ?? '', /^test\/recommendations\/04-/u)
    assert.ok(four?.questions.includes('overcrowding'))
    assert.match((await run(['recommendations'], here)).out, /not built yet/u)
  })
})
