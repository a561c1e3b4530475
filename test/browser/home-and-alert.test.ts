import { after, before, describe } from 'node:test'
import { journeyOfAHome } from './home-decided.ts'
import { journeyOfDeliveries } from './deliveries-loaded.ts'
import { openWalk } from './walk.ts'
import type { Walk } from './walk.ts'

describe('from a home to a decision, and files that go in whole or not at all', { concurrency: false }, () => {
  let open: Walk
  before(async () => {
    open = await openWalk()
  })
  after(async () => open.close())
  journeyOfAHome(() => open)
  journeyOfDeliveries(() => open)
})
