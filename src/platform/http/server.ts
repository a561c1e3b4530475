import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { assetCacheControl, assets } from '#platform/assets/index.ts'
import { Fault } from '#platform/fault.ts'
import { loggable } from '#platform/log.ts'
import { faultPage, notFoundPage, tooManyRequestsPage } from '#platform/page/index.ts'
import { securityHeaders, sendSecurityHeaders } from './headers.ts'
import { openMeasures } from './measures.ts'
import { usualLimits } from './sessions.ts'
import { uploadLimits } from './upload.ts'
import { sendPage } from './parts.ts'
import type { ServerParts, Visit } from './parts.ts'
import { visit } from './visit.ts'

/** Put the house's routes behind one door. What each request goes through stands in `visit.ts`. */
export const openServer = async <Visitor, Rule>(parts: ServerParts<Visitor, Rule>): Promise<FastifyInstance> => {
  const https = parts.publicUrl?.startsWith('https://') ?? false
  const measures = openMeasures()
  const server = fastify({
    logger: false,
    trustProxy: 'loopback',
    bodyLimit: 1_048_576,
    requestIdHeader: false,
    genReqId: () => randomBytes(6).toString('hex').toUpperCase(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // An address that cannot be read at all never reaches a route, nor the hooks that send the headers.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack()
      reply.raw.writeHead(404, { ...securityHeaders(https), 'content-type': 'text/html; charset=utf-8' })
      reply.raw.end(notFoundPage(parts.desk.shell(parts.desk.stranger, '/', '', parts.clock.now())))
    },
  })
  await server.register(cookie)
  await server.register(formbody)
  await server.register(multipart, { limits: uploadLimits(parts.uploadBytes), throwFileSizeLimit: false })
  await server.register(rateLimit, { global: false })
  sendSecurityHeaders(server, https)

  const plainShell = (request: FastifyRequest): ReturnType<typeof parts.desk.shell> =>
    parts.desk.shell(parts.desk.stranger, request.url.split('?')[0] ?? '/', '', parts.clock.now())

  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    measures.requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode === 403) measures.refusals.inc()
    // Whoever watches over the server asks every second: that is counted, not written down.
    if (unlogged.test(route)) return
    parts.log.info(
      {
        reference: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  server.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error)
    if (status === 429) return sendPage(reply, 429, tooManyRequestsPage(plainShell(request), { waitSeconds: 60 }))
    if (status < 500) return sendPage(reply, status, notFoundPage(plainShell(request)))
    measures.faults.inc()
    parts.log.error({ reference: request.id, route: request.routeOptions.url ?? 'none', ...loggable(error) }, 'fault')
    return sendPage(reply, 500, faultPage(plainShell(request), { reference: request.id }))
  })
  server.setNotFoundHandler(async (request, reply) => sendPage(reply, 404, notFoundPage(plainShell(request))))

  server.get('/health/live', async () => ({ alive: true }))
  server.get('/health/ready', async (_request, reply) => {
    const why = parts.notReady()
    if (why !== undefined) return reply.code(503).send({ ready: false, because: why })
    return { ready: true }
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type(measures.registry.contentType).send(await measures.registry.metrics()),
  )
  for (const asset of assets().values()) {
    server.get(asset.path, async (request, reply) => {
      reply
        .header('cache-control', assetCacheControl)
        .header('etag', asset.etag)
        .header('vary', 'accept-encoding')
        .type(asset.type)
      if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
      if (/\bgzip\b/u.test(request.headers['accept-encoding'] ?? ''))
        return reply.header('content-encoding', 'gzip').send(asset.gzip)
      return reply.send(asset.body)
    })
  }
  const each: Visit<Visitor, Rule> = { ...parts, https, limits: parts.limits ?? usualLimits }
  for (const route of parts.routes) {
    server.route({
      method: route.method,
      url: route.path,
      ...(route.limit === 'few-a-minute' ? { config: { rateLimit: { max: 30, timeWindow: 60_000 } } } : {}),
      handler: async (request, reply) => visit(each, route, request, reply),
    })
  }
  return server
}

const statusOf = (error: unknown): number => {
  if (error instanceof Fault) return 500
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : 500
}

const unlogged = /^\/(?:health|metrics|assets)\b/u
