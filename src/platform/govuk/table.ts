import { type Html, html } from '#platform/html.ts'
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
  /** Many columns: at 320 px the table scrolls by itself, reachable by keyboard, so that the page need not. */
  readonly wide?: boolean | undefined
}

const cellFor = (cell: Cell): object => ({
  ...contentFor(cell),
  format: cell.numeric === true ? 'numeric' : undefined,
})

export const table = (options: Table): Html => {
  const size = options.captionSize ?? 'm'
  const drawn = macro('govukTable', {
    caption: options.caption,
    captionClasses: size === 'hidden' ? 'govuk-visually-hidden' : `govuk-table__caption--${size}`,
    head: options.head.map(cellFor),
    rows: options.rows.map((row) => row.map(cellFor)),
    firstCellIsHeader: options.firstCellIsHeader === true,
  })
  if (options.wide !== true) return drawn
  return html`<div class="rt-scroll" role="region" aria-label="${options.caption}" tabindex="0">${drawn}</div>`
}
