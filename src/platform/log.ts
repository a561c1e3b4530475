import pino from 'pino'
import { Fault } from './fault.ts'

/** Logs hold codes, routes, counts and references: never the name of a person, an address, a form or a query. */
export type Log = pino.Logger

export const openLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))

/** What of an error may be logged: its code and where in our code it arose. A database's message can quote a row, so it stays out. */
export const loggable = (error: unknown): { code: string; at: string[]; message?: string; cause?: unknown } => {
  const at =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 12)
          .map((line) => line.trim())
      : []
  if (error instanceof Fault)
    return {
      code: error.code,
      message: error.message,
      at,
      ...(error.cause === undefined ? {} : { cause: loggable(error.cause) }),
    }
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : error instanceof Error
        ? error.name
        : 'unknown'
  return { code, at }
}
