import { given } from '#platform/given.ts'
import { wholeOrNothing } from '#platform/database/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { FieldRead, Fields, Typing } from '#platform/form/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import type { FormFields, Request } from '#platform/http/index.ts'
import { formPage } from '#platform/page/index.ts'
import type { FormParts } from '#platform/page/index.ts'
import { RecordConflict } from '#record/index.ts'
import type { Authorship, Expect, RecordBook, Recorded as RecordedBy, Refused } from '#record/index.ts'
import type { Viewer } from '../roles.ts'
import { formRoutes } from './form-route.ts'
import { saidBy } from './rule.ts'
import type { HouseRoute, Premises, route } from './rule.ts'

type Asked = Request<Viewer>

/** One form, whole: what it must know, what it asks, which command records the answers, and where its writer goes next. */
interface Form<Facts, V, Id> {
  readonly path: string
  /** The name under which its entries say that they came by a form: `relationship`. */
  readonly name: string
  /** In words, for the look: `a relationship`. */
  readonly what: string
  readonly rule: Parameters<typeof route>[0]['rule']
  /** What the form shows and decides from; undefined where there is nothing of the kind. */
  readonly read: (request: Asked, fields: FormFields) => Promise<Facts | undefined>
  /** Subjects whose facts the form shows, for the look. */
  readonly shown: (facts: Facts) => readonly string[]
  /** What must not have moved since, so that two people who write at once notice; `new` where it writes of what is not there yet. */
  readonly seen: ((facts: Facts) => Expect) | 'new'
  /** Versions to hold to, where `seen` counts something else than versions: then what was seen is compared with what is there now. */
  readonly expects?: (facts: Facts) => Expect
  readonly frame: (facts: Facts, request: Asked) => Omit<FormParts, 'fields'>
  readonly fields: (facts: Facts, request: Asked, typed: FormFields) => Fields<V>
  /** Another page, where something must be chosen before the form can be asked. */
  readonly instead?: (facts: Facts, request: Asked, typing: Typing) => string | undefined
  /** How the questions are set, where one after the other will not do. */
  readonly draw?: (fields: Fields<V>, typing: Typing, facts: Facts) => Html
  /** What stands in it before anything is typed. */
  readonly begin?: (request: Asked, facts: Facts) => FormFields
  /** What the answers come to together, where no single question can tell; `wrong`: questions whose own answer cannot be read. */
  readonly check?: (answers: Partial<V>, facts: Facts, wrong: ReadonlySet<string>) => FormErrors
  /** Record the answers, by commands; all of them or none. */
  readonly record: (to: Recording, values: V, facts: Facts) => Promise<RecordedBy<Id>>
  /** Where a refusal stands that names no question of this form, or one of several asks. */
  readonly place?: (refused: Refused, values: V) => string
  readonly done: (
    ids: readonly Id[],
    facts: Facts,
    values: V,
    request: Asked,
  ) => { readonly goTo: string; readonly message: string }
}

/** What a form hands to a command. */
export interface Recording {
  readonly book: RecordBook
  readonly tx: Tx
  readonly said: Authorship
  readonly expect: Expect
  readonly request: Asked
}

/**
 * The two ways to a form's address: to see it, and to send it.
 *
 * @example
 * form(premises, {
 *   path: '/families/:family/lead', name: 'lead practitioner', what: 'who leads the work with a family', rule: byWhoWorksWithThem,
 *   read: readFamily, shown: familyShown, seen: ({ family, version }) => new Map([[family, version]]),
 *   frame: (family) => ({ title: 'Who leads the work', heading: 'Who leads the work?', submit: 'Record it', ...familyWay(family) }),
 *   fields: ({ people }) => fieldsOf({ user: choice({ legend: 'Who?', items: people, missing: 'Choose who leads the work' }) }),
 *   record: async ({ book, tx, said, expect }, { user }, { family }) => nameLead.record(book, tx, said, [{ family, user }], expect),
 *   done: (_ids, { family }) => ({ goTo: paths.family(family), message: 'Recorded who leads the work.' }),
 * })
 */
export const form = <Facts, V, Id>({ database, book }: Premises, declared: Form<Facts, V, Id>): HouseRoute[] => {
  const { seen, begin } = declared
  return formRoutes<Facts>({
    path: declared.path,
    what: declared.what,
    rule: declared.rule,
    read: declared.read,
    shown: declared.shown,
    ...(seen === 'new' ? {} : { version: seen }),
    ...given({ begin }),
    draw: (request, facts, state) => {
      const fields = declared.fields(facts, request, state.fields)
      const other = declared.instead?.(facts, request, state)
      if (other !== undefined) return other
      return formPage(request.shell, state, {
        ...declared.frame(facts, request),
        fields: declared.draw?.(fields, state, facts) ?? fields.draw(state),
      })
    },
    record: async (request, facts, version) => {
      const fields = declared.fields(facts, request, request.form)
      const read = checked(fields, request.form, declared, facts)
      if ('errors' in read) return read
      const expect = expected(declared, facts, version)
      const done = await wholeOrNothing(database, async (tx) =>
        declared.record({ book, tx, said: saidBy(request, declared.name), expect, request }, read.value, facts),
      )
      if (done.accepted) return declared.done(done.value.ids, facts, read.value, request)
      return { errors: placed(done.because, fields, (refused) => declared.place?.(refused, read.value)) }
    },
  })
}

const expected = <Facts, V, Id>(
  { seen, expects }: Form<Facts, V, Id>,
  facts: Facts,
  carried: Expect | undefined,
): Expect => {
  if (seen === 'new' || carried === undefined) return new Map()
  if (expects === undefined) return carried
  const moved = [...seen(facts)].find(([subject, now]) => carried.get(subject) !== now)
  if (moved !== undefined) throw new RecordConflict(moved[0])
  return expects(facts)
}

const checked = <Facts, V, Id>(
  fields: Fields<V>,
  typed: FormFields,
  { check }: Form<Facts, V, Id>,
  facts: Facts,
): FieldRead<V> => {
  const read = fields.read(typed)
  const own = 'errors' in read ? read.errors : []
  const together = check?.(fields.readable(typed), facts, new Set(own.map(({ field }) => field))) ?? []
  return own.length + together.length === 0 ? read : { errors: inOrder(fields, own, together) }
}

/** All of them in the order in which the questions are asked. */
const inOrder = ({ names }: Fields<unknown>, own: FormErrors, together: FormErrors): FormErrors => {
  const at = (field: string): number => names.findIndex((name) => field === name || field.startsWith(`${name}-`))
  const all = [...own]
  for (const error of together.toReversed()) {
    const here = at(error.field)
    const next = here === -1 ? 0 : all.findIndex(({ field }) => at(field) >= here)
    all.splice(next === -1 ? all.length : next, 0, error)
  }
  return all
}

/** Every reason at the question it is about, each said once; what is about none stands with the first. */
const placed = (
  because: readonly Refused[],
  fields: Fields<unknown>,
  place: (refused: Refused) => string | undefined,
): FormErrors => {
  const errors = because.map((refused) => {
    const own = refused.field !== undefined && fields.names.includes(refused.field) ? refused.field : undefined
    return { field: place(refused) ?? own ?? fields.names[0] ?? '', text: refused.says }
  })
  return [...new Map(errors.map((error) => [`${error.field} ${error.text}`, error])).values()]
}
