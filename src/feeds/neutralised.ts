/**
 * Text made harmless for a spreadsheet that opens an export: what begins like a formula gets an apostrophe before it. A cell such as
 * `=1+1` in a delivery is text and is kept as it is; only what leaves is changed.
 *
 * @example neutralised('=1+1') → "'=1+1"; neutralised('+44 20 7946 0012') → "'+44 20 7946 0012"; neutralised('Ada') → 'Ada'
 */
export const neutralised = (text: string): string =>
  /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text
