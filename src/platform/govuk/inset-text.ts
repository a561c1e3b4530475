import type { Html } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

export const insetText = (content: Content): Html => macro('govukInsetText', contentFor(content))
