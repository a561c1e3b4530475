import { type Html, renderToString } from '#platform/html.ts'
import { macro } from './macros.ts'

export interface Tab {
  readonly id: string
  readonly label: string
  readonly panel: Html
}

/** Without script the panels stand one under the other, with links to each. */
export const tabs = (options: { readonly title: string; readonly items: readonly Tab[] }): Html =>
  macro('govukTabs', {
    title: options.title,
    items: options.items.map(({ id, label, panel }) => ({ id, label, panel: { html: renderToString(panel) } })),
  })
