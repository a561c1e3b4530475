import { createHash } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { House } from '#house.ts'
import { Fault } from '#platform/fault.ts'
import { loggable } from '#platform/log.ts'
import type { Log } from '#platform/log.ts'
import { WrongCall } from '#verbs/verb.ts'
import type { Terminal, Given, HouseVerb } from '#verbs/verb.ts'

/**
 * The way for another verb to reach the server that has the data folder: a socket that only this user may open. One line of JSON
 * asks; lines of JSON answer.
 */
const askShape = z.object({
  verb: z.string(),
  cwd: z.string(),
  words: z.array(z.string()),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])),
  json: z.boolean(),
})
const answerShape = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ progress: z.tuple([z.number(), z.number()]) }),
  z.object({ wrongCall: z.string() }),
  z.object({ exit: z.number() }),
])
type Answer = z.infer<typeof answerShape>

/** In the folder itself where the path is short enough for a socket, otherwise among the user's temporary files. */
const socketPath = (folder: string): string => {
  const whole = resolve(folder)
  const name = createHash('sha256').update(whole).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rooftree-${name}`
  const near = join(whole, 'rooftree.sock')
  return Buffer.byteLength(near) < 100 ? near : join(tmpdir(), `rooftree-${name}.sock`)
}

interface Control {
  readonly close: () => Promise<void>
}

/** @param notReady why nothing may be asked yet: a demo that is still being lived through has a clock of its own */
export const openControl = async (
  house: House,
  verbs: readonly HouseVerb[],
  notReady: () => string | undefined,
  log: Log,
): Promise<Control> => {
  const path = socketPath(house.settings.dataFolder)
  // Only the holder of the folder's lock comes here: a socket left by a killed server is ours to remove.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    const lines = createInterface({ input: socket })
    lines.once('line', (line) => void serveOne({ house, verbs, notReady, log }, socket, line))
    lines.on('error', () => socket.destroy())
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (error) =>
      fail(new Fault('control.cannot-open', `The socket ${path} cannot be opened.`, error)),
    )
    server.listen(path, done)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    close: async () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
      }),
  }
}

interface Served {
  readonly house: House
  readonly verbs: readonly HouseVerb[]
  readonly notReady: () => string | undefined
  readonly log: Log
}

const serveOne = async ({ house, verbs, notReady, log }: Served, socket: Socket, line: string): Promise<void> => {
  const say = (answer: Answer): void => void socket.write(`${JSON.stringify(answer)}\n`)
  const terminal = (cwd: string): Terminal => ({
    cwd,
    out: (out) => say({ out }),
    err: (err) => say({ err }),
    progress: (done, all) => say({ progress: [done, all] }),
  })
  try {
    const ask = askShape.parse(JSON.parse(line))
    const verb = verbs.find(({ name }) => name === ask.verb)
    const why = notReady()
    if (why !== undefined) {
      say({ err: `${why} Try again in a moment.\n` })
      say({ exit: 1 })
    } else if (verb === undefined || verb.alone === true) {
      say({ err: `${ask.verb} cannot run while the server is running. Stop the server first.\n` })
      say({ exit: 1 })
    } else say({ exit: await verb.run(house, ask, terminal(ask.cwd)) })
  } catch (error) {
    if (error instanceof WrongCall) say({ wrongCall: error.message })
    else {
      if (!(error instanceof Fault)) log.error(loggable(error), 'verb failed')
      say({
        err: `${error instanceof Fault ? error.message : 'Something went wrong in the running server; its log says what.'}\n`,
      })
      say({ exit: 1 })
    }
  }
  socket.end()
}

/**
 * Ask the running server to do a verb.
 *
 * @returns its exit code, or undefined when no server answers there
 */
export const askServer = async (
  folder: string,
  verb: HouseVerb,
  given: Given,
  terminal: Terminal,
): Promise<number | undefined> =>
  new Promise((done, fail) => {
    const socket = connect(socketPath(folder))
    let reached = false
    let exit = 1
    socket.on('error', () =>
      reached
        ? fail(new Fault('control.lost', 'The running server went away before it had answered.'))
        : done(undefined),
    )
    socket.on('connect', () => {
      reached = true
      const options = Object.fromEntries(Object.entries(given.options).filter(([, value]) => value !== undefined))
      socket.write(
        `${JSON.stringify({ verb: verb.name, cwd: terminal.cwd, words: given.words, options, json: given.json })}\n`,
      )
    })
    createInterface({ input: socket })
      .on('error', () => undefined)
      .on('line', (line) => {
        const answer = answerShape.parse(JSON.parse(line))
        if ('out' in answer) terminal.out(answer.out)
        else if ('err' in answer) terminal.err(answer.err)
        else if ('progress' in answer) terminal.progress(...answer.progress)
        else if ('wrongCall' in answer) fail(new WrongCall(answer.wrongCall))
        else exit = answer.exit
      })
      .on('close', () => done(reached ? exit : undefined))
  })
