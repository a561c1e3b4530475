import { HtmlValidate } from 'html-validate'
import type { Street } from './street.ts'

export interface Shown {
  readonly status: number
  readonly text: string
  readonly location: string | undefined
}

/** Somebody at their browser: signed in, with a token on every form they send. */
export interface AtTheDoor {
  readonly cookie: string
  readonly get: (path: string) => Promise<Shown>
  readonly post: (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => Promise<Shown>
}

export const signedIn = async ({ server }: Pick<Street, 'server'>, user: string): Promise<AtTheDoor> => {
  const welcome = await server.inject({
    method: 'POST',
    url: '/sign-in/demo',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ person: user, next: '/' }).toString(),
  })
  const cookie = welcome.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const get = async (url: string): Promise<Shown> => {
    const reply = await server.inject({ method: 'GET', url, headers: { cookie } })
    return { status: reply.statusCode, text: reply.body, location: locationOf(reply.headers.location) }
  }
  const token = /name="_csrf" value="([^"]+)"/u.exec((await get('/')).text)?.[1] ?? ''
  return {
    cookie,
    get,
    post: async (url, fields) => {
      const payload = new URLSearchParams([
        ['_csrf', token],
        ...Object.entries(fields).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
        ),
      ])
      const reply = await server.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: payload.toString(),
      })
      return { status: reply.statusCode, text: reply.body, location: locationOf(reply.headers.location) }
    },
  }
}

const locationOf = (header: unknown): string | undefined => (typeof header === 'string' ? header : undefined)

export const headingOf = (text: string): string | undefined => /<h1[^>]*>([^<]*)<\/h1>/u.exec(text)?.[1]?.trim()

/** Each error of the summary leads to a field that is there. @returns the fields */
export const linkedErrors = (text: string): string[] => {
  const summary = /govuk-error-summary__list[\s\S]*?<\/ul>/u.exec(text)?.[0] ?? ''
  const fields = [...summary.matchAll(/href="#([^"]+)"/gu)].map(([, field]) => field ?? '')
  const lost = fields.filter((field) => !text.includes(`id="${field}"`))
  if (lost.length > 0) throw new Error(`errors lead nowhere: ${lost.join(', ')}`)
  return fields
}

/**
 * The published macros' ways that the validator's taste does not follow are left out, as in the page's own tests: links drawn as buttons,
 * and one name for the checkboxes of a set. Telephone numbers are kept on one line by the house style.
 */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-trailing-whitespace': 'off',
    'no-redundant-role': 'off',
    'no-implicit-button-type': 'off',
    'presentation-role-style': 'off',
    'void-style': 'off',
    'require-sri': 'off',
    'prefer-native-element': 'off',
    'form-dup-name': 'off',
    'tel-non-breaking': 'off',
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'no-inline-style': 'error',
  },
})

export const markupFaults = async (text: string): Promise<string[]> =>
  (await validator.validateString(text)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
