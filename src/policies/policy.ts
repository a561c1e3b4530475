import { z } from 'zod'

/** How sure we are of a number, in one vocabulary for all rooms. */
export const statuses = [
  'confirmed',
  'reported',
  'elsewhere',
  'proposed',
  'computed',
  'disputed',
  'unconfirmed',
] as const
export type Status = (typeof statuses)[number]

/** What each status means, for the page. */
export const statusInWords: Readonly<Record<Status, string>> = {
  confirmed: 'Statute, guidance or an official page says so.',
  reported: 'Credible, but second-hand.',
  elsewhere: 'Another area’s rule, or an older one.',
  proposed: 'Our proposal. The partnership has still to agree it.',
  computed: 'Our arithmetic from cited figures.',
  disputed: 'Sources disagree; both are shown.',
  unconfirmed: 'General knowledge. Check before relying on it.',
}

export type PolicyValue = string | number | boolean

/** What the partnership decides about, in the order in which the settings page tells it. */
export const matters = [
  'Overcrowded homes',
  'Babies in crowded homes',
  'The housing register',
  'Bed and breakfast',
  'Conferences',
  'Deliveries',
  'Who may see a family',
] as const
export type Matter = (typeof matters)[number]

/** One thing for the partnership to decide. */
export interface Policy {
  readonly id: string
  readonly title: string
  /** The heading of the settings page under which it stands, beside the others of its matter, whichever room asks for them. */
  readonly under: Matter
  /** What it decides, in a sentence. */
  readonly what: string
  readonly value: PolicyValue
  readonly unit?: string
  readonly status: Status
  readonly source: string
  /** Which recommendations of the review it serves. */
  readonly recommendations: readonly number[]
  /** How it is asked: a number between limits, yes or no, or one of some choices. */
  readonly asked:
    | { readonly as: 'number'; readonly least: number; readonly most: number }
    | { readonly as: 'on-off' }
    | { readonly as: 'choice'; readonly choices: readonly { readonly value: string; readonly text: string }[] }
}

/** Which recommendations of the review something serves: "recommendations 1 and 4 of the review". */
export const recommendationsInWords = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'Recommendation' : 'Recommendations'} ${[numbers.slice(0, -1).join(', '), numbers.at(-1)].filter((part) => part !== '' && part !== undefined).join(' and ')} of the review`

/** @returns the value, or undefined where it is not one this policy can have */
export const valueFor = (policy: Policy, text: string): PolicyValue | undefined => {
  switch (policy.asked.as) {
    case 'number': {
      const number = z.coerce
        .number()
        .int()
        .min(policy.asked.least)
        .max(policy.asked.most)
        .safeParse(text === '' ? undefined : text)
      return number.success ? number.data : undefined
    }
    case 'on-off':
      return text === 'on' ? true : text === 'off' ? false : undefined
    case 'choice':
      return policy.asked.choices.find(({ value }) => value === text)?.value
  }
}

/** A value as people read it: `7 days`, `On`, the choice's own words. */
export const valueInWords = (policy: Policy, value: PolicyValue): string => {
  switch (policy.asked.as) {
    case 'number':
      return policy.unit === undefined ? String(value) : `${value} ${policy.unit}`
    case 'on-off':
      return value === true ? 'On' : 'Off'
    case 'choice':
      return policy.asked.choices.find((choice) => choice.value === value)?.text ?? String(value)
  }
}
