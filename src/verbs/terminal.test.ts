import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'

const talks = `
  const { openTerminal } = await import(process.argv[1])
  const { setTimeout: pause } = await import('node:timers/promises')
  const terminal = openTerminal()
  process.stdin.resume()
  await new Promise((told) => process.stdin.once('end', told))
  for (let line = 0; line < 50; line += 1) { terminal.out('a family worker of the demo\\n'); await pause(0) }
  process.stderr.write('done')
`

describe('words for a terminal', () => {
  it('stop quietly when nobody reads them any more, and the work is still done', async () => {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', talks, new URL('terminal.ts', import.meta.url).href],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    )
    child.stdout.destroy()
    await once(child.stdout, 'close')
    child.stdin.end()
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    assert.deepEqual([said, code], ['done', 0])
  })
})
