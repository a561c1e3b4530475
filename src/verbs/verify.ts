import { verify } from '#record/index.ts'
import type { HouseVerb } from './verb.ts'

export const verifyVerb: HouseVerb = {
  name: 'verify',
  on: 'house',
  summary: 'check that the record has not been changed, cut or added to',
  usage: '',
  help: 'Computes every link of the chain again from the entries and compares it with what is stored and with the checkpoint kept outside the database. Bodies that were lawfully disposed of are counted as disposed.',
  options: {},
  run: async (house, given, desk) => {
    await house.seal()
    const result = await verify(house.database, house.checkpoints, desk.progress)
    if (given.json) desk.out(`${JSON.stringify(result)}\n`)
    else {
      for (const fault of result.faults) desk.out(`${fault.sequence === undefined ? '' : `Number ${fault.sequence}: `}${fault.what}${fault.entry === undefined ? '' : ` (entry ${fault.entry})`}\n`)
      desk.out(result.holds ? `The record holds: ${result.sealed} entries, ${result.disposed} of them disposed of.\n` : `The record does NOT hold: ${result.faults.length} fault${result.faults.length === 1 ? '' : 's'} among ${result.sealed} entries.\n`)
    }
    return result.holds ? 0 : 1
  },
}
