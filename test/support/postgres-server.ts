import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf, guardFolder, hasEnded, killNow } from './processes.ts'
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.ts'

export type PostgresServer = {
  /** The superuser's address of the database `postgres`. It stays the same over a restart. */
  readonly url: string
  readonly folder: string
  /** Kills the server and every process of it at once, as a crash of the machine's processes would. */
  kill9(): Promise<void>
  /** Starts again on the same folder and port: after `kill9` this is crash recovery. */
  restart(): Promise<void>
  /** Stops the server and removes its folder. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

type PostgresWish = {
  /** Keep PostgreSQL's own promises (fsync, full pages, synchronous commit), for tests that kill it and for benchmarks. */
  readonly durable?: boolean
  /** Further settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Starts a PostgreSQL of one's own in a temporary folder, on loopback only. It ends with this process, however that ends. */
export async function startPostgres(wish: PostgresWish = {}): Promise<PostgresServer> {
  const programs = await postgresPrograms()
  const folder = await mkdtemp(join(tmpdir(), 'rooftree-postgres-'))
  const guard = guardFolder(folder)
  const password = randomBytes(12).toString('hex')
  const port = await freePort()
  const settings = { ...settingsFor(wish.durable ?? false), ...wish.settings, port: String(port) }
  let running: Running | undefined

  const stop = async (): Promise<void> => {
    // A throwaway folder needs no orderly shutdown; a durable one may be looked at until the end.
    await running?.end(wish.durable === true ? 'SIGINT' : 'SIGQUIT')
    running = undefined
    await rm(folder, { recursive: true, force: true })
    guard.dismiss()
  }
  try {
    await createCluster(programs, folder, password)
    running = await launch(programs, folder, settings)
  } catch (cause) {
    await stop()
    throw cause
  }
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    folder,
    async kill9() {
      await running?.kill9()
      running = undefined
    },
    async restart() {
      await running?.end('SIGINT')
      running = await launch(programs, folder, settings)
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

function settingsFor(durable: boolean): Record<string, string> {
  const always = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' }
  if (durable) return always
  return { ...always, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
}

async function createCluster(programs: PostgresPrograms, folder: string, password: string): Promise<void> {
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  const { owner } = programs
  if (owner !== undefined) for (const path of [folder, passwordFile]) await chown(path, owner.uid, owner.gid)

  const options = {
    '--pgdata': join(folder, 'data'),
    '--username': 'postgres',
    '--pwfile': passwordFile,
    // One scram round: the password keeps other users of this machine out, it need not stand a long attack.
    '--auth': 'scram-sha-256',
    '--set': 'scram_iterations=1',
    // Sorting by code point, everywhere alike and as the embedded engine sorts.
    '--encoding': 'UTF8',
    '--locale': 'C',
    '--locale-provider': 'builtin',
    '--builtin-locale': 'C.UTF-8',
  }
  const initdb = spawn(programs.initdb, ['--no-sync', '--no-instructions', ...Object.entries(options).flat()], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  initdb.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const [code] = await once(initdb, 'close')
  await rm(passwordFile)
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${said.join('')}`)
}

type Running = { end(signal: NodeJS.Signals): Promise<void>; kill9(): Promise<void> }

async function launch(programs: PostgresPrograms, folder: string, settings: Record<string, string>): Promise<Running> {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(programs.postgres, ['-D', join(folder, 'data'), ...options], {
    ...programs.owner,
    cwd: folder,
    // A session of its own: Ctrl-C at the terminal reaches the test run, which then ends the server itself.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const log = keptLog(server)
  await readyToAccept(server, log)
  const pid = server.pid
  if (pid === undefined) throw new Error('PostgreSQL has no process')

  let invited = false
  server.once('exit', (code, signal) => {
    if (!invited) process.stderr.write(`PostgreSQL ended by itself (${code ?? signal}):\n${log.join('')}\n`)
  })
  const ended = async (): Promise<void> => {
    server.ref()
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
  }
  return {
    async end(signal) {
      invited = true
      server.kill(signal)
      await ended()
    },
    async kill9() {
      invited = true
      const family = [pid, ...(await childrenOf(pid))]
      for (const member of family) killNow(member)
      await ended()
      for (const member of family) while (!(await hasEnded(member))) await new Promise(setImmediate)
    },
  }
}

/** The last lines that the server wrote, kept for the day it ends unasked. */
function keptLog(server: ChildProcess): string[] {
  const log: string[] = []
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (log.push(text) > 50) log.shift()
  })
  return log
}

async function readyToAccept(server: ChildProcess, log: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code, signal) => {
      reject(new Error(`PostgreSQL ended before it was ready (${code ?? signal}):\n${log.join('')}`))
    })
    const look = (): void => {
      if (!log.join('').includes('ready to accept connections')) return
      server.stderr?.off('data', look)
      resolve()
    }
    server.stderr?.on('data', look)
  })
  server.unref()
  const { stderr } = server
  if (stderr !== null && 'unref' in stderr && typeof stderr.unref === 'function') stderr.unref()
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return address.port
}
