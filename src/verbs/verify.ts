import { verifyLooks } from '#access/index.ts'
import type { House } from '#house.ts'
import { verify } from '#record/index.ts'
import type { Verified } from '#record/index.ts'
import type { Terminal, HouseVerb } from './verb.ts'

interface HouseVerified extends Verified {
  readonly looks: number
  /** `holds-with-warnings`: as far as can be told here; what cannot be told is said. */
  readonly result: 'holds' | 'holds-with-warnings' | 'does-not-hold'
}

/** The record and the looks. */
export const verifyHouse = async (
  house: Pick<House, 'database' | 'checkpoints'>,
  progress?: Terminal['progress'],
): Promise<HouseVerified> => {
  const [record, looked] = [
    await verify(house.database, house.checkpoints, progress),
    await verifyLooks(house.database, house.checkpoints),
  ]
  const faults = [...record.faults, ...looked.faults]
  const warnings = [...record.warnings, ...looked.warnings]
  return {
    ...record,
    holds: faults.length === 0,
    faults,
    warnings,
    looks: looked.looks,
    result: faults.length > 0 ? 'does-not-hold' : warnings.length > 0 ? 'holds-with-warnings' : 'holds',
  }
}

export const verifyVerb: HouseVerb = {
  name: 'verify',
  on: 'house',
  summary: 'check that the record has not been changed, cut or added to',
  usage: '',
  help: 'Computes every link of the chain again from the entries, and that of the looks, and compares both with what is stored and with the checkpoint kept outside the database. Bodies that were lawfully disposed of are counted as disposed. It exits 1 when the record does not hold, also when the checkpoint that it had is missing. What it cannot tell from here it says as a warning, and exits 0.',
  options: {},
  run: async (house, given, terminal) => {
    // Sealing may begin a new checkpoint: whether one was there is asked first.
    const missing = (await house.checkpoints.read()) === undefined
    const before = missing ? await verifyHouse(house) : undefined
    await house.seal()
    const after = await verifyHouse(house, terminal.progress)
    const result =
      before !== undefined && !before.holds && after.holds
        ? { ...after, holds: false, faults: before.faults, result: before.result }
        : after
    if (given.json) terminal.out(`${JSON.stringify(result)}\n`)
    else {
      for (const fault of result.faults)
        terminal.out(
          `${fault.sequence === undefined ? '' : `Number ${fault.sequence}: `}${fault.what}${fault.entry === undefined ? '' : ` (entry ${fault.entry})`}\n`,
        )
      for (const warning of result.warnings) terminal.out(`Warning: ${warning}\n`)
      terminal.out(
        result.holds
          ? `The record holds${result.warnings.length === 0 ? '' : ', as far as can be told here'}: ${result.sealed} entries, ${result.disposed} of them disposed of; ${result.looks} looks.\n`
          : `The record does NOT hold: ${result.faults.length} fault${result.faults.length === 1 ? '' : 's'} among ${result.sealed} entries and ${result.looks} looks.\n`,
      )
    }
    return result.holds ? 0 : 1
  },
}
