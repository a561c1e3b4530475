import { ageInWords, lifeStage } from '#platform/page/index.ts'
import type { LifeStage } from '#platform/page/index.ts'
import type { PersonFacts } from '../facts/person.ts'
import { counted, saidDate } from './words.ts'

/** How old, as people say it; how it ended, gently, where somebody died. Undefined where it is not known. */
export const ageSaid = (facts: PersonFacts, on: Temporal.PlainDate): string | undefined => {
  if (facts.died !== undefined) {
    const day = facts.died.on.shown?.value
    return day === undefined
      ? 'Died, the day is not known'
      : `Died ${saidDate(day)}${facts.age.kind === 'exactly' && day.length === 10 ? `, aged ${ageInWords(facts.age.born, Temporal.PlainDate.from(day))}` : ''}`
  }
  const { age } = facts
  if (age.kind === 'exactly') return ageInWords(age.born, on)
  if (age.kind === 'between')
    return age.least === age.most ? counted(age.most, 'year', 'years') : `${age.least} to ${age.most} years`
  return age.kind === 'not-yet-born' ? 'Not yet born' : undefined
}

export const stageOf = (facts: PersonFacts, on: Temporal.PlainDate): LifeStage => {
  const { age } = facts
  if (age.kind === 'exactly') return lifeStage(age.born, on)
  if (age.kind === 'between')
    return age.most < 2 ? 'baby' : age.most < 18 ? 'child' : age.least >= 18 ? 'adult' : 'not known'
  return age.kind === 'not-yet-born' ? 'unborn' : 'not known'
}
