import type { Html } from '#platform/html.ts'
import { type Content, contentFor, type HeadingLevel } from './content.ts'
import { macro } from './macros.ts'

export interface TimelineItem {
  readonly title: Content
  readonly when: Temporal.PlainDate | Temporal.Instant
  readonly by?: string | undefined
  readonly description: Content
}

interface Timeline {
  readonly items: readonly TimelineItem[]
  readonly headingLevel?: HeadingLevel | undefined
}

export const timeline = (options: Timeline): Html =>
  macro('mojTimeline', {
    headingLevel: options.headingLevel ?? 3,
    items: options.items.map(({ title, when, by, description }) => ({
      label: contentFor(title),
      byline: by === undefined ? undefined : { text: by },
      datetime: { timestamp: when.toString(), type: when instanceof Temporal.PlainDate ? 'date' : 'datetime' },
      ...contentFor(description),
    })),
  })
