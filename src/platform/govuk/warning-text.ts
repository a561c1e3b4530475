import type { Html } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

export const warningText = (content: Content): Html => macro('govukWarningText', contentFor(content))
