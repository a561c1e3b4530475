import type { FormErrors } from '#platform/govuk/index.ts'
import { choiceGiven, dayIfGiven, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { PersonStatement } from '../commands/index.ts'
import { sexes } from '../entries/index.ts'

/** Where a command's refusal of a new record's birth date stands on the form. */
export const statementPlaces = { 'statements.1.on': 'born', 'statements.0.on': 'born' } as const

/** What a form says of somebody who has no record yet. */
export const personGiven = (fields: FormFields): { statements: PersonStatement[]; errors: FormErrors } => {
  const [given, family] = [fieldText(fields, 'given').slice(0, 300), fieldText(fields, 'family-name').slice(0, 300)]
  const born = dayIfGiven(fields, 'born', 'The date of birth')
  const sex = choiceGiven(fields, 'sex', sexes, 'Choose the sex, or “Not known”')
  const named = given !== '' || family !== ''
  return {
    errors: [...(named ? [] : [{ field: 'given', text: 'Enter a name' }]), ...born.errors, ...sex.errors],
    statements: [
      {
        say: 'names',
        names: [
          given !== '' && family !== ''
            ? { use: 'usual', given, family }
            : { use: 'usual', full: given === '' ? family : given },
        ],
      },
      { say: 'birth', on: born.day ?? 'not-known' },
      { say: 'sex', sex: sex.choice ?? 'not-known' },
    ],
  }
}
