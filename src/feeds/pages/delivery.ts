import { button, details, insetText, summaryList, table, warningText } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { csrfField, dateTime, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Changes } from '../loading/changed-for.ts'
import type { Delivery } from '../loading/deliveries.ts'
import { goneInWords, whatStateMeans } from '../loading/report-of.ts'
import { inWords } from '../report.ts'
import type { More, Problem } from '../report.ts'
import { paths } from '../paths.ts'
import { kindInWords, number, stateTag } from './deliveries.ts'

interface DeliveryView {
  readonly delivery: Delivery
  readonly names: ReadonlyMap<string, string>
  readonly changes: Changes | undefined
  readonly csrf: string
  /** How long a page of something under way waits before it comes again; absent where the reader asked it not to. */
  readonly again: number | undefined
}

export const modes: Readonly<Record<Delivery['mode'], string>> = {
  full: 'Full: everything the source holds, so that what is absent is gone from it',
  delta: 'Delta: what changed since the last delivery',
  unsaid: 'Without a manifest: what is absent means nothing',
}

/** One delivery: how far it has come, what was wrong with it, what it lacks, and for whom it changed something. */
export const deliveryPage = (shell: Shell, { delivery, names, changes, csrf, again }: DeliveryView): string => {
  const { counts, report, problems, state } = delivery
  const running = state === 'staging' || state === 'staged'
  const wrong = problemTable(
    'What is wrong',
    [...(report?.refused.listed ?? []), ...problems.refused],
    report?.refused.more ?? [],
  )
  return page({
    ...shell,
    title: 'Delivery',
    heading: `${kindInWords[delivery.kind] ?? delivery.kind} delivery`,
    caption: names.get(delivery.agency) ?? delivery.agency,
    back: { text: 'Deliveries', href: paths.deliveries },
    ...(running && again !== undefined ? { againAfterSeconds: again } : {}),
    body: html`<div class="rt-reading"><p class="govuk-body">${stateTag(state)} ${whatStateMeans[state]}</p>
      ${running && html`<p class="govuk-body" role="status">${number(counts.read)} rows read so far. ${again === undefined ? html`<a class="govuk-link" href="${paths.delivery(delivery.id)}">Look again</a>` : html`This page looks again every ${again} seconds. <a class="govuk-link" href="${paths.delivery(delivery.id)}?again=no">Do not look again by itself</a>`}</p>`}
      ${state === 'waiting-for-confirmation' && confirm(delivery, csrf)}</div>
      ${state === 'refused' && wrong}
      ${summaryList({
        rows: [
          { key: 'Arrived', value: { text: dateTime(delivery.at) } },
          { key: 'Brought by', value: { text: names.get(delivery.by) ?? delivery.by } },
          ...(report?.source === undefined ? [] : [{ key: 'Drawn from', value: { text: report.source } }]),
          ...(report?.extractedAt === undefined
            ? []
            : [{ key: 'Drawn at', value: { text: dateTime(Temporal.Instant.from(report.extractedAt)) } }]),
          ...(report === undefined || (state === 'refused' && report.source === undefined)
            ? []
            : [{ key: 'Mode', value: { text: modes[delivery.mode] } }]),
          { key: 'Rows read', value: { text: number(counts.read) } },
          ...(state === 'applied' || state === 'waiting-for-confirmation'
            ? [
                {
                  key: 'Held against the last',
                  value: {
                    text: `${number(counts.new)} new, ${number(counts.changed)} changed, ${number(counts.same)} the same, ${number(counts.gone)} gone`,
                  },
                },
              ]
            : []),
          ...(state === 'applied' ? [{ key: 'Entries recorded', value: { text: number(counts.entries) } }] : []),
        ],
      })}
      ${state !== 'refused' && wrong}
      ${changes !== undefined && state === 'applied' && changedSection(changes)}
      ${problemTable('Pointed out, and kept as written', [...(report?.pointedOut.listed ?? []), ...problems.pointedOut], report?.pointedOut.more ?? [])}
      ${problems.notTaken.length > 0 && html`<h2 class="govuk-heading-m">Not taken</h2><ul class="govuk-list govuk-list--bullet">${problems.notTaken.map(({ file, why, count }) => html`<li>${file}, ${number(count)} ${count === 1 ? 'time' : 'times'}: ${why}</li>`)}</ul>`}
      ${lacksOf(report?.lacks ?? [])}
      ${(report?.passedOver ?? []).length > 0 && details({ summary: 'Files and columns that were passed over', content: { text: (report?.passedOver ?? []).join(', ') } })}`,
  })
}

const confirm = ({ id, counts }: Delivery, csrf: string): Html => html`
  ${warningText({ text: `${goneInWords({ counts }).join(' ')} A file cut in half looks like this too.` })}
  <p class="govuk-body">Ask the agency whether they are gone indeed. If they are not, do nothing here: it sends a whole delivery, and this one lapses.</p>
  <form method="post" action="${paths.confirm(id)}">${csrfField(csrf)}${button({ text: 'They are gone: apply this delivery', kind: 'warning' })}</form>`

export const problemTable = (caption: string, listed: readonly Problem[], more: readonly More[]): Html | false =>
  listed.length > 0 &&
  html`${table({
    caption,
    wide: true,
    head: [{ text: 'Where' }, { text: 'What' }, { text: 'What to do' }],
    rows: listed.map((problem) => [
      { text: inWords(problem) },
      { text: problem.says },
      { text: problem.whatToDo.replaceAll('`', '') },
    ]),
  })}${more.map(({ file, field, count }) => html`<p class="govuk-body">And ${number(count)} more of the same in ${[file ?? 'the delivery', field].filter((part) => part !== undefined).join(', ')}.</p>`)}`

const changedSection = ({
  listed,
  families,
  homes,
}: Changes): Html => html`<h2 class="govuk-heading-m">What changed for whom</h2>
  <p class="govuk-body">${families + homes === 0 ? 'Nothing changed for anybody.' : html`Something changed for ${[...(families > 0 ? [`${number(families)} ${families === 1 ? 'family' : 'families'}`] : []), ...(homes > 0 ? [`${number(homes)} ${homes === 1 ? 'home' : 'homes'}`] : [])].join(' and ')}. ${listed.length === 0 ? 'You work with none of them, so none is listed here.' : 'Listed are those whose page you may open.'}`}</p>
  ${listed.length > 0 && html`<ul class="govuk-list govuk-list--spaced">${listed.map(({ scope, title, sentence }) => html`<li><a class="govuk-link" href="${hrefOf(scope)}">${title ?? (scope.startsWith('home:') ? 'A home on your patch' : 'A family you work with')}</a>: ${sentence}</li>`)}</ul>`}`

const hrefOf = (scope: string): string => (scope.startsWith('home:') ? `/homes/${scope}` : `/families/${scope}`)

export const lacksOf = (
  lacks: readonly { readonly file: string; readonly columns: readonly string[] | 'the whole file' }[],
): Html | false =>
  lacks.length > 0 &&
  html`<h2 class="govuk-heading-m">What this delivery lacks</h2>
    ${insetText({ text: 'What these would have said is not known. It never means no.' })}
    ${details({
      summary: `Files and columns of the format that are not in it (${lacks.length} ${lacks.length === 1 ? 'file' : 'files'})`,
      content: {
        html: html`<ul class="govuk-list govuk-list--bullet">${lacks.map(({ file, columns }) => html`<li>${file}: ${typeof columns === 'string' ? columns : columns.join(', ')}</li>`)}</ul>`,
      },
    })}`
