/** `Bröder & Söhne Housing` → `broder-sohne-housing`; empty where nothing of the name can be written in an address. */
export const wordOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60)

/**
 * An id that nobody has yet: `user:ana-diaz`, then `user:ana-diaz-2`.
 *
 * @param taken ids there are already
 */
export const freshId = (type: 'team' | 'user', name: string, taken: ReadonlySet<string>): string => {
  const word = wordOf(name)
  const plain = `${type}:${word === '' ? 'name' : word}`
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? plain : `${plain}-${number}`
    if (!taken.has(id)) return id
  }
}
