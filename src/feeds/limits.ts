/** How much of a delivery is read before it is refused. The sizes of file and delivery and the rows of a file are settings: a larger borough sets larger ones. */
export interface Limits {
  readonly filesInADelivery: number
  readonly bytesInAFile: number
  /** Rows are not held, but their keys are. */
  readonly rowsInAFile: number
  /** Text of this kind shrinks ten- or twentyfold; a zip made to fill a machine swells a thousandfold. */
  readonly timesAZippedFileMaySwell: number
  readonly bytesInADelivery: number
  readonly bytesInARecord: number
  readonly charactersInACell: number
  readonly columnsInAFile: number
  /** How many problems of one kind, in one column of one file, are listed one by one; the rest are counted. */
  readonly problemsListedOfAKind: number
  readonly problemsListed: number
  /** Rows in a batch: what staging takes in one small transaction. */
  readonly rowsInABatch: number
}

export const usualLimits: Limits = {
  filesInADelivery: 100,
  bytesInAFile: 500_000_000,
  rowsInAFile: 5_000_000,
  timesAZippedFileMaySwell: 200,
  bytesInADelivery: 2_000_000_000,
  bytesInARecord: 1_000_000,
  charactersInACell: 20_000,
  columnsInAFile: 200,
  problemsListedOfAKind: 20,
  problemsListed: 500,
  rowsInABatch: 500,
}
