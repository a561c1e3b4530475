import { escape, type Html } from '#platform/html.ts'
import { errorMessageFor, type FormField, hintFor, type Label, labelFor } from './form-field.ts'
import { macro, markedSafe } from './macros.ts'

interface Textarea extends FormField {
  readonly label: Label
  readonly value: string | undefined
  readonly rows?: number | undefined
}

/**
 * What a person typed comes back exactly. Line ends are written as references, because a macro around this one indents
 * its content and would add spaces to every line; a line end at the start is doubled, because browsers drop the first.
 */
const exactly = (value: string): string => {
  const lines = value.replaceAll('\r\n', '\n')
  return escape(lines.startsWith('\n') ? `\n${lines}` : lines).replaceAll('\n', '&#10;')
}

export const textarea = (options: Textarea): Html =>
  macro('govukTextarea', {
    id: options.name,
    name: options.name,
    value: markedSafe(exactly(options.value ?? '')),
    label: labelFor(options.label),
    hint: hintFor(options),
    errorMessage: errorMessageFor(options.errors, options.name),
    rows: options.rows ?? 5,
  })
