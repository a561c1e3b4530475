import { lstat, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/**
 * A temporary folder that is filled once on a machine and found again by later runs. Several processes may ask at once:
 * each fills a folder of its own, and the first to rename it wins.
 */
export async function filledOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const { uid } = userInfo()
  const folder = join(tmpdir(), `rooftree-${name}-${uid}`)
  if (await isOurs(folder, uid)) return folder

  const staging = await mkdtemp(join(tmpdir(), 'rooftree-filling-'))
  try {
    await fill(staging)
    await rename(staging, folder)
  } catch (cause) {
    await rm(staging, { recursive: true, force: true })
    if (!(await isOurs(folder, uid))) throw cause
  }
  return folder
}

// The name can be guessed and its programs are run, so a folder planted by another user is refused, not used.
async function isOurs(folder: string, uid: number): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (found === undefined) return false
  const writableByOthers = process.platform !== 'win32' && (found.mode & 0o022) !== 0
  if (!found.isDirectory() || (uid >= 0 && found.uid !== uid) || writableByOthers) {
    throw new Error(`${folder} belongs to somebody else: remove it, or set TMPDIR to a folder of your own`)
  }
  return true
}
