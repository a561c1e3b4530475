import { checkboxes, radios, select } from '#platform/govuk/index.ts'
import type { Label } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldList, fieldText } from '#platform/http/form.ts'
import type { Field, Typing, Unnamed } from './field.ts'
import { wrong } from './field.ts'

/** One answer that may be chosen, or the "or" before one that stands apart. */
type Item<T extends string> =
  | { readonly value: T; readonly text: string; readonly hint?: string }
  | { readonly divider: string }

interface ChoiceAsked<T extends string> {
  readonly legend: Label
  readonly hint?: string
  readonly items: readonly Item<T>[]
  /** `list`: a box that opens, for many answers. Its line while nothing is chosen is never taken for an answer. */
  readonly as?: 'inline' | 'small' | 'list'
  readonly unchosen?: string
  /** What counts as chosen until somebody chooses. */
  readonly begins?: T
}

/** One of some answers; with `missing`, the words for who chooses none. Fields made by {@link onlyIf} are asked within theirs. */
export function choice<const T extends string>(asked: ChoiceAsked<T> & { readonly missing: string }): Unnamed<T>
export function choice<const T extends string>(asked: ChoiceAsked<T>): Unnamed<T | undefined>
export function choice<const T extends string>(
  asked: ChoiceAsked<T> & { readonly missing?: string },
): Unnamed<T | undefined> {
  const values = asked.items.flatMap((item) => ('value' in item ? [item.value] : []))
  return ({ name, within }) => ({
    name,
    draw: (typing) => {
      const typed = fieldText(typing.fields, name)
      const value = typed === '' ? (asked.begins ?? '') : typed
      const shared = {
        name,
        value,
        errors: typing.errors,
        ...(asked.hint === undefined ? {} : { hint: { text: asked.hint } }),
      }
      if (asked.as === 'list')
        return select({
          ...shared,
          label: asked.legend,
          unchosen: asked.unchosen ?? 'Choose',
          items: asked.items.flatMap((item) => ('value' in item ? [{ value: item.value, text: item.text }] : [])),
        })
      return radios({
        ...shared,
        legend: asked.legend,
        layout: asked.as ?? 'small',
        items: drawn(asked.items, typing, within()),
      })
    },
    read: (fields) => {
      const typed = fieldText(fields, name)
      const chosen = values.find((value) => value === typed) ?? (typed === '' ? asked.begins : undefined)
      return chosen === undefined && asked.missing !== undefined ? wrong(name, asked.missing) : { value: chosen }
    },
  })
}

interface ChoicesAsked<T extends string> {
  readonly legend: Label
  readonly hint?: string
  readonly items: readonly Item<T>[]
  /** The words where something else was sent: what somebody chose is never dropped unsaid. */
  readonly others?: string
}

/** Any of some answers; none is an empty list. */
export const choices =
  <const T extends string>(asked: ChoicesAsked<T>): Unnamed<readonly T[]> =>
  ({ name, within }) => ({
    name,
    draw: (typing) =>
      checkboxes({
        name,
        legend: asked.legend,
        values: fieldList(typing.fields, name),
        errors: typing.errors,
        layout: 'small',
        items: drawn(asked.items, typing, within()),
        ...(asked.hint === undefined ? {} : { hint: { text: asked.hint } }),
      }),
    read: (fields) => {
      const ticked = new Set(fieldList(fields, name))
      const value = asked.items.flatMap((item) => ('value' in item && ticked.has(item.value) ? [item.value] : []))
      return value.length < ticked.size ? wrong(name, asked.others ?? 'Choose from the list') : { value }
    },
  })

const drawn = <T extends string>(
  items: readonly Item<T>[],
  typing: Typing,
  within: readonly Field<unknown>[],
): ({ value: T; text: string; hint?: { text: string }; more?: Html } | { divider: string })[] =>
  items.map((item) => {
    if ('divider' in item) return item
    const asked = within.filter((field) => field.within?.value === item.value)
    return {
      value: item.value,
      text: item.text,
      ...(item.hint === undefined ? {} : { hint: { text: item.hint } }),
      ...(asked.length === 0 ? {} : { more: html`${asked.map((field) => field.draw(typing))}` }),
    }
  })

/** A question that is asked only of who gives another field this answer, and drawn within it; of others it has no value. */
export const onlyIf =
  <T>(key: string, value: string, asked: Unnamed<T>): Unnamed<T | undefined> =>
  (place) => {
    const own = asked(place)
    return {
      ...own,
      within: { key, value },
      read: (fields) => (fieldList(fields, place.named(key)).includes(value) ? own.read(fields) : { value: undefined }),
    }
  }
