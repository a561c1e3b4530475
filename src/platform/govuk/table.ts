import { type Html, html, raw, renderToString } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

export type Cell = Content & { readonly numeric?: boolean | undefined }

export interface Table {
  readonly caption: string
  /** A caption may be heard but not seen, when the heading above says the same. */
  readonly captionSize?: 's' | 'm' | 'l' | 'hidden' | undefined
  readonly head: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  readonly firstCellIsHeader?: boolean | undefined
  /** Many columns: in a narrow window each row becomes a card, whose cells say which column they are of. */
  readonly wide?: boolean | undefined
}

const cellFor = (cell: Cell): object => ({ ...contentFor(cell), format: cell.numeric === true ? 'numeric' : undefined })

export const table = (options: Table): Html => {
  const size = options.captionSize ?? 'm'
  const headed = options.firstCellIsHeader === true
  const drawn = macro('govukTable', {
    caption: options.caption,
    captionClasses: size === 'hidden' ? 'govuk-visually-hidden' : `govuk-table__caption--${size}`,
    classes: options.wide === true ? 'rt-stacks' : undefined,
    head: options.head.map(cellFor),
    rows: options.rows.map((row) =>
      row.map((cell, at) =>
        options.wide === true && !(headed && at === 0) ? cellOfColumn(cell, options.head[at]) : cellFor(cell),
      ),
    ),
    firstCellIsHeader: headed,
  })
  return options.wide === true ? withRoles(drawn) : drawn
}

/** The column's name within the cell is for those who see the cells one under the other; a screen reader says the head's. */
const cellOfColumn = (cell: Cell, column: Cell | undefined): object => ({
  ...cellFor(cell),
  ...(column === undefined
    ? {}
    : contentFor({
        html: html`<span class="rt-stacks__column" aria-hidden="true">${within(column)}</span><span class="rt-stacks__value">${within(cell)}</span>`,
      })),
})

const within = (content: Content): Html | string => content.html ?? content.text

/** Safari takes a table whose rows are drawn as blocks for no table any more, unless each part says outright what it is. */
const withRoles = (drawn: Html): Html =>
  raw(
    renderToString(drawn)
      .replace('<table ', '<table role="table" ')
      .replace('<thead ', '<thead role="rowgroup" ')
      .replace('<tbody ', '<tbody role="rowgroup" ')
      .replaceAll('<tr ', '<tr role="row" ')
      .replaceAll('<th scope="col" ', '<th role="columnheader" scope="col" ')
      .replaceAll('<th scope="row" ', '<th role="rowheader" scope="row" ')
      .replaceAll('<td ', '<td role="cell" '),
  )
