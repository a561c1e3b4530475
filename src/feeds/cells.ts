import { bare, nhsNumberCheck, upnCheck } from '#families/check-digits.ts'
import { dayOrMoment, isDay } from './days.ts'

/** Why a cell cannot be taken. Each has its sentences in `reasons.ts`. */
export type WrongCell =
  | 'cell.not-a-date'
  | 'cell.date-does-not-exist'
  | 'cell.not-a-whole-number'
  | 'cell.not-a-number'
  | 'cell.out-of-range'
  | 'cell.not-yes-or-no'
  | 'cell.not-an-allowed-value'
  | 'cell.not-json'
  | 'cell.not-a-uprn'
  | 'cell.too-long'

/** What is kept but pointed out: somebody wrote it down so, and it may be right about something else. */
export type FlaggedCell = 'cell.check-digit-fails' | 'cell.date-unlikely'

type ReadCell<T> = { readonly value: T; readonly flag?: FlaggedCell } | { readonly wrong: WrongCell }

/** How the text of one cell is read. An empty cell is never given to it: empty means not known. */
export interface Cell<T> {
  /** The type, as the published format says it. */
  readonly type: string
  readonly read: (text: string) => ReadCell<T>
  /** Looks like nothing else, so that one in the column of another is probably a swap: a date in the place of a name. */
  readonly telling?: true
}

/** As many characters as the rooms keep of a text: a longer one is refused where it stands, and never cut. */
const mostOfText = 300
const asWritten = (value: string): ReadCell<string> =>
  value.length > mostOfText ? { wrong: 'cell.too-long' } : { value }

export const text: Cell<string> = { type: 'text', read: asWritten }

/** The agency's own key of something: any text, compared exactly as written. */
export const ref: Cell<string> = { type: 'reference', read: asWritten }

export const date: Cell<string> = {
  type: 'date',
  telling: true,
  read: (value) => (/^\d{4}-\d{2}-\d{2}$/u.test(value) ? existing(value) : { wrong: 'cell.not-a-date' }),
}

/** Case systems write their dates in three ways; read as a civil date whichever it is. */
export const dateAsCaseSystemsWriteIt: Cell<string> = {
  type: 'date or date and time',
  telling: true,
  read: (value) => {
    const day = dayOrMoment(value)
    return day === undefined ? { wrong: 'cell.not-a-date' } : existing(day)
  },
}

/** 1900-01-01 and 0202-05-01 are days, but nobody in a delivery was born, moved or visited on them: systems fill in what they do not know. */
const existing = (day: string): ReadCell<string> => {
  if (!isDay(day)) return { wrong: 'cell.date-does-not-exist' }
  return day <= '1900-01-01' || day >= '2200-01-01' ? { value: day, flag: 'cell.date-unlikely' } : { value: day }
}

export const wholeNumber = (from: number, to: number): Cell<number> => ({
  type: `whole number ${from} to ${to}`,
  read: (value) => {
    if (!/^-?\d{1,9}$/u.test(value)) return { wrong: 'cell.not-a-whole-number' }
    const number = Number(value)
    return number >= from && number <= to ? { value: number } : { wrong: 'cell.out-of-range' }
  },
})

const numberThat = (fits: (number: number) => boolean, type: string): Cell<number> => ({
  type,
  read: (value) => {
    if (!/^-?\d{1,9}(?:\.\d{1,9})?$/u.test(value)) return { wrong: 'cell.not-a-number' }
    const number = Number(value)
    return fits(number) ? { value: number } : { wrong: 'cell.out-of-range' }
  },
})

export const decimal = (from: number, to: number): Cell<number> =>
  numberThat((number) => number >= from && number <= to, `number ${from} to ${to}`)

/** Kept as it is written too (`area` 10.20 stays 10.2 as a number, never converted to another unit). Where nothing was measured the cell is empty, not 0. */
export const decimalAboveNothing = (below: number): Cell<number> =>
  numberThat((number) => number > 0 && number < below, `number above 0 and below ${below}`)

export const yesOrNo: Cell<'yes' | 'no'> = {
  type: '`yes` or `no`',
  read: (value) => {
    const said = value.toLowerCase()
    return said === 'yes' || said === 'no' ? { value: said } : { wrong: 'cell.not-yes-or-no' }
  },
}

const flags: ReadonlyMap<string, 'yes' | 'no' | undefined> = new Map([
  ['Y', 'yes'],
  ['YES', 'yes'],
  ['1', 'yes'],
  ['TRUE', 'yes'],
  ['T', 'yes'],
  ['N', 'no'],
  ['NO', 'no'],
  ['0', 'no'],
  ['FALSE', 'no'],
  ['F', 'no'],
  ['U', undefined],
  ['UNKNOWN', undefined],
])

/** A flag of a case system. `U` is not known, which is never no. */
export const flag: Cell<'yes' | 'no' | undefined> = {
  type: 'flag: `Y` or `N`',
  read: (value) => {
    const said = value.toUpperCase()
    return flags.has(said) ? { value: flags.get(said) } : { wrong: 'cell.not-yes-or-no' }
  },
}

export const oneOf = <const V extends string>(...values: readonly V[]): Cell<V> => {
  const byText = new Map<string, V>(values.map((value) => [value.toLowerCase(), value]))
  return {
    type: `one of ${values.map((value) => `\`${value}\``).join(', ')}`,
    read: (written) => {
      const value = byText.get(written.toLowerCase())
      return value === undefined ? { wrong: 'cell.not-an-allowed-value' } : { value }
    },
  }
}

/** Checked to be JSON and kept as text: what is inside differs from one case system to the next. */
export const json: Cell<string> = {
  type: 'JSON',
  read: (value) => {
    try {
      JSON.parse(value)
      return { value }
    } catch {
      return { wrong: 'cell.not-json' }
    }
  },
}

/** Unique property reference number: up to twelve digits, held as text. */
export const uprn: Cell<string> = {
  type: 'UPRN (1 to 12 digits)',
  read: (value) => (/^\d{1,12}$/u.test(value) ? { value } : { wrong: 'cell.not-a-uprn' }),
}

/** A number that is no NHS number is kept, as written, and pointed out. */
export const nhsNumber: Cell<string> = {
  type: 'NHS number (10 digits)',
  read: (written) => {
    const value = bare(written)
    return nhsNumberCheck(value) === 'holds' ? { value } : { value, flag: 'cell.check-digit-fails' }
  },
}

export const upn: Cell<string> = {
  type: 'UPN (13 characters)',
  read: (written) => {
    const value = bare(written).toUpperCase()
    return upnCheck(value) === 'holds' ? { value } : { value, flag: 'cell.check-digit-fails' }
  },
}

/** A child’s number across agencies. Where it has ten digits it is taken for an NHS number and its check digit is looked at. */
export const commonChildId: Cell<string> = {
  type: 'NHS number or local number',
  read: (written) => (/^\d{10}$/u.test(bare(written)) ? nhsNumber.read(written) : { value: written }),
}

/** Sex as case systems code it: indeterminate and unknown are both not known to us, never a third answer. */
export const sexCode: Cell<'female' | 'male' | undefined> = {
  type: '`F`, `M` or `U`',
  read: (written) => {
    const code = written.toUpperCase()
    if (code === 'F' || code === 'FEMALE') return { value: 'female' }
    if (code === 'M' || code === 'MALE') return { value: 'male' }
    return ['U', 'UNKNOWN', 'I', 'X', 'N'].includes(code)
      ? { value: undefined }
      : { wrong: 'cell.not-an-allowed-value' }
  },
}
