import { formRoutes, saidBy } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer, Way } from '#access/index.ts'
import { wholeOrNothing } from '#platform/database/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { RecordConflict } from '#record/index.ts'
import type { Authorship, DeclaredKind, Expect, RecordBook, Recorded } from '#record/index.ts'
import type { HomeAsked } from '../pages/home-form.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../picture/index.ts'
import { readHome } from '../queries/index.ts'
import type { HomeView } from '../queries/index.ts'
import type { Read } from './asks.ts'

/** One form about a home: how it is drawn and read, which command records it, and beside which field each refusal stands. */
export interface HomeFormDeclared<T> {
  readonly name: string
  readonly what: string
  /** Whoever works with a family there or looks after the home, unless it is for the landlord's or council's officer alone. */
  readonly ways?: readonly Way[]
  /** Statements of the reader's own agency that this form replaces: where one has come since, somebody else saved first. */
  readonly replaces: readonly Pick<DeclaredKind, 'kind'>[]
  readonly draw: (shell: Shell, state: FormState, asked: HomeAsked) => string
  readonly begin?: (asked: HomeAsked, which: string) => FormFields
  readonly read: (form: FormFields, asked: HomeAsked) => Read<T>
  readonly command: (
    book: RecordBook,
    tx: Tx,
    said: Authorship,
    asks: readonly T[],
    expect?: Expect,
  ) => Promise<Recorded<unknown>>
  readonly fieldFor: (field: string | undefined, row: number) => string
  readonly message: string
}

export const homeFormRoutes = <T>({ database, book }: Premises, form: HomeFormDeclared<T>): HouseRoute[] =>
  formRoutes<HomeAsked>({
    path: `/homes/:home/${form.name}`,
    what: form.what,
    rule: { who: 'may-open', param: 'home', ways: form.ways ?? ['involved', 'responsible-for-home'] },
    read: async (request) => {
      const view = await readHome(database, request.visitor, request.params['home'] ?? '', request.today)
      return {
        view,
        names: namesIn(view.facts, view.people, holdsNone(request.visitor)),
        agency: request.visitor.agency,
      }
    },
    shown: ({ view }) => shownBy(view),
    version: (asked) => new Map([[asked.view.home, saidBefore(form, asked)]]),
    begin: (request, asked) => form.begin?.(asked, request.query['which'] ?? '') ?? {},
    draw: (request, asked, state) => form.draw(request.shell, state, asked),
    record: async (request, asked, seen) => {
      const read = form.read(request.form, asked)
      if ('errors' in read) return read
      const { home, version } = asked.view
      // What another agency says, or an alert, takes nothing away from what this one says.
      if (seen !== undefined && seen.get(home) !== saidBefore(form, asked)) throw new RecordConflict(home)
      const done = await wholeOrNothing(database, async (tx) =>
        form.command(book, tx, saidBy(request, form.name), read.asks, new Map([[home, version]])),
      )
      if (done.accepted) return { goTo: paths.home(home), message: form.message }
      return {
        errors: done.because.map(({ says, field, ask: of }) => ({
          field: form.fieldFor(field, read.at[of] ?? 0),
          text: says,
        })),
      }
    },
  })

const saidBefore = ({ replaces }: Pick<HomeFormDeclared<never>, 'replaces'>, { view, agency }: HomeAsked): number =>
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
