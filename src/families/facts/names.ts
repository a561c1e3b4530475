import type { Entry } from '#record/index.ts'
import { NamesStated } from '../entries/index.ts'
import type { StatedName } from '../entries/index.ts'
import { folded } from '../folding.ts'
import { factOf, inForce } from './basis.ts'
import type { Fact, Said } from './basis.ts'
import { basisOf } from './basis.ts'

export interface NameFacts {
  /** What to call the person. Contested when agencies call them differently. */
  readonly display: Fact<StatedName>
  /** Every name that some agency holds now, former names and aliases too. */
  readonly all: readonly Said<StatedName>[]
}

export const namesOf = (entries: readonly Entry[]): NameFacts => {
  const stated = entries.filter(NamesStated.is)
  const display = factOf(
    stated.flatMap((entry) => {
      const value = nameToShow(entry.body.names)
      return value === undefined ? [] : [{ entry, value }]
    }),
    (one, other) => sameName(one, other),
  )
  const all: { value: StatedName; basis: ReturnType<typeof basisOf>[] }[] = []
  for (const { entry } of inForce(stated.map((entry) => ({ entry })))) {
    if (!NamesStated.is(entry)) continue
    for (const name of entry.body.names) {
      const known = all.find(({ value }) => value.use === name.use && written(value) === written(name))
      if (known === undefined) all.push({ value: name, basis: [basisOf(entry)] })
      else known.basis.push(basisOf(entry))
    }
  }
  return { display, all }
}

const order = ['preferred', 'usual', 'registered', 'alias', 'former'] as const

/** What they wish to be called, else the usual name, else the registered one. */
export const nameToShow = (names: readonly StatedName[]): StatedName | undefined => {
  for (const use of order) {
    const found = names.find((name) => name.use === use)
    if (found !== undefined) return found
  }
  return undefined
}

/** As written. */
export const written = (name: StatedName): string => ('full' in name ? name.full : `${name.given} ${name.family}`)

/** For "Family of Ife and Tolu": the given name where there is one. */
export const shortName = (name: StatedName): string => ('full' in name ? name.full : name.given)

const sameName = (one: StatedName, other: StatedName): boolean => folded(written(one)) === folded(written(other))
