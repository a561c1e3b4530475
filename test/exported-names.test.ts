import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { askedForByNobody, textsBelow } from './support/exported-names.ts'

const root = join(import.meta.dirname, '..')

/** Called by name when the program starts (`bin/rooftree.js`). */
const calledFromOutside = new Set(['src/cli.ts: main'])

describe('an exported name', () => {
  it('is asked for by another file', () => {
    const idle = askedForByNobody(textsBelow(root, ['src', 'test', 'bench']))
    assert.deepEqual(
      idle.filter((name) => !calledFromOutside.has(name)),
      [],
    )
  })

  it('is found when nobody asks for it, also where an index passes it on', () => {
    const texts = new Map([
      [
        'src/a/rules.ts',
        'export const used = 1\nexport interface Idle { readonly a: number }\nexport const passed = 2\n',
      ],
      ['src/a/index.ts', "export { used, passed } from './rules.ts'\nexport type { Idle as Lazy } from './rules.ts'\n"],
      ['src/b/page.ts', "import { used } from '#a/index.ts'\nconst { passed } = await import('#a/rules.ts')\n"],
    ])
    assert.deepEqual(askedForByNobody(texts), ['src/a/rules.ts: Idle', 'src/a/index.ts: Lazy'])
  })
})
