import type { Html } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

export interface Alert {
  readonly kind: 'information' | 'success' | 'warning' | 'error'
  /** Names the landmark; shown as a heading when `heading` is set. */
  readonly title: string
  readonly content: Content
  readonly heading?: boolean | undefined
}

export const alert = (options: Alert): Html =>
  macro('mojAlert', {
    variant: options.kind,
    title: options.title,
    showTitleAsHeading: options.heading === true,
    // What has just happened is announced at once; the rest is a place one can go to.
    role: options.kind === 'success' || options.kind === 'error' ? 'alert' : 'region',
    ...contentFor(options.content),
  })
