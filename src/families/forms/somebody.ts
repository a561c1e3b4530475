import { choice, wrong } from '#platform/form/index.ts'
import type { Unnamed } from '#platform/form/index.ts'
import { input, radios } from '#platform/govuk/index.ts'
import { fieldText } from '#platform/http/index.ts'
import type { Somebody } from '../entries/index.ts'
import type { Choosable } from './family-form.ts'

/** One of some people. */
export const personChoice = (legend: string, missing: string, people: readonly Choosable[]) =>
  choice({ legend, missing, items: people.map(({ record, name }) => ({ value: record, text: name })) })

const mostOfDescription = 300

/** Somebody of the family, somebody known only by what is said of them, or not known. */
export const somebodyAsked =
  (legend: string, people: readonly Choosable[]): Unnamed<Somebody> =>
  ({ name }) => {
    const described = `${name}-described`
    return {
      name,
      draw: ({ fields, errors }) =>
        radios({
          name,
          legend,
          value: fieldText(fields, name),
          errors,
          layout: 'small',
          items: [
            ...people.map(({ record, name: called }) => ({ value: record, text: called })),
            { divider: 'or' },
            {
              value: 'described',
              text: 'Somebody who has no record here',
              more: input({
                name: described,
                label: 'Who are they, as far as you know?',
                hint: { text: 'For example: the baby’s uncle, first name Sol' },
                value: fieldText(fields, described),
                errors,
              }),
            },
            { value: 'not-known', text: 'Not known', hint: { text: 'Somebody asked, and nobody could say' } },
          ],
        }),
      read: (fields) => {
        const chosen = fieldText(fields, name)
        if (chosen === 'not-known') return { value: 'not-known' }
        if (chosen !== 'described')
          return people.some(({ record }) => record === chosen)
            ? { value: { record: chosen } }
            : wrong(name, 'Say who it is')
        const words = fieldText(fields, described)
        if (words === '') return wrong(described, 'Say who they are, as far as you know')
        return words.length > mostOfDescription
          ? wrong(described, `Use ${mostOfDescription} characters or fewer`)
          : { value: { described: words } }
      },
    }
  }
