import { accept } from '#platform/decision.ts'
import { question } from '#platform/question/question.ts'
import { assess } from './assess.ts'
import { compose } from './compose.ts'
import { examples } from './examples.ts'
import { factsFrom, householdLine } from './household-line.ts'
import { householdRefusals, householdTakes } from './household-words.ts'
import { nextChanges } from './next-change.ts'
import { printed } from './printed.ts'
import { printedSchema } from './printed-schema.ts'

/** The six answers of `rooftree ask overcrowding`. */
export const overcrowdingQuestion = question({
  name: 'overcrowding',
  answers: 'Is a home overcrowded, by each of the six answers in use, each by its own name and with its working?',
  each: 'household',
  recommendations: [1, 2, 4, 5, 16, 20],
  source:
    'Housing Act 1985 sections 325 and 326; the bedroom standard; Census 2021; the size criteria of rent help. Each result names its own.',
  facts: householdLine,
  takes: householdTakes,
  refusals: householdRefusals,
  out: printedSchema,
  examples,
  answer: (line) => {
    const household = compose(factsFrom(line))
    if (!household.accepted) return household
    const answers = assess(household.value)
    return accept(printed(household.value, answers, nextChanges(household.value, answers)))
  },
})
