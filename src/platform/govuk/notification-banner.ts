import type { Html } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

export interface NotificationBanner {
  readonly title: string
  readonly content: Content
  readonly id: string
  readonly success?: boolean | undefined
}

export const notificationBanner = (options: NotificationBanner): Html =>
  macro('govukNotificationBanner', {
    titleText: options.title,
    titleId: options.id,
    type: options.success === true ? 'success' : undefined,
    ...contentFor(options.content),
  })
