import { radios } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import { typed } from '#platform/page/index.ts'
import type { FormState } from '#platform/page/index.ts'
import { sensitivityWords } from './words.ts'

/** The writer chooses; nothing is chosen beforehand. */
export const sensitivities = ['ordinary', 'health', 'police', 'third-party'] as const

export const sensitivityField = (state: FormState): Html =>
  radios({
    name: 'sensitivity',
    legend: 'How private is it?',
    value: typed(state, 'sensitivity'),
    errors: state.errors,
    layout: 'small',
    items: [
      {
        value: 'ordinary',
        text: sensitivityWords.ordinary,
        hint: { text: 'Whoever works with the family and whose role sees contacts' },
      },
      { value: 'health', text: sensitivityWords.health, hint: { text: 'Only roles that see health' } },
      { value: 'police', text: sensitivityWords.police, hint: { text: 'Only police and social care' } },
      {
        value: 'third-party',
        text: sensitivityWords['third-party'],
        hint: { text: 'It tells of a person outside the family' },
      },
    ],
  })
