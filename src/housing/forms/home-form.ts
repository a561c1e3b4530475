import { given } from '#platform/given.ts'
import { form } from '#access/index.ts'
import type { HouseRoute, Premises, Recording, Viewer, Way } from '#access/index.ts'
import type { Fields, Typing } from '#platform/form/index.ts'
import { details } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import { fieldList } from '#platform/http/index.ts'
import type { FormFields, Request } from '#platform/http/index.ts'
import { dateFields } from '#platform/page/index.ts'
import type { DeclaredKind, Recorded, Refused } from '#record/index.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../picture/index.ts'
import type { Names } from '../picture/index.ts'
import { readHome } from '../queries/index.ts'
import type { HomeView } from '../queries/index.ts'

/** What every form about a home knows. */
export interface HomeAsked {
  readonly view: HomeView
  readonly names: Names
  /** Whose statements the reader may put right by saying them anew. */
  readonly agency: string
  /** Which tenancy, application or stay of the reader's own agency it puts right; empty for a new one. */
  readonly which: string
}

/** One form about a home: what it asks, and which command records the answers. */
interface HomeForm<V> {
  readonly name: string
  readonly what: string
  readonly heading: string
  /** People who work with a family there or look after the home, unless it is for the landlord's or council's officer alone. */
  readonly ways?: readonly Way[]
  /** Statements of the reader's own agency that this form replaces: where one has come since, somebody else saved first. */
  readonly replaces: readonly Pick<DeclaredKind, 'kind'>[]
  readonly before?: Html
  readonly begin?: (asked: HomeAsked) => FormFields
  readonly fields: (asked: HomeAsked, today: Temporal.PlainDate, typed: FormFields) => Fields<V>
  readonly draw?: (fields: Fields<V>, typing: Typing, asked: HomeAsked) => Html
  readonly check?: (answers: Partial<V>, asked: HomeAsked, wrong: ReadonlySet<string>) => FormErrors
  readonly record: (to: Recording, values: V, asked: HomeAsked) => Promise<Recorded<unknown>>
  readonly place?: (refused: Refused, values: V) => string
  readonly message: string
}

/** What an agreement, the register and a placement say is for the officer who looks after the home. */
export const byWhoLooksAfterIt = ['responsible-for-home'] as const

export const homeForm = <V>(premises: Premises, declared: HomeForm<V>): HouseRoute[] =>
  form<HomeAsked, V, unknown>(premises, {
    path: `/homes/:home/${declared.name}`,
    name: declared.name,
    what: declared.what,
    rule: { who: 'may-open', param: 'home', ways: declared.ways ?? ['involved', 'responsible-for-home'] },
    read: async (request, typed) => readAsked(premises, request, typed),
    shown: ({ view }) => shownBy(view),
    // What another agency says, or an alert, takes nothing away from what this one says.
    seen: (asked) => new Map([[asked.view.home, saidBefore(declared.replaces, asked)]]),
    expects: ({ view }) => new Map([[view.home, view.version]]),
    begin: (_request, asked) => declared.begin?.(asked) ?? {},
    frame: ({ view, which }) => ({
      title: declared.heading,
      heading: declared.heading,
      caption: view.address,
      way: [{ text: 'The home', href: paths.home(view.home) }, { text: declared.heading }],
      look: paths.home(view.home),
      submit: 'Record it',
      before: declared.before,
      hidden: which === '' ? {} : { which },
    }),
    fields: (asked, { today }, typed) => declared.fields(asked, today, typed),
    ...given({ draw: declared.draw, check: declared.check }),
    record: declared.record,
    ...given({ place: declared.place }),
    done: (_ids, { view }) => ({ goTo: paths.home(view.home), message: declared.message }),
  })

const readAsked = async (
  { database }: Premises,
  { visitor, params, today }: Request<Viewer>,
  typed: FormFields,
): Promise<HomeAsked> => {
  const view = await readHome(database, visitor, params['home'] ?? '', today)
  const names = namesIn(view.facts, view.people, holdsNone(visitor))
  return { view, names, agency: visitor.agency, which: fieldList(typed, 'which')[0] ?? '' }
}

const saidBefore = (replaces: HomeForm<never>['replaces'], { view, agency }: HomeAsked): number =>
  view.entries.filter((entry) => entry.agency === agency && replaces.some(({ kind }) => kind === entry.kind)).length

/** What is said of somebody whose name the reader may not know. */
export const holdsNone = (viewer: Viewer): string =>
  viewer.role === 'housing-officer' ? 'of whom your agency holds no record' : 'whose name you may not see'

/** The home, and everybody whose facts the page shows. */
export const shownBy = (view: HomeView): string[] => [
  ...new Set([
    view.home,
    ...[...view.facts.sleeping, ...view.facts.tenancy, ...view.facts.application].flatMap(({ records }) => records),
  ]),
]

/** One part of a long form, folded until it is wanted: open where it `begins` so, where anything was typed, or where something is wrong. */
export const folded = (
  { fields, errors }: Typing,
  names: readonly string[],
  summary: string,
  body: Html,
  begins: boolean,
): Html =>
  details({
    summary,
    content: { html: body },
    open: begins || errors.some(({ field }) => names.includes(field)) || anyTyped({ fields, errors }, names),
  })

const anyTyped = ({ fields }: Typing, names: readonly string[]): boolean =>
  names.some((name) => fieldList(fields, name).length > 0)

export const dayTyped = (name: string, day: string | undefined): FormFields =>
  day === undefined ? {} : dateFields(name, Temporal.PlainDate.from(day))

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
