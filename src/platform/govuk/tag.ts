import type { Html } from '#platform/html.ts'
import { macro } from './macros.ts'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

/** The words carry the meaning; the colour only helps the eye. */
interface Tag {
  readonly text: string
  readonly colour?: TagColour | undefined
}

export const tag = (options: Tag): Html =>
  macro('govukTag', { text: options.text, classes: options.colour === undefined ? '' : `govuk-tag--${options.colour}` })
