import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Fault } from './fault.ts'

/**
 * Make the data folder and whatever is missing above it, for this user only. Level by level: asked to make all levels at once, Node
 * tries for ever where the system forbids it (under /proc).
 *
 * @throws Fault `settings.data-folder` saying what stands in the way
 */
export const makeDataFolder = (folder: string): void => {
  const whole = resolve(folder)
  try {
    const found = statSync(whole, { throwIfNoEntry: false })
    if (found?.isDirectory() === true) return
    if (found !== undefined)
      throw new Fault('settings.data-folder', `ROOFTREE_DATA names ${folder}, which is a file. Name a folder.`)
    if (dirname(whole) !== whole) makeDataFolder(dirname(whole))
    mkdirSync(whole, { mode: 0o700 })
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(
      'settings.data-folder',
      `The folder ${folder} (ROOFTREE_DATA) cannot be made or opened. Name one that this user may write to.`,
      error,
    )
  }
}
