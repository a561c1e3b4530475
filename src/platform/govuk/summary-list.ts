import type { Html } from '#platform/html.ts'
import { type Content, contentFor, type HeadingLevel, type Link } from './content.ts'
import { macro } from './macros.ts'

/** `of` completes the link for those who hear it out of place: "Correct" of "date of birth". */
interface RowAction extends Link {
  readonly of: string
}

export interface SummaryRow {
  readonly key: string
  readonly value: Content
  readonly actions?: readonly RowAction[] | undefined
}

interface SummaryList {
  readonly rows: readonly SummaryRow[]
  readonly card?: { readonly title: string; readonly headingLevel?: HeadingLevel | undefined } | undefined
  readonly lines?: boolean | undefined
}

const actionsFor = (actions: readonly RowAction[] | undefined): object | undefined =>
  actions === undefined || actions.length === 0
    ? undefined
    : { items: actions.map(({ text, href, of }) => ({ text, href, visuallyHiddenText: of })) }

export const summaryList = (options: SummaryList): Html =>
  macro('govukSummaryList', {
    rows: options.rows.map((row) => ({
      key: { text: row.key },
      value: contentFor(row.value),
      actions: actionsFor(row.actions),
    })),
    card:
      options.card === undefined
        ? undefined
        : { title: { text: options.card.title, headingLevel: options.card.headingLevel } },
    classes: options.lines === false ? 'govuk-summary-list--no-border' : '',
  })
