import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Fault } from '#platform/fault.ts'

/** How far the chain reached and its last link, kept outside the database: what shows that its end was cut off. */
export interface Checkpoint {
  readonly sequence: number
  /** The link's hash, base64. */
  readonly hash: string
  readonly at: string
}

export interface CheckpointStore {
  readonly read: () => Promise<Checkpoint | undefined>
  readonly write: (checkpoint: Checkpoint) => Promise<void>
}

const shape = z.strictObject({ sequence: z.int().positive(), hash: z.string(), at: z.string() })

/** One small file, replaced whole, so that a crash while writing leaves the one before it. Writers take turns. */
export const checkpointFile = (path: string): CheckpointStore => {
  let turn: Promise<void> = Promise.resolve()
  return {
    read: async () => readFrom(path),
    write: async (checkpoint) => {
      const mine = turn.then(async () => writeTo(path, checkpoint))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

const readFrom = async (path: string): Promise<Checkpoint | undefined> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return undefined
  }
  const parsed = shape.safeParse(parseJson(text))
  if (!parsed.success) throw new Fault('record.checkpoint-unreadable', `The checkpoint file ${path} cannot be read: it is not what Rooftree wrote.`)
  return parsed.data
}

const writeTo = async (path: string, checkpoint: Checkpoint): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(checkpoint))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

/** For tests, and for a record that is being restored. */
export const checkpointInMemory = (): CheckpointStore => {
  let kept: Checkpoint | undefined
  return {
    read: async () => kept,
    write: async (checkpoint) => {
      kept = checkpoint
    },
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
