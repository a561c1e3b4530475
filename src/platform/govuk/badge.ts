import type { Html } from '#platform/html.ts'
import { macro } from './macros.ts'

interface Badge {
  readonly text: string
  readonly colour?: 'purple' | 'red' | 'green' | 'blue' | 'black' | 'grey' | undefined
}

export const badge = (options: Badge): Html =>
  macro('mojBadge', { text: options.text, classes: `moj-badge--${options.colour ?? 'grey'}` })
