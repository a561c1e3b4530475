import { inWords } from '../report.ts'
import type { Problem, Report } from '../report.ts'
import type { Changes } from './changed-for.ts'
import type { Delivery } from './deliveries.ts'

/** The whole report of a delivery, as JSON. It repeats no cell and names nobody: it travels further than a delivery. */
export const reportOf = (delivery: Delivery, changes: Changes | undefined): object => {
  const { counts, report, problems } = delivery
  return {
    delivery: delivery.id,
    kind: delivery.kind,
    agency: delivery.agency,
    state: delivery.state,
    mode: delivery.mode,
    applied: delivery.state === 'applied',
    read: counts.read,
    new: counts.new,
    changed: counts.changed,
    same: counts.same,
    gone: counts.gone,
    entries: counts.entries,
    ...(delivery.state === 'waiting-for-confirmation'
      ? { heldBefore: counts.heldBefore, thinned: counts.thinned ?? [] }
      : {}),
    ...checkedReport(report, problems.refused, problems.pointedOut),
    notTaken: problems.notTaken,
    ...(changes === undefined
      ? {}
      : { changedFor: changes.listed, changedFamilies: changes.families, changedHomes: changes.homes }),
  }
}

/** What reading alone found: what `--check` prints. */
export const checkedReport = (
  report: Report | undefined,
  refused: readonly Problem[] = [],
  pointedOut: readonly Problem[] = [],
): object => ({
  ...(report?.source === undefined ? {} : { source: report.source }),
  ...(report?.extractedAt === undefined ? {} : { extractedAt: report.extractedAt }),
  files: report?.files ?? [],
  refused: [...(report?.refused.listed ?? []), ...refused],
  refusedInAll: (report?.refused.inAll ?? 0) + refused.length,
  refusedMore: report?.refused.more ?? [],
  pointedOut: [...(report?.pointedOut.listed ?? []), ...pointedOut],
  pointedOutInAll: (report?.pointedOut.inAll ?? 0) + pointedOut.length,
  lacks: report?.lacks ?? [],
  passedOver: report?.passedOver ?? [],
  referencesLeftToCheck: report?.referencesLeftToCheck ?? [],
})

export const stateInWords: Readonly<Record<Delivery['state'], string>> = {
  staging: 'Being read',
  staged: 'Being applied',
  'waiting-for-confirmation': 'Waits for a person',
  applied: 'Applied',
  refused: 'Refused',
  'broken-off': 'Broken off',
}

export const whatStateMeans: Readonly<Record<Delivery['state'], string>> = {
  staging: 'Its files are being read. Nothing of it is in force yet.',
  staged: 'It was read and found sound, and is being applied, all of it together.',
  'waiting-for-confirmation':
    'It is sound, but more rows are gone from it than may go unseen. Nothing of it is in force until somebody has looked and says that they are gone indeed.',
  applied: 'All of it is in force.',
  refused: 'Something in it is wrong, so nothing of it is in force. The agency puts it right and sends it again.',
  'broken-off':
    'It was not finished: the server was stopped, or a later delivery of the same agency came first. Nothing of it is in force.',
}

/** What is gone that somebody must look at: of the delivery as a whole, and of each table of which too much is. */
export const goneInWords = ({ counts: { thinned = [], gone, heldBefore } }: Pick<Delivery, 'counts'>): string[] => [
  `${number(gone)} of the ${number(heldBefore)} rows of the agency’s last delivery are not in this one.`,
  ...thinned.map(
    ({ file, before, now, gone: of }) =>
      `${file} had ${number(before)} ${before === 1 ? 'row' : 'rows'} before and has ${now === 0 ? 'none' : number(now)} now; ${of === before ? 'all' : number(of)} of those before are gone.`,
  ),
]

const number = (count: number): string => count.toLocaleString('en-GB')

const problemInWords = (problem: Problem): string => `${inWords(problem)}: ${problem.says} ${problem.whatToDo}`

/** The report for somebody at a terminal. */
export const reportInWords = (delivery: Delivery, changes: Changes | undefined): string => {
  const { counts, problems, report } = delivery
  return [
    `${stateInWords[delivery.state]}. ${whatStateMeans[delivery.state]}`,
    `Read ${counts.read} rows: ${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.gone} gone. ${counts.entries} entries were recorded.`,
    ...readingInWords(report, problems.refused, problems.pointedOut),
    ...problems.notTaken.map(({ file, why, count }) => `Not taken, ${file}, ${count} times: ${why}`),
    ...(changes === undefined || changes.families + changes.homes === 0
      ? []
      : [
          `Something changed for ${changes.families} families and ${changes.homes} homes.`,
          ...changes.listed.slice(0, 20).map(({ scope, sentence }) => `  ${scope}: ${sentence}`),
        ]),
  ].join('\n')
}

export const readingInWords = (
  report: Report | undefined,
  refused: readonly Problem[] = [],
  pointedOut: readonly Problem[] = [],
): string[] => [
  ...[...(report?.refused.listed ?? []), ...refused].map((problem) => `Refused: ${problemInWords(problem)}`),
  ...(report?.refused.more ?? []).map(
    ({ file, field, reason, count }) =>
      `Refused, and ${count} more: ${[file, field].filter((part) => part !== undefined).join(', ')} (${reason})`,
  ),
  ...[...(report?.pointedOut.listed ?? []), ...pointedOut]
    .slice(0, 20)
    .map((problem) => `Pointed out: ${problemInWords(problem)}`),
  ...lacksInWords(report?.lacks ?? []),
]

/** Files that are not there stand in one line together; a file that lacks columns has a line of its own. */
const lacksInWords = (lacks: Report['lacks']): string[] => {
  const whole = lacks.filter(({ columns }) => typeof columns === 'string').map(({ file }) => file)
  return [
    ...(whole.length === 0
      ? []
      : [
          `Lacks the ${whole.length === 1 ? 'file' : 'files'} ${whole.join(', ')}. What ${whole.length === 1 ? 'it' : 'they'} would say is not known.`,
        ]),
    ...lacks.flatMap(({ file, columns }) =>
      typeof columns === 'string' ? [] : [`Lacks: ${file}, ${columns.join(', ')}. What it would say is not known.`],
    ),
  ]
}
