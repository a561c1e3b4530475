import type { FormErrors } from '#platform/govuk/index.ts'
import { choiceGiven, dayGiven, fieldList, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { StateOfBaby } from './command.ts'
import type { Gestation } from './entries.ts'
import type { BabyAsked } from './pages/form.ts'
import { refusalSentences } from './refusals.ts'

type Answer =
  | { readonly say: 'gestation'; readonly at: Gestation | 'not-known' }
  | { readonly say: 'birth-weight'; readonly grams: number | 'not-known' }
  | { readonly say: 'smoking'; readonly says: 'yes' | 'no' | 'not-known'; readonly pregnancy?: string }
  | { readonly say: 'illness'; readonly says: 'yes' | 'no' | 'not-known' }

/** The answers of a form, parsed once; or what is to be put right, each beside its field. */
export const readBabyForm = (
  form: FormFields,
  { record, baby }: BabyAsked,
): { readonly asks: readonly StateOfBaby[] } | { readonly errors: FormErrors } => {
  const born = baby.expected === undefined
  const read = [
    ...(born ? [weeksGiven(form), gramsGiven(form)] : []),
    smokingGiven(form, baby.expected?.pregnancy),
    ...(born ? [illnessGiven(form)] : []),
  ]
  const answers = read.flatMap(({ answer }) => answer ?? [])
  const how = choiceGiven(form, 'known-how', ['seen', 'told', 'read'] as const, 'Say how you know it')
  const on = dayGiven(form, 'on', 'The day')
  const wrong = read.flatMap(({ errors }) => errors)
  const nothing =
    answers.length + wrong.length === 0 ? [{ field: 'smoking', text: 'Answer at least one question' }] : []
  const errors = [...nothing, ...wrong, ...how.errors, ...on.errors]
  if (errors.length > 0 || how.choice === undefined) return { errors }
  const toldBy = how.choice === 'told' ? fieldText(form, 'told-by') : ''
  const knownHow = how.choice
  return {
    asks: answers.map((answer) => ({
      record,
      knownHow,
      happenedOn: on.day,
      ...(toldBy === '' ? {} : { toldBy }),
      ...answer,
    })),
  }
}

interface Given {
  readonly answer?: Answer
  readonly errors: FormErrors
}

const nothingGiven: Given = { errors: [] }
const both = 'Give the number, or say that nobody could tell: not both'
const isWhole = (text: string): boolean => /^\d{1,5}$/u.test(text)
const askedFor = (form: FormFields, what: string): boolean => fieldList(form, 'asked').includes(what)

const weeksGiven = (form: FormFields): Given => {
  const [weeks, days] = [fieldText(form, 'weeks'), fieldText(form, 'days')]
  if (askedFor(form, 'weeks'))
    return weeks === '' && days === ''
      ? { answer: { say: 'gestation', at: 'not-known' }, errors: [] }
      : { errors: [{ field: 'weeks', text: both }] }
  if (weeks === '' && days === '') return nothingGiven
  if (weeks === '') return { errors: [{ field: 'weeks', text: 'Enter the weeks too' }] }
  if (!isWhole(weeks)) return { errors: [{ field: 'weeks', text: refusalSentences['weeks-not-possible'] }] }
  if (days !== '' && !isWhole(days))
    return { errors: [{ field: 'days', text: refusalSentences['weeks-not-possible'] }] }
  return {
    answer: { say: 'gestation', at: { weeks: Number(weeks), ...(days === '' ? {} : { days: Number(days) }) } },
    errors: [],
  }
}

const gramsGiven = (form: FormFields): Given => {
  const grams = fieldText(form, 'grams').replaceAll(/[ ,]/gu, '')
  if (askedFor(form, 'grams'))
    return grams === ''
      ? { answer: { say: 'birth-weight', grams: 'not-known' }, errors: [] }
      : { errors: [{ field: 'grams', text: both }] }
  if (grams === '') return nothingGiven
  return isWhole(grams)
    ? { answer: { say: 'birth-weight', grams: Number(grams) }, errors: [] }
    : { errors: [{ field: 'grams', text: refusalSentences['weight-not-possible'] }] }
}

const saysOf = (form: FormFields, name: string): 'yes' | 'no' | 'not-known' | undefined =>
  (['yes', 'no', 'not-known'] as const).find((one) => one === fieldText(form, name))

const smokingGiven = (form: FormFields, pregnancy: string | undefined): Given => {
  const says = saysOf(form, 'smoking')
  return says === undefined
    ? nothingGiven
    : { answer: { say: 'smoking', says, ...(pregnancy === undefined ? {} : { pregnancy }) }, errors: [] }
}

const illnessGiven = (form: FormFields): Given => {
  const says = saysOf(form, 'illness')
  return says === undefined ? nothingGiven : { answer: { say: 'illness', says }, errors: [] }
}
