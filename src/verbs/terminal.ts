import { Presets, SingleBar } from 'cli-progress'
import type { Terminal } from './verb.ts'

/** The terminal of somebody at a terminal, or of a program that called us: a bar only where a person watches. */
export const openTerminal = (): Terminal => {
  let bar: SingleBar | undefined
  const begun = process.hrtime.bigint()
  for (const stream of [process.stdout, process.stderr]) stream.on('error', readNoLonger)
  const away = (): void => {
    bar?.stop()
    bar = undefined
  }
  return {
    cwd: process.cwd(),
    out: (text) => {
      away()
      process.stdout.write(text)
    },
    err: (text) => {
      away()
      process.stderr.write(text)
    },
    progress: (done, all) => {
      if (!process.stderr.isTTY || process.hrtime.bigint() - begun < 1_000_000_000n) return
      if (bar === undefined) {
        bar = new SingleBar({ stream: process.stderr, clearOnComplete: true, hideCursor: true }, Presets.shades_classic)
        bar.start(all, done)
      } else {
        bar.setTotal(all)
        bar.update(done)
      }
      if (done >= all) away()
    },
  }
}

/** Whoever read our words may stop, as `| head` does. That is no failure of the verb, which goes on with its work. */
const readNoLonger = (error: Error): void => {
  if (!isGone(error)) throw error
}

/** Whether something failed only because nobody reads our words any more. */
export const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'
