import { createHash } from 'node:crypto'

/** The same words give the same id on every machine, so that a load that was broken off goes on with the ids it began with. */
const idOf = (...words: readonly string[]): string => {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  // Version 8 of RFC 9562: an id made from the maker's own content.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const demoRecord = (story: string, person: string, agency: string): string =>
  `record:${idOf('record', story, person, agency)}`
export const demoFamily = (story: string, family: string): string => `family:${idOf('family', story, family)}`
export const demoHome = (story: string, home: string): string => `home:${idOf('home', story, home)}`
