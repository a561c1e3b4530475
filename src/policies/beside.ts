import { given } from '#platform/given.ts'
import type { JsonObject } from '#platform/question/json.ts'
import { anObject, aNumber, aText, either, oneOf, says, yesOrNo } from '#platform/question/schema.ts'
import { statuses } from './policy.ts'
import type { Policy, PolicyValue } from './policy.ts'

/** A setting as it stands beside an answer that rests on it: no partnership is asked, so it is the first value unless the line says otherwise. */
export const settingBeside = (policy: Policy, value: PolicyValue = policy.value): JsonObject => ({
  policy: policy.id,
  value,
  ...given({ unit: policy.unit }),
  status: policy.status,
  source: policy.source,
})

/** The shape of {@link settingBeside}. */
export const settingSchema = says(
  'A setting that the answer rests on: the first value, which a partnership may change.',
  anObject(
    { policy: aText, value: either(aText, aNumber, yesOrNo), status: oneOf(...statuses), source: aText },
    { unit: aText },
  ),
)
