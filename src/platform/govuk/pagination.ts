import { type Html, nothing } from '#platform/html.ts'
import { macro } from './macros.ts'

interface Pagination {
  readonly current: number
  readonly pages: number
  readonly hrefFor: (page: number) => string
  /** What is being leafed through, for those who hear the landmark. */
  readonly label: string
}

type PageItem =
  | { readonly number: number; readonly href: string; readonly current: boolean }
  | { readonly ellipsis: true }

/** The first, the last, the current page and its neighbours; a gap of one page shows that page instead of dots. */
const itemsFor = ({ current, pages, hrefFor }: Pagination): readonly PageItem[] => {
  const items: PageItem[] = []
  let last = 0
  for (let number = 1; number <= pages; number += 1) {
    const near = Math.abs(number - current) <= 1
    const fillsGapOfOne = Math.abs(number - current) === 2 && (number === 2 || number === pages - 1)
    if (number !== 1 && number !== pages && !near && !fillsGapOfOne) continue
    if (number - last > 1) items.push({ ellipsis: true })
    items.push({ number, href: hrefFor(number), current: number === current })
    last = number
  }
  return items
}

export const pagination = (options: Pagination): Html => {
  const { current, pages, hrefFor } = options
  if (pages <= 1) return nothing
  return macro('govukPagination', {
    landmarkLabel: options.label,
    previous: current > 1 ? { href: hrefFor(current - 1) } : undefined,
    next: current < pages ? { href: hrefFor(current + 1) } : undefined,
    items: itemsFor(options),
  })
}
