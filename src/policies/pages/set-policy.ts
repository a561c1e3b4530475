import type { Directory } from '#access/index.ts'
import { choice, day, fieldsOf, text } from '#platform/form/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormParts } from '#platform/page/index.ts'
import type { PolicyInForce } from '../facts.ts'
import { valueInWords } from '../policy.ts'
import { refusalsOf } from '../rules.ts'
import { decidedTable } from './decided.ts'
import { originOf } from './settings.ts'

export interface SetPolicyAsked {
  readonly inForce: PolicyInForce
  readonly directory: Directory
  /** What a change would mean for those it concerns, where a room can say so. */
  readonly follows: Html | undefined
  readonly version: number
}

export const setPolicyFrame = ({ inForce, directory, follows }: SetPolicyAsked): Omit<FormParts, 'fields'> => {
  const { policy, value } = inForce
  return {
    title: 'Change a setting',
    caption: 'Settings',
    heading: policy.title,
    way: [{ text: 'Settings', href: '/settings' }, { text: policy.title }],
    look: '/settings',
    submit: 'Record the decision',
    wideBefore: html`<div class="rt-reading">
      <p class="govuk-body">${policy.what}</p>
      <p class="govuk-body">In force today: <strong>${valueInWords(policy, value)}</strong>. ${originOf(inForce)}</p>
      </div>
      ${decidedTable(inForce, directory)}
      ${follows}`,
  }
}

export const setPolicyFields = ({ inForce }: SetPolicyAsked) =>
  fieldsOf({
    value: valueAsked(inForce),
    from: day({
      legend: 'From which day?',
      hint: 'Today or later. Earlier decisions stay as they were.',
      missing: 'Enter the day from which it holds',
    }),
    reason: text({
      label: 'Why does the partnership decide this?',
      rows: 5,
      missing: refusalsOf(inForce.policy)['policy.no-reason'],
    }),
  })

const valueAsked = ({ policy, value }: PolicyInForce) => {
  const missing = refusalsOf(policy)['policy.value-not-possible']
  switch (policy.asked.as) {
    case 'number':
      return text({
        label: `New value${policy.unit === undefined ? '' : ` in ${policy.unit}`}`,
        hint: `A whole number from ${policy.asked.least} to ${policy.asked.most}`,
        missing,
        width: 10,
      })
    case 'on-off':
      return choice<string>({
        legend: 'On or off?',
        missing,
        begins: value === true ? 'off' : 'on',
        items: [
          { value: 'on', text: 'On' },
          { value: 'off', text: 'Off' },
        ],
      })
    case 'choice':
      return choice<string>({ legend: 'Choose a setting', missing, begins: String(value), items: policy.asked.choices })
  }
}
