import type { FastifyInstance } from 'fastify'

/** Everything a page loads comes from its own address; nothing may frame it, and nothing of it is kept by a shared machine. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const securityHeaders = (https: boolean): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
  ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

export const sendSecurityHeaders = (server: FastifyInstance, https: boolean): void => {
  const headers = securityHeaders(https)
  server.addHook('onSend', async (request, reply) => {
    const own = request.url.startsWith('/assets/') ? reply.getHeader('cache-control') : undefined
    reply.headers(own === undefined ? headers : { ...headers, 'cache-control': own })
  })
}
