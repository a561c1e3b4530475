import type { Policy } from '#policies/index.ts'

export const feedGoneShare: Policy = {
  id: 'feed-gone-share',
  title: 'Rows gone from a delivery before a person must confirm',
  what: 'When more of the rows of the agency’s last delivery are gone from a full one, from the whole of it or from any one of its tables, it waits until somebody has looked: a file cut in half says that half the borough is gone. Of a small table a few rows may go; of plans, conferences, involvements and who sleeps where never the last.',
  value: 20,
  unit: 'per cent',
  status: 'proposed',
  source: 'Our proposal.',
  recommendations: [],
  asked: { as: 'number', least: 0, most: 100 },
}

export const feedsPolicies: readonly Policy[] = [feedGoneShare]
