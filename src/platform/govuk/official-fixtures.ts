import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** For tests: what the publisher says each macro must draw, shipped with the package to try other implementations. */
const Fixtures = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() })),
})

export const officialFixtures = (component: string): z.infer<typeof Fixtures>['fixtures'] => {
  const manifest = fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))
  const file = manifest.replace('package.json', `dist/govuk/components/${component}/fixtures.json`)
  return Fixtures.parse(JSON.parse(readFileSync(file, 'utf8'))).fixtures
}

export const officialFixture = (component: string, name: string): string => {
  const found = officialFixtures(component).find((fixture) => fixture.name === name)
  if (found === undefined) throw new Error(`${component} has no fixture named ${name}`)
  return found.html.trim()
}
