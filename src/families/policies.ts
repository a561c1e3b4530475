import type { Policy } from '#policies/index.ts'

/** How long a reason that somebody gave opens a family to them. */
export const reasonDaysPolicy: Policy = {
  id: 'reason-opens-for-days',
  title: 'How long a given reason opens a family',
  under: 'Who may see a family',
  what: 'Somebody who does not work with a family, and whose role may give a reason, sees it for so many days, that day included. The lead practitioner is shown who gave which reason.',
  value: 3,
  unit: 'days',
  status: 'proposed',
  source: 'Ours: long enough for one enquiry, short enough that it is asked again.',
  recommendations: [13],
  asked: { as: 'number', least: 1, most: 28 },
}

export const familiesPolicies: readonly Policy[] = [reasonDaysPolicy]
