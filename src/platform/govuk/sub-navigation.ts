import type { Html } from '#platform/html.ts'
import type { Link } from './content.ts'
import { macro } from './macros.ts'

interface SubNavigation {
  readonly label: string
  readonly items: readonly (Link & { readonly current?: boolean | undefined })[]
}

export const subNavigation = (options: SubNavigation): Html =>
  macro('mojSubNavigation', {
    label: options.label,
    items: options.items.map(({ text, href, current }) => ({ text, href, active: current === true })),
  })
