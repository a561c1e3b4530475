import type { Html } from '#platform/html.ts'
import { type Content, contentFor } from './content.ts'
import { macro } from './macros.ts'

/** Whose page this is, kept in sight across the sub-pages of one family or person. */
export const identityBar = (options: { readonly title: Content }): Html =>
  macro('mojIdentityBar', { title: contentFor(options.title) })
