import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agencyKinds } from '#access/entries.ts'
import { roleNames, roles } from '#access/roles.ts'
import { ways } from '#access/views.ts'
import { settingsList } from '#platform/settings.ts'
import { statuses } from '#policies/index.ts'
import { retentionClasses, sensitivities, topics } from '#record/index.ts'
import { verbs } from '#verbs/index.ts'
import { questionsDoc } from './questions-doc.ts'

/** A list that a page prints between `<!-- name -->` and its end, as the code has it. */
interface PrintedList {
  readonly page: string
  readonly name: string
  readonly text: string
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `|${cells.map((cell) => (cell === '---' ? cell : ` ${cell.replaceAll('|', '\\|')} `)).join('|')}|`)
    .join('\n')
const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

export const printedLists: readonly PrintedList[] = [
  {
    page: 'docs/running.md',
    name: 'settings',
    text: table(
      ['setting', 'otherwise', 'what it does'],
      settingsList.map(({ name, fallback, what }) => [`\`${name}\``, fallback === '' ? '' : `\`${fallback}\``, what]),
    ),
  },
  {
    page: 'docs/running.md',
    name: 'verbs',
    text: table(
      ['verb', 'what it does'],
      verbs.map(({ name, usage, summary }) => [`\`${`${name} ${usage}`.trim()}\``, summary]),
    ),
  },
  { page: 'docs/questions.md', name: 'questions', text: questionsDoc() },
  {
    page: 'docs/words.md',
    name: 'lists',
    text: table(
      ['list', 'its words'],
      [
        ['topics', code(topics)],
        ['sensitivities', code(sensitivities)],
        ['ways', code(ways)],
        ['statuses', code(statuses)],
        ['retention classes', code(retentionClasses)],
        ['kinds of agency', code(agencyKinds)],
        ['roles', roleNames.map((role) => `\`${role}\` ${roles[role].title.toLowerCase()}`).join(', ')],
      ],
    ),
  },
]

const root = join(import.meta.dirname, '..', '..')
const around = (name: string): RegExp =>
  new RegExp(`(<!-- ${name} -->\n\n)([\\s\\S]*?)(\n\n<!-- end of ${name} -->)`, 'u')

export const printedIn = ({ page, name }: PrintedList): string | undefined =>
  around(name).exec(readFileSync(join(root, page), 'utf8'))?.[2]

// `node test/support/printed-lists.ts` prints them anew.
if (import.meta.main) {
  for (const { page, name, text } of printedLists) {
    const path = join(root, page)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        around(name),
        (_all, before: string, _old: string, after: string) => `${before}${text}${after}`,
      ),
    )
  }
}
