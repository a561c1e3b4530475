import { after, before, describe } from 'node:test'
import { pagesOfEverybody } from './every-page.ts'
import { journeysOfReaders } from './looking.ts'
import { journeysOfWriters } from './recording.ts'
import { openWalk } from './walk.ts'
import type { Walk } from './walk.ts'

describe('people at their desks', { concurrency: false }, () => {
  let open: Walk
  before(async () => {
    open = await openWalk()
  })
  after(async () => open.close())
  pagesOfEverybody(() => open)
  journeysOfReaders(() => open)
  journeysOfWriters(() => open)
})
