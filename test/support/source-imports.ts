import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** Source files by their path below `src`, such as `access/may.ts`. */
export type Sources = ReadonlyMap<string, string>

interface Import {
  readonly from: string
  /** As written: `#record/index.ts`, `./rules.ts`, `kysely`. */
  readonly what: string
  /** The file below `src` that it names, if it is one of ours. */
  readonly file?: string
  readonly typeOnly: boolean
}

/** Every source of the house but its tests, which may look in anywhere. */
export const readSources = (root: string): Sources =>
  new Map(
    globSync('**/*.ts', { cwd: root })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing/'))
      .toSorted()
      .map((path) => [path, readFileSync(posix.join(root.replaceAll('\\', '/'), path), 'utf8')]),
  )

const importing =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)|\bimport\.meta\.resolve\('([^']+)'\)/gmu

export const importsOf = (from: string, text: string): Import[] =>
  [...text.matchAll(importing)].map(([, type, plain, called, resolved]) => {
    const what = plain ?? called ?? resolved ?? ''
    const said = { from, what, typeOnly: type !== undefined }
    const file = what.startsWith('#')
      ? what.slice(1)
      : what.startsWith('.')
        ? posix.join(posix.dirname(from), what)
        : undefined
    return file === undefined ? said : Object.assign(said, { file })
  })

/** The frame that holds the rooms: start, command line, the list of rooms, and the verbs. */
export const frame = 'the house'

export const roomOf = (path: string): string => {
  const [first = '', ...rest] = path.split('/')
  return rest.length === 0 || first === 'verbs' ? frame : first
}

/** Room by room, which others it imports. */
type Picture = ReadonlyMap<string, ReadonlySet<string>>

export const pictureOf = (imports: readonly Import[]): Picture => {
  const picture = new Map<string, Set<string>>()
  for (const { from, file } of imports) {
    const room = roomOf(from)
    const others = picture.get(room) ?? new Set()
    picture.set(room, others)
    if (file !== undefined && roomOf(file) !== room) others.add(roomOf(file))
  }
  return picture
}

/** The first way round that leads back to its beginning, such as `a → b → a`. */
export const cycleIn = (picture: Picture): readonly string[] | undefined => {
  const done = new Set<string>()
  const walk = (room: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room]
    if (done.has(room)) return undefined
    for (const other of picture.get(room) ?? []) {
      const found = walk(other, [...path, room])
      if (found !== undefined) return found
    }
    done.add(room)
    return undefined
  }
  for (const room of picture.keys()) {
    const found = walk(room, [])
    if (found !== undefined) return found
  }
  return undefined
}

/** Files that must answer alike whenever and wherever they are asked. */
export const isPure = (path: string): boolean =>
  /(?:^|\/)(?:rules|facts|deadlines)(?:\.ts$|\/)/u.test(path) ||
  /^access\/may(?:-open)?\.ts$/u.test(path) ||
  path.startsWith('housing/overcrowding/') ||
  /(?:^|\/)questions?(?:\.ts$|\/)/u.test(path)

const outside =
  /^(?:node:|kysely$|pg$|pg-boss$|fastify|@fastify|@electric-sql|pino$|#platform\/(?:database|http|assets|jobs|log|settings))/u
const moods =
  /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID|\bgetRandomValues\b|\bprocess\.(?:env|hrtime|uptime)\b|\bperformance\.now\b|\bfetch\(/u

/** A room's vocabulary: what may be said, and the ids of whom. New ids are minted there, for commands. */
const vocabulary = /(?:^|\/)(?:entries|subjects)(?:\.ts$|\/)/u

/** What keeps a file from being pure: what it imports, itself or by a neighbour in its room, and what it asks of the world. */
export const impurities = (path: string, sources: Sources): string[] => {
  const seen = new Set<string>()
  const found: string[] = []
  const look = (file: string, way: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = withoutComments(sources.get(file) ?? '')
    const mood = moods.exec(text)?.[0]
    if (mood !== undefined) found.push(`${way} asks ${mood}`)
    for (const { what, file: next, typeOnly } of importsOf(file, text)) {
      if (typeOnly) continue
      if (outside.test(what)) found.push(`${way} imports ${what}`)
      else if (next !== undefined && what.startsWith('.') && !vocabulary.test(next)) look(next, `${way} → ${next}`)
    }
  }
  look(path, path)
  return found
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
