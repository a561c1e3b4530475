import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { overcrowdingQuestion } from '#housing/overcrowding/index.ts'
import { askLines } from '#platform/question/ask.ts'
import { statuses } from '#policies/index.ts'
import { edition } from '#rooms.ts'
import { printedIn, printedLists } from './support/printed-lists.ts'

const root = join(import.meta.dirname, '..')
const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const ours = (pattern: string): string[] =>
  globSync(pattern, {
    cwd: root,
    exclude: (path) => /(?:^|[\\/])(?:node_modules|data|\.git|\.cache|screenshots)$/u.test(path),
  })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
const pages = ours('**/*.md')

describe('what a page prints of the code', () => {
  for (const list of printedLists)
    it(`${list.page} prints ${list.name} as the code has them: all, and no other`, () =>
      assert.equal(printedIn(list), list.text, 'node test/support/printed-lists.ts prints them anew'))
})

describe('docs/policy.md', () => {
  it('explains every status', () => {
    assert.deepEqual(
      [...text('docs/policy.md').matchAll(/^\| `([a-z]+)` \|/gmu)].map(([, status]) => status),
      [...statuses],
    )
  })
})

describe('docs/overcrowding.md', () => {
  const blocks = [...text('docs/overcrowding.md').matchAll(/```json (household|answer|result)\n([\s\S]*?)\n```/gu)].map(
    ([, kind = '', json = '']) => ({ kind, value: z.json().parse(JSON.parse(json)) }),
  )
  const answerTo = async (household: unknown): Promise<unknown> => {
    const lines: string[] = []
    await askLines(overcrowdingQuestion, linesOf(`${JSON.stringify(household)}\n`), (line) => void lines.push(line))
    assert.equal(lines.length, 1)
    return JSON.parse(lines[0] ?? '')
  }

  for (const [place, { kind, value }] of blocks.entries()) {
    const asked = blocks.slice(0, place).findLast((block) => block.kind === 'household')?.value
    if (kind === 'answer')
      it(`shows as block ${place + 1} the whole answer to the household before it`, async () =>
        assert.deepEqual(await answerTo(asked), value))
    if (kind === 'result')
      it(`shows as block ${place + 1} one of the answers to the household before it`, async () => {
        const { results } = z
          .object({ results: z.array(z.looseObject({ standard: z.string() })) })
          .parse(await answerTo(asked))
        const { standard } = z.looseObject({ standard: z.string() }).parse(value)
        assert.deepEqual(
          results.find((result) => result.standard === standard),
          value,
        )
      })
  }

  it('shows three households and something of the answer to each', () => {
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['household', 'answer', 'household', 'result', 'household', 'answer'],
    )
  })
})

describe('every page', () => {
  it('links only to what is there', () => {
    const broken = pages.flatMap((page) =>
      linksIn(text(page))
        .filter((link) => !/^[a-z]+:/u.test(link))
        .filter((link) => !stillToCome.has(link) && !leadsSomewhere(page, link))
        .map((link) => `${page}: ${link}`),
    )
    assert.deepEqual(broken, [])
  })

  it('names only npm scripts that there are', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(text('package.json')))
    const named = pages.flatMap((page) =>
      [...text(page).matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/gu)].map(([, run, plain]) => run ?? plain ?? ''),
    )
    assert.ok(named.includes('start') && named.includes('test'))
    assert.deepEqual(
      [...new Set(named)].filter((script) => !(script in scripts)),
      [],
    )
  })
})

describe('the rooms', () => {
  const rooms = [...new Set(ours('src/*/*').map((path) => path.split('/')[1] ?? ''))]
  const [, picture = ''] = /```\n([\s\S]*?)\n```/u.exec(text('ARCHITECTURE.md')) ?? []
  // A room's name stands with room around it; the verbs stand in the frame.
  const stands = (room: string): boolean => new RegExp(`(?:^|  )${room}  |· ${room}/`, 'mu').test(picture)

  for (const room of rooms)
    it(`${room} has a README and stands in the picture of the house`, () => {
      assert.ok(existsSync(join(root, 'src', room, 'README.md')), `src/${room}/README.md is missing`)
      assert.ok(stands(room), `${room} does not stand in the picture of ARCHITECTURE.md`)
    })

  it('that are only planned do not stand in it', () => {
    const planned = [
      'linkage',
      'conferences',
      'plans',
      'escalations',
      'infant-sleep',
      'ward',
      'attendance',
      'schools',
      'supervision',
      'alerts',
      'reviews',
      'audits',
      'learning',
    ]
    assert.deepEqual(
      planned.filter((room) => !rooms.includes(room) && stands(room)),
      [],
    )
  })
})

describe('the project', () => {
  it('is one edition: in the package, in the record’s envelopes, in the changelog', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(text('package.json')))
    const [, newest] = /^## (\S+)$/mu.exec(text('CHANGELOG.md')) ?? []
    assert.deepEqual([edition, newest], [version, version])
  })

  it('holds no path of anybody’s machine and no download address', () => {
    const files = ours('{src,test,bench,bin,docs}/**/*.{ts,js,md,css,svg,json,csv}').concat(ours('*.{md,json}'), [
      'LICENSE',
      '.npmrc',
      '.oxlintrc.json',
      '.gitignore',
    ])
    assert.ok(files.length > 200)
    const machine = /(?<![\w.$}-])\/(?:tmp|root|home|Users|mnt)\/\w|https?:\/\/registry\./u
    for (const bad of [['see ', 'tmp', 'try.ts'].join('/'), ['https:/', 'registry.example', 'pg'].join('/')])
      assert.match(bad, machine)
    assert.deepEqual(
      files.filter((file) => machine.test(text(file))),
      [],
    )
  })
})

/** Pictures are taken from the running demo, and come with it. */
const stillToCome = new Set(['docs/pictures/family.png'])

const linksIn = (page: string): string[] =>
  [...page.replaceAll(/```[\s\S]*?```|`[^`\n]*`/gu, '').matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link = '']) => link)

const leadsSomewhere = (page: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return false
  return (
    anchor === undefined ||
    [...text(target).matchAll(/^#+ (.+)$/gmu)].some(
      ([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-') === anchor,
    )
  )
}

// oxlint-disable-next-line typescript/require-await
async function* linesOf(input: string): AsyncGenerator<string> {
  yield input
}
