import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every text below these folders of the house, by its path. */
export const textsBelow = (root: string, folders: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    folders
      .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )

const exported = /^export (?:async )?(?:const|function|interface|type|class) (\w+)/gmu
const passedOn = /^export (?:type )?\{([^}]*)\} from/gmu
const imported = /(?:^import (?:type )?|(?:const|let) )\{([^}]*)\}(?: from '| = await import\()/gmu
/** A test may open a whole room, and then name what it needs of it. */
const opensRoom = /^import \* as \w+ from '[^']*index\.ts'/mu

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim().replace(/^type /u, ''))
    .filter((name) => name !== '')

/**
 * What a file offers, or a folder's `index.ts` passes on, and no other file asks for, such as `src/access/may.ts: World`. A name
 * that only its own file uses needs no `export`.
 */
export const askedForByNobody = (texts: ReadonlyMap<string, string>): string[] => {
  const asked = new Set(
    [...texts.values()].flatMap((text) => [
      ...[...text.matchAll(imported)].flatMap(([, list = '']) =>
        namesIn(list).map((name) => name.split(/ as |:/u)[0]?.trim() ?? name),
      ),
      ...(opensRoom.test(text) ? [...text.matchAll(/\.(\w+)/gu)].map(([, name = '']) => name) : []),
    ]),
  )
  return [...texts].flatMap(([path, text]) =>
    [
      ...[...text.matchAll(exported)].map(([, name = '']) => name),
      ...[...text.matchAll(passedOn)].flatMap(([, list = '']) =>
        namesIn(list).map((name) => name.split(' as ').at(-1)?.trim() ?? name),
      ),
    ]
      .filter((name) => !asked.has(name))
      .map((name) => `${path}: ${name}`),
  )
}
