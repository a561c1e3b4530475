import { type Html, renderToString } from '#platform/html.ts'
import { fieldsetFor, type Label } from './form-field.ts'
import { macro } from './macros.ts'

/** Several fields under one question, such as the parts of an address. */
export const fieldset = (options: { readonly legend: Label; readonly fields: Html }): Html =>
  macro('govukFieldset', { ...fieldsetFor(options.legend), html: renderToString(options.fields) })
