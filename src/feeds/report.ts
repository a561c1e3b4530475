import { given } from '#platform/given.ts'
import type { Limits } from './limits.ts'
import { reasons, type Reason } from './reasons.ts'

/**
 * Where a problem lies, as narrowly as can be said: a cell has file, line and field; a row has no field, because it is about the
 * whole row; a file has no line, because it is about the whole file; the delivery has none of them.
 */
export type Place =
  | { readonly about: 'delivery' }
  | { readonly about: 'file'; readonly file: string; readonly field?: string }
  | { readonly about: 'row'; readonly file: string; readonly line: number }
  | { readonly about: 'cell'; readonly file: string; readonly line: number; readonly field: string }

/** One thing that is wrong or pointed out. It never repeats what a cell holds: a report travels further than a delivery. */
export type Problem = Place & { readonly reason: Reason; readonly says: string; readonly whatToDo: string }

/** Problems of one kind that were counted and not listed: “and N more”. */
export interface More {
  readonly file?: string
  readonly field?: string
  readonly reason: Reason
  readonly count: number
}

interface ProblemList {
  readonly inAll: number
  readonly listed: readonly Problem[]
  readonly more: readonly More[]
}

export interface FileRead {
  readonly file: string
  readonly table: string
  /** Rows found, sound or not. */
  readonly rows: number
  /** Rows the manifest promised. */
  readonly promised?: number
}

/** What reading a delivery found, before anything is applied. */
export interface Report {
  readonly kind: string
  readonly source?: string
  readonly extractedAt?: string
  /** `unsaid`: no manifest, so that what is absent means nothing. */
  readonly mode: 'full' | 'delta' | 'unsaid'
  readonly accepted: boolean
  readonly read: number
  readonly files: readonly FileRead[]
  readonly refused: ProblemList
  readonly pointedOut: ProblemList
  /** Files and columns of the format that this delivery does not have. What they would say is not known. */
  readonly lacks: readonly { readonly file: string; readonly columns: readonly string[] | 'the whole file' }[]
  /** Files and columns that the format does not know and that were not read. */
  readonly passedOver: readonly string[]
  /** References of a delta, or to a file that is not here: to be checked against what is known when it is applied. */
  readonly referencesLeftToCheck: readonly {
    readonly file: string
    readonly columns: readonly string[]
    readonly to: string
    readonly count: number
  }[]
}

/** Collects problems: the first of each kind one by one, the rest as counts, so that one bad column cannot hide the others. */
export interface Problems {
  readonly add: (reason: Reason, place: Place, detail?: string) => void
  readonly inAll: () => number
  readonly list: () => ProblemList
}

export const collectProblems = (limits: Pick<Limits, 'problemsListed' | 'problemsListedOfAKind'>): Problems => {
  const listed: Problem[] = []
  const kinds = new Map<string, { reason: Reason; place: Place; count: number; listed: number }>()
  let inAll = 0
  return {
    add: (reason, place, detail) => {
      inAll += 1
      const name = [reason, fileOf(place), fieldOf(place)].join('\u001F')
      const kind = kinds.get(name) ?? { reason, place, count: 0, listed: 0 }
      kinds.set(name, kind)
      kind.count += 1
      if (kind.listed >= limits.problemsListedOfAKind || listed.length >= limits.problemsListed) return
      kind.listed += 1
      const { says, whatToDo } = reasons[reason]
      listed.push({ ...place, reason, says, whatToDo: detail === undefined ? whatToDo : `${whatToDo} ${detail}` })
    },
    inAll: () => inAll,
    list: () => ({
      inAll,
      listed: [...listed],
      more: [...kinds.values()].filter(({ count, listed }) => count > listed).map(moreOf),
    }),
  }
}

const moreOf = ({
  reason,
  place,
  count,
  listed,
}: {
  reason: Reason
  place: Place
  count: number
  listed: number
}): More => {
  const file = fileOf(place)
  const field = fieldOf(place)
  return { ...given({ file, field }), reason, count: count - listed }
}

const fileOf = (place: Place): string | undefined => (place.about === 'delivery' ? undefined : place.file)
const fieldOf = (place: Place): string | undefined => ('field' in place ? place.field : undefined)

/** Where it is, in words: `people.csv, line 12, date_of_birth`, or why there is no line to name. */
export const inWords = (place: Place): string => {
  if (place.about === 'delivery') return 'the delivery as a whole'
  if (place.about === 'file')
    return place.field === undefined ? `${place.file} as a whole` : `${place.file}, ${place.field}`
  return place.about === 'row'
    ? `${place.file}, line ${place.line}, the whole row`
    : `${place.file}, line ${place.line}, ${place.field}`
}
