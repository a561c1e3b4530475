import { type Html, renderToString } from '#platform/html.ts'

/** Words or markup, never both. (The macros' published options would let both through and silently prefer the markup.) */
export type Content = { readonly text: string; readonly html?: never } | { readonly html: Html; readonly text?: never }

/** The shape the macros read. */
export const contentFor = (content: Content): { text: string } | { html: string } =>
  content.html === undefined ? { text: content.text } : { html: renderToString(content.html) }

export const optionalContentFor = (content: Content | undefined): { text: string } | { html: string } | undefined =>
  content === undefined ? undefined : contentFor(content)

export type HeadingLevel = 2 | 3 | 4

export interface Link {
  readonly text: string
  readonly href: string
}
