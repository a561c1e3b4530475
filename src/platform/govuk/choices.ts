import { type Html, raw, renderToString } from '#platform/html.ts'
import { type Content, optionalContentFor } from './content.ts'

/** One choice of a set of radios or checkboxes. `more` is asked only of those who choose it; without script it always shows. */
export interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: Content | undefined
  readonly more?: Html | undefined
}

/** "or", between the choices and the one that stands apart, such as "Not known". */
export interface Divider {
  readonly divider: string
}

export const choiceFor = (choice: Choice | Divider): object =>
  'divider' in choice
    ? { divider: choice.divider }
    : {
        value: choice.value,
        text: choice.text,
        hint: optionalContentFor(choice.hint),
        conditional: choice.more === undefined ? undefined : { html: renderToString(choice.more) },
      }

/**
 * Without this mark the published script leaves the choice alone, and the house style shows what depends on it. The script
 * would say aria-expanded of a radio button, which the ARIA rules do not allow (axe: aria-allowed-attr).
 */
export const shownByStyle = (drawn: Html): Html =>
  raw(renderToString(drawn).replaceAll(/ data-aria-controls="conditional-[^"]*"/g, ''))
