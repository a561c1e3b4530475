import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { familyPath, openWalk } from './walk.ts'

/** Makes the picture of the README anew: node test/browser/picture.ts */
const picture = join(import.meta.dirname, '../../docs/pictures/family.png')

const walk = await openWalk()
const page = await walk.as('user:samira-khatun')
await page.goto(familyPath('night-forty', 'tesfaye'))
await mkdir(dirname(picture), { recursive: true })
// Down to what nobody knows yet: the entries below it are like those of any timeline.
const ends = await page.getByRole('region', { name: 'What is not known yet' }).boundingBox()
if (ends === null) throw new Error('the family has nothing left to find out')
await page.screenshot({
  path: picture,
  fullPage: true,
  clip: { x: 0, y: 0, width: 1280, height: ends.y + ends.height + 24 },
  animations: 'disabled',
})
await walk.close()
