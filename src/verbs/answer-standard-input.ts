import { once } from 'node:events'
import { fstatSync } from 'node:fs'
import { askLines } from '#platform/question/ask.ts'
import type { Question } from '#platform/question/question.ts'
import { isGone } from './terminal.ts'
import type { Terminal } from './verb.ts'

/** Facts on each line of standard input, an answer on each line of standard output. @returns exit code 2 if a line was bad */
export const answerStandardInput = async (question: Question, terminal: Terminal): Promise<number> => {
  if (process.stdin.isTTY)
    terminal.err(
      `Type one ${question.each} a line, as JSON; Ctrl-D ends. \`rooftree ask ${question.name} --examples\` shows some.\n`,
    )
  try {
    const { bad } = await askLines(question, watched(terminal), write)
    return bad === 0 ? 0 : 2
  } catch (error) {
    // Whoever read the answers has had enough of them, as `| head` has: there is no more to do.
    if (isGone(error)) return 0
    throw error
  }
}

const write = (line: string): void | Promise<void> => {
  if (!process.stdout.write(`${line}\n`)) return drained()
}

const drained = async (): Promise<void> => {
  await once(process.stdout, 'drain')
}

/** Standard input, with the bar moved on as it is read: by its bytes where it is a file, otherwise by what has come so far. */
async function* watched(terminal: Terminal): AsyncGenerator<Uint8Array> {
  const size = sizeOfInput()
  let read = 0
  for await (const piece of process.stdin) {
    const bytes: Uint8Array = typeof piece === 'string' ? Buffer.from(piece) : piece
    yield bytes
    read += bytes.length
    // Answers that go to the terminal show by themselves how far it has come.
    if (!process.stdout.isTTY) terminal.progress(read, size ?? read + bytes.length)
  }
}

const sizeOfInput = (): number | undefined => {
  const stat = fstatSync(process.stdin.fd)
  return stat.isFile() && stat.size > 0 ? stat.size : undefined
}
