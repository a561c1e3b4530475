import type { Html } from '#platform/html.ts'
import { macro } from './macros.ts'

export interface Breadcrumb {
  readonly text: string
  /** Without an address: the page one is on. */
  readonly href?: string | undefined
}

export const breadcrumbs = (items: readonly Breadcrumb[]): Html =>
  macro('govukBreadcrumbs', { items, collapseOnMobile: true })
