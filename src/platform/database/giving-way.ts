import { setTimeout } from 'node:timers/promises'

/** Milliseconds within which a page's next transaction follows the one before. */
const moment = 8
/** Milliseconds after which nobody is thought to look at pages at all. */
const longAgo = 3000
/** Milliseconds for which a load gives way at most, so that it always goes on. */
const patience = 1000

export interface GivingWay {
  /** Somebody waits for this. */
  readonly waitedFor: <T>(work: () => Promise<T>) => Promise<T>
  /** Until nobody waits for anything, and has not for a moment. */
  readonly giveWay: () => Promise<void>
  /** Whether nobody has waited for anything lately, so that larger steps hold up nobody. */
  readonly alone: () => boolean
}

/** Who goes first: pages and forms, whose transactions follow each other closely, before a load that takes minutes anyway. */
export const givingWay = (): GivingWay => {
  let waiting = 0
  let ended = Number.NEGATIVE_INFINITY
  const someoneWaits = (): boolean => waiting > 0 || performance.now() < ended + moment
  return {
    waitedFor: async (work) => {
      waiting += 1
      try {
        return await work()
      } finally {
        waiting -= 1
        ended = performance.now()
      }
    },
    giveWay: async () => {
      const latest = performance.now() + patience
      while (someoneWaits() && performance.now() < latest) await setTimeout(2)
    },
    alone: () => waiting === 0 && performance.now() > ended + longAgo,
  }
}
