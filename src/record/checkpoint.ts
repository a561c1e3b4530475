import { randomUUID } from 'node:crypto'
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
  /** How far the looks' own chain reached. */
  readonly looks?: LooksReached
  /** Which file this is: one that was removed and made again is another, and the record knows of both. */
  readonly store?: string
}

interface LooksReached {
  readonly batch: number
  /** The batch's hash, base64. */
  readonly hash: string
}

type Reached = Pick<Checkpoint, 'sequence' | 'hash' | 'at'> | { readonly looks: LooksReached }

export interface CheckpointStore {
  readonly read: () => Promise<Checkpoint | undefined>
  /**
   * Move on one part of the checkpoint and keep the other. Looks alone begin no checkpoint: one that was removed stays missed.
   *
   * @returns which file it is; undefined where it does not outlive the program, or was not begun
   */
  readonly write: (reached: Reached) => Promise<string | undefined>
}

const shape = z.strictObject({
  sequence: z.int().positive(),
  hash: z.string(),
  at: z.string(),
  looks: z.strictObject({ batch: z.int().positive(), hash: z.string() }).exactOptional(),
  store: z.uuid().exactOptional(),
})

/** One small file, replaced whole, so that a crash while writing leaves the one before it. Writers take turns. */
export const checkpointFile = (path: string): CheckpointStore => {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    read: async () => readFrom(path),
    write: async (reached) => {
      const mine = turn.then(async () => {
        // A file that cannot be read is made again, as another: it is found to be one.
        const kept = await readFrom(path).catch(() => undefined)
        const moved = movedOn(kept, reached)
        if (moved === undefined) return undefined
        const store = kept?.store ?? randomUUID()
        await writeTo(path, { ...moved, store })
        return store
      })
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

const movedOn = (kept: Checkpoint | undefined, reached: Reached): Checkpoint | undefined =>
  'sequence' in reached
    ? { ...(kept?.looks === undefined ? {} : { looks: kept.looks }), ...reached }
    : kept && { ...kept, ...reached }

const readFrom = async (path: string): Promise<Checkpoint | undefined> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return undefined
  }
  const parsed = shape.safeParse(parseJson(text))
  if (!parsed.success)
    throw new Fault(
      'record.checkpoint-unreadable',
      `The checkpoint file ${path} cannot be read: it is not what Rooftree wrote.`,
    )
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
    write: async (reached) => {
      kept = movedOn(kept, reached)
      return undefined
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
