import { type Html, nothing } from '#platform/html.ts'
import type { FormErrors } from './form-field.ts'
import { macro } from './macros.ts'

/** Every field's first input has the field's name as its id, so each error leads to the place where it is put right. */
export const errorSummary = (errors: FormErrors): Html =>
  errors.length === 0
    ? nothing
    : macro('govukErrorSummary', {
        titleText: 'There is something to put right',
        errorList: errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` })),
      })
