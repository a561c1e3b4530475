import { table } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { page } from '#platform/page/index.ts'
import type { PolicyValue } from '#policies/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { levelInWords, partInWords, ruleInWords } from '../in-words.ts'
import { overcrowdingAlert } from '../policies.ts'
import { levels } from '../entries.ts'
import type { LoadRow, WouldRaise } from '../queries.ts'

/** Whether alerts are of use, and what they cost those they ask. No names. */
export const loadPage = (shell: Shell, rows: readonly LoadRow[]): string =>
  page({
    ...shell,
    title: 'Alerts: load and use',
    heading: 'Alerts: load and use',
    breadcrumbs: [{ text: 'Settings', href: '/settings' }, { text: 'Alerts: load and use' }],
    body: html`
      <div class="rt-reading"><p class="govuk-body">How many alerts each rule raised, what became of them, and how many were said to be not right. A rule that is often not right, or never answered, asks too much: change its setting.</p></div>
      ${
        rows.length === 0
          ? html`<p class="govuk-body">No alert has been raised yet.</p>`
          : table({
              caption: 'Alerts by rule and by what they ask',
              captionSize: 's',
              wide: true,
              firstCellIsHeader: true,
              head: [
                { text: 'Rule, and what is asked' },
                ...[
                  'Raised',
                  'Standing',
                  'Waiting for an answer',
                  'Acted',
                  'Referred',
                  'Not now',
                  'Said to be not right',
                  'Ended unanswered',
                  'Days to an answer (middle)',
                ].map((text) => ({ text, numeric: true })),
              ],
              rows: rows.map((row) => [
                {
                  text: `${ruleInWords[row.rule]}: ${levelInWords[row.level].name.toLowerCase()} (${partInWords[row.part].toLowerCase()})`,
                },
                ...[
                  row.raised,
                  row.standing,
                  row.waiting,
                  row.acted,
                  row.referred,
                  row.notNow,
                  row.notRight,
                  row.unanswered,
                ].map((count) => ({ text: String(count), numeric: true })),
                { text: row.days === null ? 'None yet' : String(Math.round(row.days * 10) / 10), numeric: true },
              ]),
            })
      }`,
  })

/** What a choice would mean today, before it is made: counts, no names. */
export const wouldRaiseTable = ({ homes, of, choices }: WouldRaise, inForce: PolicyValue): Html => {
  const asked = overcrowdingAlert.asked
  const nameOf = (choice: string): string =>
    (asked.as === 'choice' ? asked.choices.find(({ value }) => value === choice)?.text : undefined) ?? choice
  const shown = levels.filter((level) => level !== 'consider-referral')
  return html`<p class="govuk-body">${homes === of ? `Of ${of} homes so many are asked about, or would be, by the facts of today:` : `Of an even sample of ${homes} homes (of ${of}) so many are asked about, or would be, by the facts of today:`}</p>
    ${table({
      caption: 'Homes by what is asked',
      captionSize: 's',
      wide: true,
      firstCellIsHeader: true,
      head: [{ text: 'Choice' }, ...shown.map((level) => ({ text: levelInWords[level].name, numeric: true }))],
      rows: choices.map(({ choice, levels: counts }) => [
        { text: choice === inForce ? `${nameOf(choice)} (in force today)` : nameOf(choice) },
        ...shown.map((level) => ({ text: String(counts.get(level) ?? 0), numeric: true })),
      ]),
    })}
    <p class="govuk-body">One home may raise two. <a class="govuk-link" href="/alerts/load">See the load of alerts today</a></p>`
}
