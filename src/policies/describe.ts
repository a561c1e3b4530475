import { worded } from '#record/index.ts'
import { PolicySet } from './entries.ts'

export const policiesKinds = worded(
  { PolicySet },
  {
    PolicySet: {
      noun: 'a setting of the partnership',
      examples: [{ policy: 'reason-days', value: 14, reason: 'As the board decided.' }],
      tell: ({ body }) => ({ title: 'The partnership decided a setting', text: body.reason }),
    },
  },
)
