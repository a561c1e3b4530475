import type { Directory } from '#access/index.ts'
import { button, input, radios, textarea } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { csrfField, dateField, page, typed } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { PolicyInForce } from '../facts.ts'
import { valueInWords } from '../policy.ts'
import { decidedTable } from './decided.ts'
import { originOf } from './settings.ts'

export interface SetPolicyView {
  readonly inForce: PolicyInForce
  readonly directory: Directory
  readonly csrf: string
  readonly fields: FormFields
  readonly errors: FormErrors
  /** What a change would mean for those it concerns, where a room can say so. */
  readonly follows?: Html
}

export const setPolicyPage = (shell: Shell, view: SetPolicyView): string => {
  const { policy, value } = view.inForce
  return page({
    ...shell,
    title: 'Change a setting',
    caption: 'Settings',
    heading: policy.title,
    breadcrumbs: [{ text: 'Settings', href: '/settings' }, { text: policy.title }],
    errors: view.errors,
    body: html`<div class="rt-reading">
      <p class="govuk-body">${policy.what}</p>
      <p class="govuk-body">In force today: <strong>${valueInWords(policy, value)}</strong>. ${originOf(view.inForce)}</p>
      </div>
      ${decidedTable(view.inForce, view.directory)}
      ${view.follows}
      <div class="rt-reading"><form method="post" action="/settings/${policy.id}" novalidate>
        ${csrfField(view.csrf)}
        ${valueField(view)}
        ${dateField(view, 'from', 'From which day?', 'Today or later. Earlier decisions stay as they were.')}
        ${textarea({ name: 'reason', label: 'Why does the partnership decide this?', value: typed(view, 'reason'), errors: view.errors })}
        ${button({ text: 'Record the decision' })}
      </form>
    </div>`,
  })
}

const valueField = ({ inForce: { policy, value }, fields, errors }: SetPolicyView): Html => {
  const chosen = fieldText(fields, 'value')
  switch (policy.asked.as) {
    case 'number':
      return input({
        name: 'value',
        label: `New value${policy.unit === undefined ? '' : ` in ${policy.unit}`}`,
        value: chosen,
        errors,
        hint: { text: `A whole number from ${policy.asked.least} to ${policy.asked.most}` },
      })
    case 'on-off':
      return radios({
        name: 'value',
        legend: 'On or off?',
        value: chosen === '' ? (value === true ? 'off' : 'on') : chosen,
        errors,
        items: [
          { value: 'on', text: 'On' },
          { value: 'off', text: 'Off' },
        ],
      })
    case 'choice':
      return radios({
        name: 'value',
        legend: 'What shall it be?',
        value: chosen === '' ? String(value) : chosen,
        errors,
        items: [...policy.asked.choices],
      })
  }
}
