import type { FormErrors } from '#platform/govuk/index.ts'
import { fieldDay, fieldText } from './form.ts'
import type { FormFields } from './form.ts'

/** A day that must be given. */
export const dayGiven = (fields: FormFields, name: string, what: string): { day: string; errors: FormErrors } => {
  const read = fieldDay(fields, name, what)
  if ('day' in read) return { day: read.day.toString(), errors: [] }
  return {
    day: '',
    errors: [
      'error' in read ? read.error : { field: name, text: `Enter ${what.slice(0, 1).toLowerCase()}${what.slice(1)}` },
    ],
  }
}

/** A day that may be left out; a year, or a month and a year, are enough. */
export const dayIfGiven = (
  fields: FormFields,
  name: string,
  what: string,
): { day: string | undefined; errors: FormErrors } => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => fieldText(fields, `${name}-${part}`))
  if (day === '' && /^\d{4}$/u.test(year ?? '')) {
    if (month === '') return { day: year, errors: [] }
    if (/^(?:0?[1-9]|1[0-2])$/u.test(month ?? ''))
      return { day: `${year}-${(month ?? '').padStart(2, '0')}`, errors: [] }
  }
  const read = fieldDay(fields, name, what)
  if ('error' in read) return { day: undefined, errors: [read.error] }
  return { day: 'day' in read ? read.day.toString() : undefined, errors: [] }
}

/** One of some choices, or what to say where none was chosen. */
export const choiceGiven = <T extends string>(
  fields: FormFields,
  name: string,
  choices: readonly T[],
  missing: string,
): { choice: T | undefined; errors: FormErrors } => {
  const choice = choices.find((one) => one === fieldText(fields, name))
  return { choice, errors: choice === undefined ? [{ field: name, text: missing }] : [] }
}

export const textGiven = (
  fields: FormFields,
  name: string,
  missing: string,
  most = 4000,
): { text: string; errors: FormErrors } => {
  const text = fieldText(fields, name)
  if (text === '') return { text, errors: [{ field: name, text: missing }] }
  return { text, errors: text.length > most ? [tooLong(name, most)] : [] }
}

/** A text that may be left out; a longer one is refused and never cut, since its end may be what matters. */
export const textIfGiven = (fields: FormFields, name: string, most = 300): { text: string; errors: FormErrors } => {
  const text = fieldText(fields, name)
  return { text, errors: text.length > most ? [tooLong(name, most)] : [] }
}

const tooLong = (field: string, most: number): FormErrors[number] => ({
  field,
  text: `Use ${most} characters or fewer`,
})
