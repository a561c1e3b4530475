import type { FastifyReply } from 'fastify'
import type { Database } from '#platform/database/index.ts'
import type { Clock } from '#platform/dates.ts'
import type { Log } from '#platform/log.ts'
import type { FrontDesk, Route } from './route.ts'
import type { SessionLimits } from './sessions.ts'

export interface ServerParts<Visitor, Rule> {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly routes: readonly Route<Visitor, Rule>[]
  readonly desk: FrontDesk<Visitor, Rule>
  /** Not ready: why, in words, for `/health/ready`. */
  readonly notReady: () => string | undefined
  /** Largest file taken by a form, in bytes. */
  readonly uploadBytes?: number
  readonly publicUrl?: string
  readonly limits?: SessionLimits
}

export interface Visit<Visitor, Rule> extends ServerParts<Visitor, Rule> {
  readonly https: boolean
  readonly limits: SessionLimits
}

export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(page)
