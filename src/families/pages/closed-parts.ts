import type { PartsOpen } from '#access/index.ts'
import { details } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'

/** What the viewer's role does not see on any family's page. It is said of the role, whether or not there is anything to see. */
export const closedParts = (parts: PartsOpen): Html | undefined => {
  const told = [
    ...topics.flatMap(([topic, closed, own]) =>
      parts.part(topic) === 'closed' ? [closed] : parts.part(topic) === 'own' ? [own] : [],
    ),
    ...marks.flatMap(([mark, words]) => (parts.part('contact', mark) === 'closed' ? [words] : [])),
  ]
  if (told.length === 0) return undefined
  return details({
    summary: 'What is not shown to your role',
    content: {
      html: html`<ul class="govuk-list govuk-list--bullet">${told.map((words) => html`<li>${words}</li>`)}</ul><p class="govuk-body">If you need more to keep a child safe, ring the lead practitioner.</p>`,
    },
  })
}

const topics = [
  ['contact', 'What agencies saw and did', 'What other agencies saw and did: you see what your own agency recorded'],
  ['address', 'Addresses', 'Addresses that other agencies hold: you see those of your own'],
  ['relationship', 'How people are related', 'How people are related, as other agencies say it'],
  ['responsibility', 'Parental responsibility', 'Parental responsibility, as other agencies say it'],
  ['involvement', 'Who works with the family', 'Who works with the family, for other agencies'],
  ['identity', 'Names', 'Names that other agencies hold: you see those of your own'],
  ['housing', 'Housing', 'Housing, as other agencies recorded it'],
] as const

const marks = [
  ['health', 'Entries marked health'],
  ['police', 'Entries marked police'],
  ['third-party', 'Entries about somebody outside the family'],
] as const
