import type { Html } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

interface Details {
  readonly summary: string
  readonly content: Content
  readonly open?: boolean | undefined
  readonly id?: string | undefined
}

export const details = (options: Details): Html =>
  macro('govukDetails', {
    summaryText: options.summary,
    ...contentFor(options.content),
    open: options.open === true,
    id: options.id,
  })
