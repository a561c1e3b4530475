import { stripVTControlCharacters } from 'node:util'
import type { FileOutcome } from './run-file.ts'

export function describeOutcome(outcome: FileOutcome): string {
  const mark = outcome.failed === 0 ? 'ok  ' : 'FAIL'
  return `${mark} ${outcome.file}  ${counts(outcome)}  ${outcome.seconds.toFixed(1)} s`
}

export function describeFailures(outcomes: readonly FileOutcome[]): string {
  return outcomes
    .filter((outcome) => outcome.failed > 0)
    .map((outcome) => {
      const failures = outcome.failures.map(({ test, reason }) => `  ✖ ${test}\n${indented(reason)}`)
      const said = outcome.said === '' ? [] : [`  it wrote:\n${indented(outcome.said)}`]
      return [`\n${outcome.file}`, ...failures, ...said].join('\n')
    })
    .join('\n')
}

/** The last line of a run, alone on its line, for people and for whatever watches the run. */
export function closingLine(outcomes: readonly FileOutcome[]): string {
  const sum = (of: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0)
  return counts({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })
}

function counts(of: { readonly passed: number; readonly failed: number; readonly skipped: number }): string {
  const skipped = of.skipped === 0 ? '' : `, ${of.skipped} skipped`
  return `${of.passed} passed, ${of.failed} failed${skipped}`
}

function indented(text: string): string {
  return stripVTControlCharacters(text).trimEnd().replaceAll(/^/gm, '      ')
}
