import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldText } from '#platform/http/form.ts'
import type { FormFields } from '#platform/http/form.ts'
import type { FieldRead, Typing, Unnamed } from './field.ts'
import { fieldsOf } from './fields.ts'
import type { Fields, Values } from './fields.ts'

/** What was answered of one of several. */
export interface OfEach<V> {
  readonly of: string
  readonly values: V
}

/**
 * The same questions of each of several, such as every child. A name holds the place in the list and the form carries whom that place
 * was, because ids hold signs that a field's name should not, and because the list may have changed since the form was drawn.
 *
 * @param around how the questions of one are set, such as in a fieldset of their own
 * @param joined the words where somebody is in the list who was not when the form was drawn
 */
export const each =
  <F extends Readonly<Record<string, Unnamed<unknown>>>>(
    ids: readonly string[],
    asked: (of: string, at: number) => F,
    around: (of: string, drawn: Html, at: number, typing: Typing) => Html,
    joined?: string,
  ): Unnamed<readonly OfEach<Values<F>>[]> =>
  ({ name }) => {
    const at = (index: number): Fields<Values<F>> => suffixed(asked(ids[index] ?? '', index), index)
    return {
      name,
      draw: (typing) =>
        html`${ids.map(
          (of, index) =>
            html`<input type="hidden" name="${name}-${index}" value="${of}">${around(of, at(index).draw(typing), index, typing)}`,
        )}`,
      read: (fields): FieldRead<readonly OfEach<Values<F>>[]> => {
        const rows = ids.map((of) => ({ of, place: placeOf(fields, name, of) }))
        const read = rows.flatMap(({ of, place }, index) =>
          place === undefined ? [] : [{ of, read: suffixed(asked(of, index), place).read(fields) }],
        )
        const errors = [
          ...(joined !== undefined && rows.some(({ place }) => place === undefined)
            ? [{ field: at(0).names[0] ?? name, text: joined }]
            : []),
          ...read.flatMap((one) => ('errors' in one.read ? one.read.errors : [])),
        ]
        if (errors.length > 0) return { errors }
        return { value: read.flatMap((one) => ('value' in one.read ? [{ of: one.of, values: one.read.value }] : [])) }
      },
    }
  }

/** At most as many as any list that a form shows. */
const mostRows = 200

const placeOf = (fields: FormFields, name: string, of: string): number | undefined => {
  for (let index = 0; index < mostRows; index += 1) if (fieldText(fields, `${name}-${index}`) === of) return index
  return undefined
}

/** The same questions under names that end with a place in a list, and values under the keys without it. */
const suffixed = <F extends Readonly<Record<string, Unnamed<unknown>>>>(asked: F, at: number): Fields<Values<F>> =>
  fieldsOf(asked, (key) => `${key}-${at}`)
