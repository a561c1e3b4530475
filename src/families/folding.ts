/**
 * A name as it is looked for: case, accents and marks between words do not matter. Marks are taken from Latin, Greek and
 * Cyrillic letters only: in Bengali, Arabic or Hebrew they carry sounds, and a name in any script stays that name.
 */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[øłđðþæœßı]/gu, (letter) => plain.get(letter) ?? letter)
    .replaceAll(/['’ʼ`´]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** Letters that Unicode does not take apart, as English clerks write them. */
const plain: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['ı', 'i'],
])

export const words = (name: string): string[] =>
  folded(name)
    .split(' ')
    .filter((word) => word !== '')

/** @example 'sw1a 1aa' and 'SW1A1AA' are one postcode */
export const foldedCode = (code: string): string => code.replaceAll(/[^0-9A-Za-z]/gu, '').toUpperCase()
