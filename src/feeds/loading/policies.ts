import type { Policy } from '#policies/index.ts'

export const feedGoneShare: Policy = {
  id: 'feed-gone-share',
  title: 'Rows gone from a delivery before a person must confirm',
  under: 'Deliveries',
  what: 'When more of the rows of the agency’s last delivery are gone from a full one, from the whole of it or from any one of its tables, it waits until somebody has looked: a file cut in half says that half the borough is gone. Of a small table a few rows may go; of plans, conferences, involvements and who sleeps where never the last.',
  value: 20,
  unit: 'per cent',
  status: 'proposed',
  source: 'Our proposal.',
  recommendations: [],
  asked: { as: 'number', least: 0, most: 100 },
}

const fewRows = (id: string, title: string, what: string, value: number): Policy => ({
  id,
  title,
  under: 'Deliveries',
  what,
  value,
  unit: 'rows',
  status: 'proposed',
  source: 'Our proposal: of a table of three rows one may go any night.',
  recommendations: [],
  asked: { as: 'number', least: 1, most: 1000 },
})

export const feedGoneRows = fewRows(
  'feed-gone-rows',
  'Rows gone from one table before its share counts',
  'Fewer rows than this may go from a table of a full delivery without anybody looking, whatever share of it they are.',
  10,
)

export const feedGoneRowsGuarded = fewRows(
  'feed-gone-rows-guarded',
  'The same for tables on which a child’s safety rests',
  'Plans, enquiries, conferences, involvements, families, workers, officers and who sleeps where. The last row of such a table never goes unseen.',
  3,
)

export const feedsPolicies: readonly Policy[] = [feedGoneShare, feedGoneRows, feedGoneRowsGuarded]
