import { button, insetText, table, tag } from '#platform/govuk/index.ts'
import type { TagColour } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dateTime, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Delivery } from '../loading/deliveries.ts'
import { stateInWords } from '../loading/report-of.ts'
import { paths } from '../paths.ts'

const colours: Readonly<Record<Delivery['state'], TagColour>> = {
  staging: 'blue',
  staged: 'blue',
  'waiting-for-confirmation': 'yellow',
  applied: 'green',
  refused: 'red',
  'broken-off': 'grey',
}

export const stateTag = (state: Delivery['state']): Html => tag({ text: stateInWords[state], colour: colours[state] })

export const number = (count: number): string => count.toLocaleString('en-GB')

export const kindInWords: Readonly<Record<string, string>> = { housing: 'Housing', ssd: 'Children’s social care' }

interface DeliveriesView {
  readonly deliveries: readonly Delivery[]
  /** Names of agencies and of who brought them. */
  readonly names: ReadonlyMap<string, string>
}

/** All deliveries, the latest first: whose, what came of it, how much it said, who brought it and when. */
export const deliveriesPage = (shell: Shell, { deliveries, names }: DeliveriesView): string =>
  page({
    ...shell,
    title: 'Deliveries',
    heading: 'Deliveries from agencies',
    body: html`<div class="rt-reading"><p class="govuk-body">What agencies’ own systems sent. A delivery is taken whole or refused whole; what it said is in the record, entry by entry, with its source.</p></div>
      ${button({ text: 'Load a delivery', href: paths.newDelivery })}
      ${
        deliveries.length === 0
          ? insetText({ text: 'No delivery has been loaded yet.' })
          : table({
              caption: 'Deliveries, the latest first',
              captionSize: 'hidden',
              wide: true,
              head: [
                ...['Arrived', 'From', 'Kind', 'State', 'Brought by'].map((text) => ({ text })),
                ...['New', 'Changed', 'Same', 'Gone'].map((text) => ({ text, numeric: true })),
              ],
              rows: deliveries.map((delivery) => [
                {
                  html: html`<a class="govuk-link" href="${paths.delivery(delivery.id)}">${dateTime(delivery.at)}</a>`,
                },
                { text: names.get(delivery.agency) ?? delivery.agency },
                { text: kindInWords[delivery.kind] ?? delivery.kind },
                { html: stateTag(delivery.state) },
                { text: names.get(delivery.by) ?? delivery.by },
                ...[delivery.counts.new, delivery.counts.changed, delivery.counts.same, delivery.counts.gone].map(
                  (count) => ({ text: number(count), numeric: true }),
                ),
              ]),
            })
      }`,
  })
