import { button, details, summaryList, table, tag } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dateTime, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { paths } from '../paths.ts'
import type { Report } from '../report.ts'
import { kindInWords, number } from './deliveries.ts'
import { lacksOf, modes, problemTable } from './delivery.ts'

/** What reading alone found. Nothing of it is kept, so this page is all there is: it says so, and says what only loading can see. */
export const checkedDeliveryPage = (
  shell: Shell,
  { report, agency }: { readonly report: Report; readonly agency: string },
): string =>
  page({
    ...shell,
    title: 'Delivery checked',
    heading: `${kindInWords[report.kind] ?? report.kind} delivery: checked only`,
    caption: agency,
    back: { text: 'Load a delivery', href: paths.newDelivery },
    body: html`<div class="rt-reading"><p class="govuk-body">${tag(report.accepted ? { text: 'Sound', colour: 'green' } : { text: 'Not sound', colour: 'red' })} ${report.accepted ? 'Nothing in it is wrong by itself.' : `It would be refused whole: ${number(report.refused.inAll)} ${report.refused.inAll === 1 ? 'thing is' : 'things are'} wrong.`} Nothing was recorded, and the delivery was not kept.</p>
      <p class="govuk-body">Checking reads the delivery alone. Whether it fits what came before it (is it newer than the last one, is too much gone) is seen when it is loaded, and it can still be refused then.</p></div>
      ${problemTable('What is wrong', report.refused.listed, report.refused.more)}
      ${summaryList({
        rows: [
          ...(report.source === undefined ? [] : [{ key: 'Drawn from', value: { text: report.source } }]),
          ...(report.extractedAt === undefined
            ? []
            : [{ key: 'Drawn at', value: { text: dateTime(Temporal.Instant.from(report.extractedAt)) } }]),
          { key: 'Mode', value: { text: modes[report.mode] } },
          { key: 'Rows read', value: { text: number(report.read) } },
          { key: 'Wrong', value: { text: number(report.refused.inAll) } },
          { key: 'Pointed out', value: { text: number(report.pointedOut.inAll) } },
        ],
      })}
      ${problemTable('Pointed out, and kept as written', report.pointedOut.listed, report.pointedOut.more)}
      ${filesOf(report.files)}
      ${report.referencesLeftToCheck.length > 0 && html`<h2 class="govuk-heading-m">Left to look at when it is loaded</h2><ul class="govuk-list govuk-list--bullet">${report.referencesLeftToCheck.map(({ file, columns, to, count }) => html`<li>${file}, ${columns.join(' with ')}: ${number(count)} ${count === 1 ? 'row names' : 'rows name'} what must be in ${to} of an earlier delivery</li>`)}</ul>`}
      ${lacksOf(report.lacks)}
      ${report.passedOver.length > 0 && details({ summary: 'Files and columns that were passed over', content: { text: report.passedOver.join(', ') } })}
      ${button({ text: report.accepted ? 'Load a delivery' : 'Check or load another', href: paths.newDelivery })}`,
  })

const filesOf = (files: Report['files']): Html | false =>
  files.length > 0 &&
  table({
    caption: 'Files read',
    head: [{ text: 'File' }, { text: 'Rows', numeric: true }, { text: 'Rows promised', numeric: true }],
    rows: files.map(({ file, rows, promised }) => [
      { text: file },
      { text: number(rows), numeric: true },
      { text: promised === undefined ? 'not said' : number(promised), numeric: true },
    ]),
  })
