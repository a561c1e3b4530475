import { dayFrom } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import type { Entry, Told } from '#record/index.ts'
import { codeInWords, outcomesInWords } from './codes.ts'
import type { CodeTable } from './codes.ts'

/** What the extract does not say is said to be not known: a nurse who reads nothing of an outcome must not take it that there was none. */

export type YesOrNo = 'yes' | 'no' | undefined

export const told = (title: string, lines: readonly (string | undefined)[]): Told => ({
  title: upper(title),
  text: lines
    .filter((line) => line !== undefined)
    .map(upper)
    .join('\n'),
})

/** The sender's own words where the extract has them; else the code's. */
export const sender = (from: string | undefined, code: string | undefined): string =>
  (from ?? coded('referral source', code)).replace(/\.$/u, '')

export const coded = (table: CodeTable, code: string | undefined): string =>
  code === undefined ? 'not known' : codeInWords(table, code)

export const cameOfIt = (outcome: string | undefined, noFurtherAction?: YesOrNo): string => {
  const said =
    outcome === undefined
      ? []
      : (outcomesInWords(outcome) ?? [`“${outcome.slice(0, 300)}”, as the case system wrote it`])
  const all = [...new Set([...(noFurtherAction === 'yes' ? ['no further action'] : []), ...said])]
  if (all.length > 0) return `What came of it: ${all.join('; ')}.`
  return noFurtherAction === 'no'
    ? 'What came of it: further action; which is not known.'
    : 'What came of it: not known.'
}

export const duration = ({ trueFrom, trueUntil }: Entry): string =>
  `Began ${when(trueFrom)}; ${trueUntil === undefined ? 'no end is recorded' : `ended ${day(trueUntil)}`}.`
export const teamSaid = (team: string | undefined): string | undefined =>
  team === undefined ? undefined : `Team: ${team}.`

export const when = (written: string | undefined): string =>
  written === undefined ? 'on a day that is not known' : day(written)
export const day = (written: string): string => {
  const civil = dayFrom(written)
  return civil === undefined ? written : longDate(civil)
}
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
