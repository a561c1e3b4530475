import type { Html } from '#platform/html.ts'
import { macro } from './macros.ts'

interface Look {
  readonly text: string
  readonly kind?: 'primary' | 'secondary' | 'warning' | undefined
  readonly id?: string | undefined
}

/** A link that looks like a button has an address; a button that sends a form may have a name and value. */
type Button = Look &
  (
    | { readonly href: string; readonly name?: never; readonly value?: never }
    | { readonly href?: never; readonly name?: string | undefined; readonly value?: string | undefined }
  )

export const button = (options: Button): Html =>
  macro('govukButton', {
    text: options.text,
    classes: options.kind === undefined || options.kind === 'primary' ? '' : `govuk-button--${options.kind}`,
    id: options.id,
    href: options.href,
    name: options.name,
    value: options.value,
    // A form sent twice would be two entries that nobody can take back.
    preventDoubleClick: options.href === undefined ? true : undefined,
  })
