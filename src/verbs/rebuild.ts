import { rebuild } from '#record/index.ts'
import type { HouseVerb } from './verb.ts'

export const rebuildVerb: HouseVerb = {
  name: 'rebuild',
  on: 'house',
  summary: 'make lists and searches again from the record',
  usage: '',
  help: 'Empties every projection and fills it again from the entries. Pages go on reading the old rows until the new are whole.',
  options: {},
  run: async (house, given, terminal) => {
    const counts = await rebuild(house.database, house.book, terminal.progress)
    if (given.json) terminal.out(`${JSON.stringify({ rebuilt: counts })}\n`)
    else for (const [name, count] of Object.entries(counts)) terminal.out(`${name}: ${count}\n`)
    return 0
  },
}
