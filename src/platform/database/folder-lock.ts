import { DatabaseSync } from 'node:sqlite'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../fault.ts'

interface FolderLock {
  readonly release: () => void
}

/**
 * Take the folder of the embedded database for this process alone. PGlite has no lock of its own: two processes on one folder
 * silently lose each other's writes. The lock is an exclusive SQLite transaction held open: the operating system drops it when
 * the process dies, however it dies, so that a killed server never leaves a stale lock behind.
 *
 * @throws Fault `database.folder-in-use` naming the process that holds it
 */
export const lockFolder = (folder: string): FolderLock => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const held = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  const owner = join(folder, 'owner.json')
  try {
    held.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (by_pid INTEGER);')
  } catch (error) {
    held.close()
    throw new Fault(
      'database.folder-in-use',
      `The data folder ${folder} is in use by ${readOwner(owner)}. Stop that process, or use another folder (ROOFTREE_DATA).`,
      error,
    )
  }
  writeFileSync(owner, JSON.stringify({ pid: process.pid }))
  return {
    release: () => {
      rmSync(owner, { force: true })
      held.close()
    },
  }
}

const readOwner = (file: string): string => {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof owner === 'object' && owner !== null && 'pid' in owner
      ? `process ${String(owner.pid)}`
      : 'another process'
  } catch {
    return 'another process'
  }
}
