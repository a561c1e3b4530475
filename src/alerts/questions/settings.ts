import { z } from 'zod'
import { settingBeside } from '#policies/index.ts'
import type { Policy } from '#policies/index.ts'
import type { JsonObject } from '#platform/question/json.ts'
import { overcrowdingAlert, priorityListQuestion, settingsOn, significantOvercrowdingPolicy } from '../policies.ts'
import type { AlertSettings } from '../policies.ts'

/** Settings that a line may try, by the names under which the partnership decides them. What is left out has its first value. */
const choicesOf = ({ asked }: Policy): string[] =>
  asked.as === 'choice' ? asked.choices.map(({ value }) => value) : []

export const significantSettings = z.object({
  [significantOvercrowdingPolicy.id]: z.enum(choicesOf(significantOvercrowdingPolicy)).nullish(),
})
export const alertSettings = z.object({
  [overcrowdingAlert.id]: z.enum(choicesOf(overcrowdingAlert)).nullish(),
  [priorityListQuestion.id]: z.boolean().nullish(),
})

export const settingsTake: Readonly<Record<string, string>> = {
  settings: 'settings of the partnership to try; what is left out has its first value',
  ...Object.fromEntries(
    [overcrowdingAlert, priorityListQuestion, significantOvercrowdingPolicy].map((policy) => [
      policy.id,
      policy.asked.as === 'choice' ? `one of ${choicesOf(policy).join(', ')}` : 'true or false',
    ]),
  ),
}

type Tried = Readonly<Record<string, string | boolean | null | undefined>>

/** The settings of a day on which the partnership has decided nothing, but for what a line tries. */
export const settingsFor = (on: Temporal.PlainDate, tried: Tried): AlertSettings => {
  const first = settingsOn([], on)
  return {
    ...first,
    overcrowding: String(valueOf(overcrowdingAlert, tried)),
    priorityList: valueOf(priorityListQuestion, tried) === true,
    significant: String(valueOf(significantOvercrowdingPolicy, tried)),
  }
}

/** Each as it was used, beside the answer. */
export const settingsUsed = (policies: readonly Policy[], tried: Tried): JsonObject[] =>
  policies.map((policy) => settingBeside(policy, valueOf(policy, tried)))

const valueOf = (policy: Policy, tried: Tried): string | number | boolean => tried[policy.id] ?? policy.value
