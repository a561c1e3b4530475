import { about, choice, text } from '#platform/form/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import type { PersonStatement } from '../commands/index.ts'
import { sexWords } from '../pages/words.ts'

/** What a form asks of somebody who has no record yet: names in parts or as one, and a birth date that may be a year or not known. */
export const newPerson = {
  given: text({ label: 'Given name', width: 20, spellcheck: false }),
  familyName: text({
    label: 'Family name',
    hint: 'Leave it empty where the name has one part, or is not known',
    width: 20,
    spellcheck: false,
  }),
  born: about({
    legend: 'Date of birth',
    hint: 'The year alone will do. Leave it empty if it is not known.',
    what: 'The date of birth',
  }),
  sex: choice({
    legend: 'Sex',
    missing: 'Choose the sex, or “Not known”',
    items: (['female', 'male', 'indeterminate', 'not-known'] as const).map((value) => ({
      value,
      text: sexWords[value],
    })),
  }),
}

interface NewPerson {
  readonly given?: string
  readonly familyName?: string
  readonly born?: string
  readonly sex?: 'female' | 'male' | 'indeterminate' | 'not-known'
}

export const namelessPerson = ({ given, familyName }: NewPerson, wrong: ReadonlySet<string>): FormErrors =>
  given === undefined && familyName === undefined && !wrong.has('given') && !wrong.has('familyName')
    ? [{ field: 'given', text: 'Enter a name' }]
    : []

export const statementsOf = ({ given, familyName, born, sex }: NewPerson): PersonStatement[] => [
  {
    say: 'names',
    names: [
      given !== undefined && familyName !== undefined
        ? { use: 'usual', given, family: familyName }
        : { use: 'usual', full: given ?? familyName ?? '' },
    ],
  },
  { say: 'birth', on: born ?? 'not-known' },
  { say: 'sex', sex: sex ?? 'not-known' },
]

/** Where a command's refusal of a new record stands on the form: its birth date is the only thing that can be wrong. */
export const placeOfNewPerson = (field: string | undefined): string | undefined =>
  field?.startsWith('statements.') === true ? (field.endsWith('.on') ? 'born' : 'given') : undefined
