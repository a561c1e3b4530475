/**
 * How long a first and a second start take, and how much memory is held then: `node bench/start.ts`, on both engines, each with the
 * demo borough in it. Memory on Linux, where the system tells the share that each process holds (Pss); elsewhere only Node's own.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childrenOf } from '../test/support/processes.ts'
import { startPostgres } from '../test/support/postgres.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`

/** What a process and its children hold, in bytes; shared pages are counted once. */
const heldBy = async (pid: number): Promise<number> => {
  const family = [pid, ...(await childrenOf(pid))]
  return family.reduce(
    (sum, one) =>
      sum + 1024 * Number(/^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
    0,
  )
}

const postmasterIn = async (folder: string): Promise<number> => {
  const found = (await readdir(folder, { recursive: true })).find((name) => name.endsWith('postmaster.pid'))
  return Number(readFileSync(join(folder, found ?? ''), 'utf8').split('\n')[0])
}

/** A server from nothing to ready, used a little, and stopped. */
const startOnce = async (label: string, environment: Record<string, string>, postgres?: string): Promise<void> => {
  const begun = performance.now()
  const server = spawn(process.execPath, [join(root, 'bin/rooftree.js'), 'serve'], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  server.once('close', () => end())
  let said = ''
  const address = await new Promise<string>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const [, at] = /Rooftree is at (\S+)/u.exec(said) ?? []
        if (at !== undefined) resolve(at)
      })
    }
  })
  const listening = seconds(begun)
  while ((await fetch(`${address}/health/ready`)).status !== 200) await new Promise((done) => setTimeout(done, 100))
  const ready = seconds(begun)
  const signedIn = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ person: 'user:ada-obi' }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const work = await (await fetch(`${address}/`, { headers: { cookie } })).text()
  const pages = [...new Set([...work.matchAll(/href="(\/families\/[^"/?]+)"/gu)].map(([, path]) => path ?? ''))]
  if (pages.length === 0) throw new Error('no family to open')
  for (let n = 0; n < 100; n += 1)
    await (await fetch(address + (pages[n % pages.length] ?? ''), { headers: { cookie } })).text()
  const held =
    process.platform === 'linux' && server.pid !== undefined
      ? `${megabytes(await heldBy(server.pid))}${postgres === undefined ? '' : ` and PostgreSQL ${megabytes(await heldBy(await postmasterIn(postgres)))}`}`
      : 'not told by this system'
  process.stdout.write(
    `${label}: address after ${listening}, ready after ${ready}; after a hundred pages it holds ${held}\n`,
  )
  server.kill('SIGTERM')
  await ended
}

const folder = await mkdtemp(join(tmpdir(), 'rooftree-start-'))
try {
  for (const which of ['first', 'second'])
    await startOnce(`embedded, ${which} start`, { ROOFTREE_DATA: join(folder, 'embedded') })
  await using server = await startPostgres({ durable: true })
  const environment = {
    ROOFTREE_DATA: join(folder, 'beside'),
    DATABASE_URL: server.url,
    ROOFTREE_DEMO: 'in-this-postgresql',
  }
  for (const which of ['first', 'second']) await startOnce(`PostgreSQL, ${which} start`, environment, server.folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}
