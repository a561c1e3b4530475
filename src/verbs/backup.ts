import { resolve } from 'node:path'
import { beginLooksCheckpoint } from '#access/index.ts'
import { backup, rebuild, restore } from '#record/index.ts'
import { WrongCall } from './verb.ts'
import { verifyHouse } from './verify.ts'
import type { Given, HouseVerb } from './verb.ts'

export const backupVerb: HouseVerb = {
  name: 'backup',
  takesWords: true,
  on: 'house',
  asOwner: true,
  summary: 'write the whole record to one portable file',
  usage: 'FILE',
  help: 'The file is the same from the embedded default and from PostgreSQL, so it is also the way from one to the other. It holds everything anybody ever recorded: keep it as safe as the database.',
  options: {},
  run: async (house, given, terminal) => {
    const file = fileOf(given, terminal.cwd)
    await house.seal()
    const counts = await backup(house.database, house.tables, file)
    terminal.out(
      given.json
        ? `${JSON.stringify({ file, rows: counts })}\n`
        : `Wrote ${counts['entry'] ?? 0} entries to ${file}.\n`,
    )
    return 0
  },
}

export const restoreVerb: HouseVerb = {
  name: 'restore',
  takesWords: true,
  on: 'house',
  asOwner: true,
  alone: true,
  begins: true,
  summary: 'put a backup into an empty database',
  usage: 'FILE',
  help: 'All of it or nothing: a file that is cut off, changed or not a backup leaves the database as it was. Afterwards lists are rebuilt and the chain is verified.',
  options: {},
  run: async (house, given, terminal) => {
    const file = fileOf(given, terminal.cwd)
    const counts = await restore(house.database, house.tables, file, house.checkpoints)
    await rebuild(house.database, house.book, terminal.progress)
    await beginLooksCheckpoint(house.database, house.checkpoints)
    const verified = await verifyHouse(house)
    terminal.out(
      given.json
        ? `${JSON.stringify({ file, rows: counts, verified })}\n`
        : `Restored ${counts['entry'] ?? 0} entries from ${file}. The record ${verified.holds ? 'holds' : 'does NOT hold: run verify'}.\n`,
    )
    return verified.holds ? 0 : 1
  },
}

const fileOf = (given: Given, cwd: string): string => {
  const [file, ...more] = given.words
  if (file === undefined || more.length > 0) throw new WrongCall('Name one file.')
  return resolve(cwd, file)
}
