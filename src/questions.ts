import { homeAlertsQuestion, significantOvercrowdingQuestion } from '#alerts/index.ts'
import { temporaryNightsQuestion } from '#housing/index.ts'
import { overcrowdingQuestion } from '#housing/overcrowding/index.ts'
import type { Question } from '#platform/question/question.ts'

/** Every question of every room, in the order in which `rooftree ask` lists them. */
export const questions: readonly Question[] = [
  overcrowdingQuestion,
  significantOvercrowdingQuestion,
  homeAlertsQuestion,
  temporaryNightsQuestion,
]
