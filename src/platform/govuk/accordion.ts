import { type Html, renderToString } from '#platform/html.ts'
import { type HeadingLevel, optionalContentFor } from './content.ts'
import { macro } from './macros.ts'

export interface Section {
  readonly heading: string
  readonly summary?: string | undefined
  readonly content: Html
  readonly expanded?: boolean | undefined
}

export interface Accordion {
  readonly id: string
  readonly sections: readonly Section[]
  readonly headingLevel?: HeadingLevel | undefined
}

export const accordion = (options: Accordion): Html =>
  macro('govukAccordion', {
    id: options.id,
    headingLevel: options.headingLevel,
    // Which parts of a family's page somebody opened is not left behind in the browser of a shared computer.
    rememberExpanded: false,
    items: options.sections.map(({ heading, summary, content, expanded }) => ({
      heading: { text: heading },
      summary: optionalContentFor(summary === undefined ? undefined : { text: summary }),
      content: { html: renderToString(content) },
      expanded: expanded === true,
    })),
  })
