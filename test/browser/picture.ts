import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { familyPath, openWalk } from './walk.ts'

/** Makes the picture of the README anew: node test/browser/picture.ts */
const picture = join(import.meta.dirname, '../../docs/pictures/family.png')

const walk = await openWalk()
const page = await walk.as('user:ada-obi')
await page.goto(familyPath('mould-three-flights', 'qureshi'))
await mkdir(dirname(picture), { recursive: true })
// As far down as somebody sees who opens the page and scrolls once.
const { y } = (await page.getByRole('heading', { name: 'What is not known yet' }).boundingBox()) ?? { y: 1400 }
await page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width: 1280, height: Math.min(y, 1800) }, animations: 'disabled' })
await walk.close()
