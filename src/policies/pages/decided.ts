import type { Directory } from '#access/index.ts'
import { table } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import { dateTime, longDate } from '#platform/page/index.ts'
import type { PolicyDecision, PolicyInForce } from '../facts.ts'
import { valueInWords } from '../policy.ts'

/** Every decision about one policy, the last to hold first: from when, what, why, by whom and when it was recorded. */
export const decidedTable = (
  { policy, decision, coming, earlier }: PolicyInForce,
  directory: Directory,
): Html | false => {
  const all = [
    ...coming.toReversed().map((one) => ({ one, when: 'to come' })),
    ...(decision === undefined ? [] : [{ one: decision, when: 'in force today' }]),
    ...earlier.map((one) => ({ one, when: 'earlier' })),
  ]
  return (
    all.length > 0 &&
    table({
      caption: `What was decided: ${policy.title.toLowerCase()}`,
      captionSize: 's',
      wide: true,
      head: [{ text: 'From' }, { text: 'Decision' }, { text: 'Why' }, { text: 'Recorded' }],
      rows: all.map(({ one, when }) => [
        { text: `${longDate(Temporal.PlainDate.from(one.from))} (${when})` },
        { text: valueInWords(policy, one.value) },
        { text: one.reason },
        { text: `${whoDecided(one, directory)}, ${dateTime(one.recordedAt)}` },
      ]),
    })
  )
}

export const whoDecided = ({ by, agency }: PolicyDecision, directory: Directory): string =>
  [directory.get(by)?.name, directory.get(agency)?.name].filter((name) => name !== undefined).join(', ') ||
  'Somebody of the partnership'
