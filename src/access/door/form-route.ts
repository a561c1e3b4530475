import type { FormErrors } from '#platform/govuk/index.ts'
import { fieldText } from '#platform/http/index.ts'
import type { Request, FormFields } from '#platform/http/index.ts'
import type { FormState } from '#platform/page/index.ts'
import { RecordConflict } from '#record/index.ts'
import type { Expect } from '#record/index.ts'
import type { Viewer } from '../roles.ts'
import { route } from './rule.ts'
import type { HouseRoute } from './rule.ts'

type Asked = Request<Viewer>

export type Recorded = { readonly goTo: string; readonly message: string } | { readonly errors: FormErrors }

/** One form: what it must know, how it is drawn, and how what it says is recorded. */
interface FormDeclared<Facts> {
  readonly path: string
  /** In words, for the look: `a contact`. */
  readonly what: string
  readonly rule: Parameters<typeof route>[0]['rule']
  /** What the form shows; undefined where there is nothing of the kind. */
  readonly read: (request: Asked, fields: FormFields) => Promise<Facts | undefined>
  readonly shown: (facts: Facts) => readonly string[]
  /** How often each subject had been written about when the form was drawn. */
  readonly version?: (facts: Facts) => Expect
  /** What stands in it before anything is typed. */
  readonly begin?: (request: Asked, facts: Facts) => FormFields
  readonly draw: (request: Asked, facts: Facts, state: FormState) => string
  readonly record: (request: Asked, facts: Facts, seen: Expect | undefined) => Promise<Recorded>
}

/**
 * The two ways to a form's address: to see it, with a draft kept from before, and to send it. What cannot be recorded comes back as it
 * was typed with every reason; so does what somebody else was quicker to change, with the words that they were.
 */
export const formRoutes = <Facts>(form: FormDeclared<Facts>): HouseRoute[] => [
  route({
    method: 'GET',
    path: form.path,
    what: `form for ${form.what}`,
    rule: form.rule,
    handle: async (request) => {
      const typed = { ...draftFor(request, await request.draft(request.path)), ...queryFields(request) }
      const facts = await form.read(request, typed)
      if (facts === undefined) return { missing: true }
      const fields = { ...form.begin?.(request, facts), ...typed }
      return {
        page: form.draw(request, facts, stateOf(request, fields, form.version?.(facts))),
        shown: form.shown(facts),
      }
    },
  }),
  route({
    method: 'POST',
    path: form.path,
    what: `recording of ${form.what}`,
    rule: form.rule,
    handle: async (request) => {
      const facts = await form.read(request, request.form)
      if (facts === undefined) return { missing: true }
      const seen = fieldText(request.form, versionField)
      try {
        const done = await form.record(request, facts, seen === '' ? undefined : versionsIn(seen))
        if ('goTo' in done) return done
        return {
          page: form.draw(request, facts, { ...stateOf(request, request.form, undefined), errors: done.errors }),
          status: 422,
          shown: form.shown(facts),
        }
      } catch (error) {
        if (!(error instanceof RecordConflict)) throw error
        const fresh = await form.read(request, request.form)
        if (fresh === undefined) return { missing: true }
        return {
          page: form.draw(request, fresh, {
            ...stateOf(request, { ...request.form, [versionField]: carried(form.version?.(fresh)) }, undefined),
            changedMeanwhile: true,
          }),
          status: 409,
          shown: form.shown(fresh),
        }
      }
    },
  }),
]

const versionField = 'seen-version'

/** Versions as a form carries them: `family:1=4 record:2=1`. An id holds no space and no equals sign. */
const carried = (versions: Expect | undefined): string =>
  [...(versions ?? [])].map(([subject, version]) => `${subject}=${version}`).join(' ')

const versionsIn = (text: string): Expect =>
  new Map(
    text.split(' ').flatMap((pair) => {
      const [subject = '', version = ''] = pair.split('=')
      return /^\d+$/u.test(version) ? [[subject, Number(version)] as const] : []
    }),
  )

/** A draft of this form; but not where the address asks for the form about somebody else. What is searched for (`who`) may change. */
const draftFor = ({ query }: Asked, draft: FormFields | undefined): FormFields =>
  draft !== undefined &&
  Object.entries(query).every(([name, value]) => name === 'who' || draft[name] === undefined || draft[name] === value)
    ? draft
    : {}

const queryFields = ({ query }: Asked): FormFields =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value.slice(0, 300)]))

const stateOf = (request: Asked, fields: FormFields, version: Expect | undefined): FormState => ({
  action: request.path,
  csrf: request.csrf,
  fields,
  errors: [],
  changedMeanwhile: false,
  version: fieldText(fields, versionField) === '' ? carried(version) : fieldText(fields, versionField),
})
