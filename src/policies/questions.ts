import type { Question } from '#platform/question/question.ts'
import { socket } from '#record/index.ts'

/** What a room’s rules can be asked from a program. It stands here because an answer shows the settings that it rests on. */
export const questions = socket<Question>('questions')
