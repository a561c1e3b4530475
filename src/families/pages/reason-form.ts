import { insetText, textarea } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { formPage, typed } from '#platform/page/index.ts'
import { paths } from '../paths.ts'
import { counted } from './words.ts'

/** Nothing of the family stands on this page: whoever is here may only know that it is known. */
export const reasonForm = (shell: Shell, state: FormState, days: number): string =>
  formPage(shell, state, {
    title: 'Give a reason',
    heading: 'Why do you need to see this family?',
    way: [{ text: 'Find a family', href: paths.find }, { text: 'Give a reason' }],
    look: paths.find,
    submit: 'Give this reason and open the family',
    before: insetText({
      html: html`Your name and your reason will be seen by the family’s lead practitioner, and the family may ask to see them. The family is then open to you for ${counted(days, 'day', 'days')}, as far as your role sees.`,
    }),
    fields: html`${textarea({ name: 'reason', label: { text: 'Your reason', size: 's' }, hint: { text: 'What happened, and what you need to find out. For example: baby brought to the emergency department last night; I need to know who to ring.' }, value: typed(state, 'reason'), rows: 4, errors: state.errors })}`,
  })
