import { keysOf, type Format, type Need, type Table } from './format.ts'
import { reasons } from './reasons.ts'

const needs: Readonly<Record<Need, string>> = { key: 'key', must: 'must be filled', may: 'may be empty' }

/** The table of a file's columns as the published format prints it. A test holds docs/feeds to it, word for word. */
const documentedTable = (of: Table): string =>
  [
    '| column | type | filled | what it says | example |',
    '|---|---|---|---|---|',
    ...Object.entries(of.columns).map(
      ([name, { cell, need, what, example }]) =>
        `| \`${name}\` | ${cell.type} | ${needs[need]} | ${what} | \`${example}\` |`,
    ),
  ].join('\n')

/** Which columns name a row, and which must name a row of another file. */
const documentedKeys = (of: Table, format: Format): string =>
  [
    `Key: ${keysOf(of)
      .map((name) => `\`${name}\``)
      .join(' with ')}.`,
    ...of.references.map(
      ({ columns, to, unknown }) =>
        `${columns.map((name) => `\`${name}\``).join(' with ')} names a row of \`${format.tables[to]?.file ?? to}\`${unknown === 'flagged' ? ' (pointed out, not refused, if there is none)' : ''}.`,
    ),
    ...of.rules.map((rule) => {
      if (rule.rule === 'not-before') return `\`${rule.field}\` is not before \`${rule.than}\`.`
      if (rule.rule === 'not-after-extract') return `\`${rule.field}\` is not after the day of the extract.`
      return `\`${rule.fields[0]}\` and \`${rule.fields[1]}\` are filled together or not at all.`
    }),
  ].join(' ')

/** One file's section. */
const documentedFile = (of: Table, format: Format): string =>
  `### ${of.file}\n\n${of.what}\n\n${documentedTable(of)}\n\n${documentedKeys(of, format)}`

/** Every file's section, in reading order. */
export const documentedFiles = (format: Format): string =>
  Object.values(format.tables)
    .map((of) => documentedFile(of, format))
    .join('\n\n')

/** Every reason for which a delivery is refused or pointed at. */
export const documentedReasons = (): string =>
  [
    '| reason | what it says | what to do |',
    '|---|---|---|',
    ...Object.entries(reasons).map(([reason, { says, whatToDo }]) => `| \`${reason}\` | ${says} | ${whatToDo} |`),
  ].join('\n')
