import type { FlaggedCell, WrongCell } from './cells.ts'

/** Why a delivery is refused, or what in it is pointed out. Closed: whoever adds a reason writes both its sentences. */
export type Reason = DeliveryReason | FileReason | RowReason | WrongCell | FlaggedCell | CellReason

type DeliveryReason =
  | 'path.not-found'
  | 'path.cannot-be-read'
  | 'path.not-a-file'
  | 'delivery.empty'
  | 'delivery.too-many-files'
  | 'delivery.too-big'
  | 'delivery.file-twice'
  | 'delivery.file-unknown'
  | 'delivery.file-needed'
  | 'zip.damaged'
  | 'zip.encrypted'
  | 'zip.name-leads-out'
  | 'zip.link'
  | 'zip.inside'
  | 'zip.swells'
  | 'manifest.missing'
  | 'manifest.not-json'
  | 'manifest.wrong'
  | 'manifest.another-format'
  | 'manifest.another-version'
  | 'manifest.from-the-future'
  | 'manifest.older-than-the-last'
  | 'manifest.file-missing'
  | 'manifest.file-not-listed'
  | 'manifest.file-listed-twice'
  | 'manifest.count-differs'

type FileReason =
  | 'file.empty'
  | 'file.too-big'
  | 'file.too-many-rows'
  | 'file.cannot-be-read'
  | 'file.utf-16'
  | 'file.not-utf-8'
  | 'file.nul-bytes'
  | 'file.spreadsheet'
  | 'file.not-commas'
  | 'file.no-header'
  | 'file.header-twice'
  | 'file.column-unknown'
  | 'file.column-missing'
  | 'file.change-missing'
  | 'file.too-many-columns'
  | 'file.quote-open'
  | 'file.quote-misplaced'
  | 'file.record-too-long'

type RowReason =
  | 'row.wrong-number-of-cells'
  | 'row.key-twice'
  | 'row.change-wrong'
  | 'row.rule-refuses'
  | 'row.gone-in-full'

type CellReason =
  | 'cell.must-be-filled'
  | 'cell.too-long'
  | 'cell.control-character'
  | 'cell.looks-swapped'
  | 'cell.before'
  | 'cell.after-the-extract'
  | 'cell.only-one-of-two'
  | 'cell.unknown-reference'

export interface Said {
  /** What is wrong. */
  readonly says: string
  /** What the sender can do about it. */
  readonly whatToDo: string
}

export const reasons: Readonly<Record<Reason, Said>> = {
  'path.not-found': { says: 'There is no such file or folder.', whatToDo: 'Check the path.' },
  'path.cannot-be-read': { says: 'The file or folder cannot be read.', whatToDo: 'Check who may read it.' },
  'path.not-a-file': {
    says: 'It is not an ordinary file.',
    whatToDo: 'Put the file itself there, not a link or a folder.',
  },
  'delivery.empty': {
    says: 'There is no file of this format in the delivery.',
    whatToDo: 'Check that the right folder, zip or files were named.',
  },
  'delivery.too-many-files': {
    says: 'There are more files than are taken.',
    whatToDo: 'Send only the files of the format.',
  },
  'delivery.too-big': {
    says: 'Together the files are larger than the setting ROOFTREE_FEED_DELIVERY_MB allows.',
    whatToDo: 'Ask whoever runs Rooftree here to raise it, or send a delta.',
  },
  'delivery.file-twice': { says: 'The same file is there twice.', whatToDo: 'Send it once.' },
  'delivery.file-unknown': {
    says: 'The format knows no file of this name.',
    whatToDo: 'Correct the name or leave the file out.',
  },
  'delivery.file-needed': { says: 'A full delivery must have this file.', whatToDo: 'Add the file, or send a delta.' },
  'zip.damaged': { says: 'The zip is damaged or is no zip.', whatToDo: 'Make it again and send it again.' },
  'zip.encrypted': {
    says: 'A file in the zip is encrypted.',
    whatToDo: 'Send a zip without a password, over a protected way.',
  },
  'zip.name-leads-out': {
    says: 'The name of a file in the zip leads out of its folder.',
    whatToDo: 'Make the zip from plain file names.',
  },
  'zip.link': { says: 'The zip holds a link instead of a file.', whatToDo: 'Put the file itself into the zip.' },
  'zip.inside': { says: 'There is a zip inside the zip.', whatToDo: 'Put the files themselves into one zip.' },
  'zip.swells': {
    says: 'A file in the zip would swell far more than text of this kind does.',
    whatToDo: 'Look at what it is; send the file itself if it is sound.',
  },
  'manifest.missing': {
    says: 'There is no manifest.json.',
    whatToDo: 'Add it: without it nobody can tell whether the delivery is whole.',
  },
  'manifest.not-json': { says: 'The manifest is not JSON.', whatToDo: 'Write it as the published format shows.' },
  'manifest.wrong': {
    says: 'A field of the manifest is missing or not as it must be.',
    whatToDo: 'Write it as the published format shows.',
  },
  'manifest.another-format': {
    says: 'The manifest is of another format.',
    whatToDo: 'Load it as the format it names.',
  },
  'manifest.another-version': {
    says: 'The manifest is of a version that is not read here.',
    whatToDo: 'Send the version that is published.',
  },
  'manifest.from-the-future': {
    says: 'The extract is said to be of a time that has not come yet.',
    whatToDo: 'Check the clock of the sending system.',
  },
  'manifest.older-than-the-last': {
    says: 'A later extract of this source has been applied already.',
    whatToDo: 'Send the latest extract: an older one would take back what the source said since.',
  },
  'manifest.file-missing': {
    says: 'The manifest lists this file, but it is not there.',
    whatToDo: 'Send all files together.',
  },
  'manifest.file-not-listed': {
    says: 'The file is there, but the manifest does not list it.',
    whatToDo: 'List it with its number of rows.',
  },
  'manifest.file-listed-twice': { says: 'The manifest lists this file twice.', whatToDo: 'List it once.' },
  'manifest.count-differs': {
    says: 'The file does not have as many rows as the manifest says.',
    whatToDo: 'Send the whole file with the number of its rows. Where some are missing it was probably cut on its way.',
  },
  'file.empty': {
    says: 'The file is empty; not even a header is there.',
    whatToDo: 'Send the file again with its header row.',
  },
  'file.too-big': {
    says: 'The file is larger than the setting ROOFTREE_FEED_FILE_MB allows.',
    whatToDo: 'Ask whoever runs Rooftree here to raise it, or send a delta.',
  },
  'file.too-many-rows': {
    says: 'The file has more rows than the setting ROOFTREE_FEED_FILE_ROWS allows.',
    whatToDo: 'Ask whoever runs Rooftree here to raise it, or send a delta. What comes after this line was not read.',
  },
  'file.cannot-be-read': { says: 'The file cannot be read to its end.', whatToDo: 'Send it again.' },
  'file.utf-16': { says: 'The file is written in UTF-16, not in UTF-8.', whatToDo: 'Save it as “CSV UTF-8”.' },
  'file.not-utf-8': {
    says: 'The file holds bytes that are not UTF-8; it was probably saved as Windows-1252 or Latin-1.',
    whatToDo: 'Save it as “CSV UTF-8”. What comes after this line was not read.',
  },
  'file.nul-bytes': {
    says: 'The file holds NUL bytes, which text never does.',
    whatToDo: 'Make the file again. What comes after this line was not read.',
  },
  'file.spreadsheet': {
    says: 'This is a workbook or an archive under the name of a CSV file.',
    whatToDo: 'Save each sheet as “CSV UTF-8”.',
  },
  'file.not-commas': { says: 'Its columns are not separated by commas.', whatToDo: 'Save it with commas.' },
  'file.no-header': {
    says: 'The first row names none of the columns of this file.',
    whatToDo: 'Begin the file with the row of column names.',
  },
  'file.header-twice': { says: 'The header names this column twice.', whatToDo: 'Keep one.' },
  'file.column-unknown': {
    says: 'The format knows no column of this name in this file.',
    whatToDo: 'Correct the name or leave the column out.',
  },
  'file.column-missing': { says: 'This column must be there.', whatToDo: 'Add it.' },
  'file.change-missing': {
    says: 'In a delta each file has a column named change.',
    whatToDo: 'Add it with set or gone in each row.',
  },
  'file.too-many-columns': {
    says: 'There are more columns than are taken.',
    whatToDo: 'Send only the columns of the format.',
  },
  'file.quote-open': {
    says: 'A quotation mark opens here and never closes: the file is cut, or a mark is missing.',
    whatToDo: 'Send the whole file, with marks inside a cell doubled. What comes after this line was not read.',
  },
  'file.quote-misplaced': {
    says: 'A quotation mark stands where none may.',
    whatToDo: 'Put such a cell in marks and double those inside it. What comes after this line was not read.',
  },
  'file.record-too-long': {
    says: 'The row is longer than is taken; often a quotation mark is not closed.',
    whatToDo: 'Close the mark. What comes after this line was not read.',
  },
  'row.wrong-number-of-cells': {
    says: 'The row does not have as many cells as the header.',
    whatToDo: 'Put cells that hold commas or line ends in quotation marks.',
  },
  'row.key-twice': { says: 'There is another row with the same key.', whatToDo: 'Send one row for each.' },
  'row.change-wrong': { says: 'The column change is neither set nor gone.', whatToDo: 'Write set or gone.' },
  'row.rule-refuses': {
    says: 'A rule that holds for every form refuses what this row says.',
    whatToDo: 'Correct it at the source.',
  },
  'row.gone-in-full': {
    says: 'A full delivery cannot say that a row is gone: there, leaving it out says so.',
    whatToDo: 'Leave the row out.',
  },
  'cell.must-be-filled': { says: 'The cell is empty.', whatToDo: 'Fill it.' },
  'cell.too-long': {
    says: 'The cell is longer than is taken.',
    whatToDo: 'A text or key holds at most 300 characters. Shorten it, or look for a missing quotation mark.',
  },
  'cell.control-character': { says: 'The cell holds a control character.', whatToDo: 'Remove it.' },
  'cell.not-a-date': {
    says: 'This is not a date in the form asked for.',
    whatToDo: 'Write it year-month-day, such as 2026-11-23.',
  },
  'cell.date-does-not-exist': {
    says: 'There is no such day in the calendar.',
    whatToDo: 'Correct the date, or leave the cell empty if it is not known.',
  },
  'cell.date-unlikely': {
    says: 'The date is so far off that a system probably filled it in for one that is not known.',
    whatToDo: 'Leave the cell empty if the date is not known.',
  },
  'cell.not-a-whole-number': { says: 'This is not a whole number.', whatToDo: 'Write digits only.' },
  'cell.not-a-number': { says: 'This is not a number.', whatToDo: 'Write digits and a point.' },
  'cell.out-of-range': {
    says: 'The number is outside what can be.',
    whatToDo: 'Correct it, or leave the cell empty if it is not known.',
  },
  'cell.not-yes-or-no': {
    says: 'This is neither yes nor no.',
    whatToDo: 'Write yes or no, or leave the cell empty if it is not known.',
  },
  'cell.not-an-allowed-value': {
    says: 'This is not one of the values that the column takes.',
    whatToDo: 'Use one of them.',
  },
  'cell.not-json': { says: 'This is not JSON.', whatToDo: 'Check that quotation marks inside the cell are doubled.' },
  'cell.not-a-uprn': {
    says: 'This is not a UPRN.',
    whatToDo: 'Write up to twelve digits. A spreadsheet may have turned the number into 1.0E+11.',
  },
  'cell.check-digit-fails': {
    says: 'The check digit does not hold. The number is kept as written.',
    whatToDo: 'Look it up at the source.',
  },
  'cell.looks-swapped': {
    says: 'This does not fit its column, but would fit another in the same row.',
    whatToDo: 'Check whether two columns are swapped.',
  },
  'cell.before': { says: 'This date is before one that it cannot be before.', whatToDo: 'Correct whichever is wrong.' },
  'cell.after-the-extract': {
    says: 'This date is after the day of the extract.',
    whatToDo: 'Correct it: what has not happened yet cannot be reported.',
  },
  'cell.only-one-of-two': {
    says: 'Two columns are filled together or not at all, and one is empty.',
    whatToDo: 'Fill both or neither.',
  },
  'cell.unknown-reference': {
    says: 'There is no row with this key.',
    whatToDo: 'Send that row too, or correct the key.',
  },
}
