import { details } from '#platform/govuk/index.ts'
import { fieldList } from '#platform/http/index.ts'
import type { Html } from '#platform/html.ts'
import { formPage } from '#platform/page/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { paths } from '../paths.ts'
import type { Names } from '../picture/index.ts'
import type { HomeView } from '../queries/index.ts'

/** What every form about a home knows. */
export interface HomeAsked {
  readonly view: HomeView
  readonly names: Names
  /** Whose statements the reader may put right by saying them anew. */
  readonly agency: string
}

export const homeForm = (shell: Shell, state: FormState, { view }: HomeAsked, heading: string, fields: Html): string =>
  formPage(shell, state, {
    title: heading,
    heading,
    caption: view.address,
    way: [{ text: 'The home', href: paths.home(view.home) }, { text: heading }],
    look: paths.home(view.home),
    submit: 'Record it',
    fields,
  })

/** One part of a long form, folded until it is wanted: open where it `begins` so, or where something is wrong in one of its fields. */
export const folded = (
  state: FormState,
  names: readonly string[],
  summary: string,
  body: Html,
  begins: boolean,
): Html =>
  details({ summary, content: { html: body }, open: begins || state.errors.some(({ field }) => names.includes(field)) })

export const anyTyped = ({ fields }: FormState, names: readonly string[]): boolean =>
  names.some((name) => fieldList(fields, name).length > 0)

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
