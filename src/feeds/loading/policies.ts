import type { Policy } from '#policies/index.ts'

export const feedGoneShare: Policy = {
  id: 'feed-gone-share',
  title: 'Rows gone from a delivery before a person must confirm',
  what: 'When a full delivery holds so many fewer of the rows than the agency’s last one, it waits until somebody has looked: a file cut in half says that half the borough is gone.',
  value: 20,
  unit: 'per cent',
  status: 'proposed',
  source: 'Our proposal.',
  recommendations: [],
  asked: { as: 'number', least: 0, most: 100 },
}

export const feedsPolicies: readonly Policy[] = [feedGoneShare]
