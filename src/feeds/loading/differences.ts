import { given } from '#platform/given.ts'
import { hashOf } from './stage.ts'
import type { Said } from './loaded-rows.ts'
import type { Saying, WhenGone } from './statements.ts'

/** What was said before under a slot, and by which entry. */
export interface SaidBefore {
  readonly unit: string
  readonly slot: string
  readonly entry: string
  readonly about: string
  readonly hash: string
  readonly if_unsaid: WhenGone
  readonly if_gone: WhenGone
}

export interface ToSay {
  readonly unit: string
  readonly saying: Saying
  readonly hash: string
  readonly corrects?: string
  /** Members who are told with the opening of their family. */
  readonly members?: readonly ToSay[]
}
export interface ToTakeBack {
  readonly was: SaidBefore
  readonly how: WhenGone
  /** The day on which it ended, where the source says it; otherwise that of the extract. */
  readonly on?: Temporal.PlainDate
}
export interface Differences {
  readonly say: readonly ToSay[]
  readonly takeBack: readonly ToTakeBack[]
}

/**
 * What a unit says now, held against what was said of it before. The same is not said again; something else about the same people puts the
 * earlier statement right; about others it takes the place of it; what is said no more is taken back as its slot asks.
 *
 * @param gone whether the source holds nothing of the unit any more
 */
export const differencesOf = (
  unit: string,
  { sayings }: Said,
  before: readonly SaidBefore[],
  gone: boolean,
): Differences => {
  const was = new Map(before.map((row) => [row.slot, row]))
  const now = new Map(sayings.map((saying) => [saying.slot, saying]))
  const say: ToSay[] = []
  const takeBack: ToTakeBack[] = before
    .filter(({ slot }) => !now.has(slot))
    .map((row) => ({ was: row, how: gone ? row.if_gone : row.if_unsaid }))
  const joining: ToSay[] = []
  for (const saying of now.values()) {
    const hash = hashOf(`${saying.of} ${saying.about.join(' ')} ${saying.content}`)
    const earlier = was.get(saying.slot)
    // Members are told with the opening of their family, and there is none to join until it is opened.
    if (saying.of === 'member' && !was.has('family')) joining.push({ unit, saying, hash })
    else if (earlier === undefined) say.push({ unit, saying, hash })
    else if (earlier.hash !== hash) {
      const same = correctable.has(saying.of) && earlier.about.split(' ').every((id) => saying.about.includes(id))
      if (!same) takeBack.push(replaced(earlier, saying))
      if (same) say.push({ unit, saying, hash, corrects: earlier.entry })
      else if (endOf(saying) === undefined) say.push({ unit, saying, hash })
    }
  }
  return { say: say.map((one) => (one.saying.of === 'family' ? { ...one, members: joining } : one)), takeBack }
}

const replaced = (was: SaidBefore, saying: Saying): ToTakeBack => {
  const on = endOf(saying)
  return { was, how: correctable.has(saying.of) ? 'withdraw' : was.if_unsaid, ...given({ on }) }
}

/** An involvement that the source has ended since: it is ended then, and not begun again. */
const endOf = (saying: Saying): Temporal.PlainDate | undefined =>
  saying.of === 'involvement' ? saying.ask({}).until : undefined

/** What one entry says and another can put right. Who works with whom begins and ends instead. */
const correctable: ReadonlySet<Saying['of']> = new Set<Saying['of']>([
  'home',
  'record',
  'person',
  'relationship',
  'pregnancy',
  'description',
  'rooms',
  'occupancy',
  'sleeping',
  'tenancy',
  'application',
  'condition',
  'placement',
  'case',
])
