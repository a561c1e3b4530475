import { once } from 'node:events'
import { overcrowdingVerb as answerLines } from '#housing/overcrowding/index.ts'
import { isGone } from './terminal.ts'
import type { PlainVerb } from './verb.ts'

export const overcrowdingVerb: PlainVerb = {
  name: 'overcrowding',
  on: 'nothing',
  summary: 'answer the six overcrowding questions for households given line by line',
  usage: '< households.ndjson',
  help: 'Reads one household a line (JSON) from standard input and writes one result a line. A line that cannot be read gives {"line", "error"} and the rest goes on; the exit code is then 2. docs/overcrowding.md shows the fields.',
  options: {},
  run: async () => {
    const write = async (line: string): Promise<void> => {
      if (!process.stdout.write(line.endsWith('\n') ? line : `${line}\n`)) await once(process.stdout, 'drain')
    }
    try {
      const { bad } = await answerLines(process.stdin, write)
      return bad === 0 ? 0 : 2
    } catch (error) {
      // Whoever read the answers has had enough of them, as `| head` has: there is no more to do.
      if (isGone(error)) return 0
      throw error
    }
  },
}
