import { recommendationsInWords } from '#policies/index.ts'
import type { Json, JsonObject } from '#platform/question/json.ts'
import type { Question } from '#platform/question/question.ts'
import { questions } from '#rooms.ts'

/** Every question as docs/questions.md prints it: what it answers, its fields in and out, its worked examples. */
export const questionsDoc = (): string => questions.map(oneQuestion).join('\n\n')

const oneQuestion = (question: Question): string => {
  const schema = question.schema()
  return [
    `## ${question.name}`,
    question.answers,
    `One ${question.each} a line. ${recommendationsInWords(question.recommendations)}. Source: ${question.source}`,
    '**A line in**',
    table(
      ['field', 'needed', 'takes'],
      fieldsOf(schema.in).map(({ path, needed, takes, kind }) => [
        `\`${path}\``,
        needed ? 'yes' : 'no',
        takes === '' ? kind : takes,
      ]),
    ),
    '**The answer**',
    table(
      ['field', 'always', 'holds'],
      fieldsOf(schema.out).map(({ path, needed, takes, kind }) => [
        `\`${path}\``,
        needed ? 'yes' : 'no',
        [kind, takes].filter((part) => part !== '').join('. '),
      ]),
    ),
    ...question.examples.flatMap(({ says, in: asked, out }) => [
      `**Example.** ${says}`,
      fenced(asked),
      'is answered by',
      fenced(out),
    ]),
  ].join('\n\n')
}

interface Field {
  readonly path: string
  readonly needed: boolean
  readonly takes: string
  readonly kind: string
}

/** Every field at every depth. Of alternatives a field is needed where all of them need it. */
const fieldsOf = (schema: JsonObject, above = ''): Field[] => {
  const all = alternatives(schema)
  const items = all.map((one) => asObject(one['items'])).filter((one) => one !== undefined)
  const objects = all.filter((one) => one['properties'] !== undefined)
  const named = objects.flatMap((one) => Object.entries(asObject(one['properties']) ?? {}))
  return [
    ...items.flatMap((one) => fieldsOf(one, `${above}[]`)),
    ...[...Map.groupBy(named, ([name]) => name)].flatMap(([name, same]) => {
      const path = above === '' ? name : `${above}.${name}`
      const field = { anyOf: same.map(([, given]) => asObject(given) ?? {}) }
      const described = same.map(([, given]) => asObject(given)?.['description']).find((one) => one !== undefined)
      return [
        {
          path,
          needed: objects.every(({ required }) => Array.isArray(required) && required.includes(name)),
          takes: typeof described === 'string' ? described : '',
          kind: kindOf(field),
        },
        ...fieldsOf(field, path),
      ]
    }),
  ]
}

const kindOf = (schema: JsonObject): string => [...new Set(kindsOf(schema))].join(' or ')

const kindsOf = (schema: JsonObject): string[] =>
  alternatives(schema)
    .flatMap((one) => {
      if (Array.isArray(one['enum'])) return one['enum'].map((value) => `\`${JSON.stringify(value)}\``)
      if (one['type'] === 'array') return 'a list'
      if (one['type'] === 'string') return one['format'] === 'date' ? 'a day' : 'text'
      return typeof one['type'] === 'string' ? (kinds[one['type']] ?? '') : ''
    })
    .filter((kind) => kind !== '')

const kinds: Readonly<Record<string, string>> = {
  object: 'an object',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  null: '`null`',
}

const alternatives = (schema: JsonObject): JsonObject[] => {
  const any = schema['anyOf']
  return Array.isArray(any) ? any.flatMap((one) => alternatives(asObject(one) ?? {})) : [schema]
}

const asObject = (value: Json | undefined): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !isList(value) ? value : undefined
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

const fenced = (value: Json): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``
