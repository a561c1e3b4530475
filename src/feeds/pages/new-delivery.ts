import { button, checkboxes, radios, select } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { csrfField, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { paths } from '../paths.ts'

interface NewDeliveryView {
  readonly csrf: string
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly kind: string
  readonly agency: string
  /** Whether it is to be checked only. */
  readonly only: boolean
  readonly errors: FormErrors
}

/** The file stands last in the form: who sends it is asked before it is read. */
export const newDeliveryPage = (
  shell: Shell,
  { csrf, agencies, kind, agency, only, errors }: NewDeliveryView,
): string =>
  page({
    ...shell,
    title: 'Load a delivery',
    heading: 'Load a delivery',
    back: { text: 'Deliveries', href: paths.deliveries },
    errors,
    body: html`<form method="post" action="${paths.newDelivery}" enctype="multipart/form-data" novalidate>
      ${csrfField(csrf)}
      ${radios({
        name: 'kind',
        legend: 'What kind of delivery is it?',
        value: kind,
        errors,
        items: [
          { value: 'housing', text: 'Housing: a landlord’s homes, people and tenancies' },
          { value: 'ssd', text: 'Children’s social care: its standard dataset' },
        ],
      })}
      ${select({ name: 'agency', label: 'Whose delivery is it?', value: agency, unchosen: 'Choose an agency', items: agencies.map(({ id, name }) => ({ value: id, text: name })), errors })}
      ${checkboxes({
        name: 'only',
        legend: 'To try it first',
        values: only ? ['check'] : [],
        errors,
        items: [
          {
            value: 'check',
            text: 'Check only: nothing is recorded',
            hint: {
              text: 'You are shown what would be refused and what would be pointed out. The delivery is not kept.',
            },
          },
        ],
      })}
      ${fileField(errors)}
      ${button({ text: 'Send it' })}
    </form>`,
  })

const fileField = (errors: FormErrors) => {
  const error = errors.find(({ field }) => field === 'file')
  return html`<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}">
    <label class="govuk-label" for="file">The delivery, as one zip</label>
    <div class="govuk-hint" id="file-hint">It is taken whole or refused whole. If something in it is wrong you are told in which file, line and column, and nothing changes.</div>
    ${error !== undefined && html`<p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> ${error.text}</p>`}
    <input class="govuk-file-upload" id="file" name="file" type="file" accept=".zip,application/zip" aria-describedby="file-hint${error !== undefined && ' file-error'}">
  </div>`
}
