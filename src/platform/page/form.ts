import { button } from '#platform/govuk/index.ts'
import type { Breadcrumb, FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormFields } from '#platform/http/form.ts'
import { csrfField } from './csrf-field.ts'
import { page } from './page.ts'
import type { Shell } from './shell.ts'

/** A form as it stands: what was typed, what is wrong with it, and whether somebody else was quicker. */
export interface FormState {
  readonly action: string
  readonly csrf: string
  readonly fields: FormFields
  readonly errors: FormErrors
  readonly version: string
  readonly changedMeanwhile: boolean
}

export interface FormParts {
  readonly title: string
  readonly heading: string
  readonly caption?: string | undefined
  readonly way: readonly Breadcrumb[]
  readonly before?: Html | undefined
  /** Stands above the form and needs the page's whole width, such as a table. */
  readonly wideBefore?: Html | undefined
  readonly fields: Html
  readonly submit: string
  readonly warning?: boolean
  /** Where to look at what somebody else changed. */
  readonly look: string
  readonly hidden?: Readonly<Record<string, string>>
}

export const formPage = (shell: Shell, state: FormState, form: FormParts): string =>
  page({
    ...shell,
    title: form.title,
    heading: form.heading,
    caption: form.caption,
    breadcrumbs: form.way,
    errors: state.errors,
    ...(state.changedMeanwhile
      ? {
          messages: [
            {
              kind: 'warning' as const,
              title: 'Somebody else saved first',
              content: {
                html: html`Somebody else recorded something here while you were writing. Nothing of yours was recorded yet, and what you typed is kept below. <a class="govuk-link" href="${form.look}">Look at what is there now</a>, then send it again if it still holds.`,
              },
            },
          ],
        }
      : {}),
    body: html`${form.wideBefore}<div class="rt-reading">
      ${form.before}
      <form method="post" action="${state.action}" novalidate data-draft>
        ${csrfField(state.csrf)}
        ${state.version !== '' && html`<input type="hidden" name="seen-version" value="${state.version}">`}
        ${Object.entries(form.hidden ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
        ${form.fields}
        ${button({ text: form.submit, ...(form.warning === true ? { kind: 'warning' as const } : {}) })}
      </form>
      <p class="govuk-body"><a class="govuk-link" href="${form.look}">Cancel and go back</a></p>
    </div>`,
  })
