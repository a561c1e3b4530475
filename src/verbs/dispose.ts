import { accessAround, recordLook, widens } from '#access/index.ts'
import type { House } from '#house.ts'
import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import { dispose, forDisposal, forDisposalAbout } from '#record/index.ts'
import type { ForDisposal } from '#record/index.ts'
import { textOption, WrongCall } from './verb.ts'
import type { Given, HouseVerb } from './verb.ts'

export const disposeVerb: HouseVerb = {
  name: 'dispose',
  takesWords: true,
  on: 'house',
  summary: 'remove what entries say, at the end of their time or by order',
  usage: '<entry…> or --subject ID --why TEXT --authority TEXT --decided-by TEXT [--dry-run]',
  help: 'Removes for good the words of the named entries, or of all entries about one subject alone; that they were there, and by whose decision their words went, stays for ever. Restrictions, settings and who works here stay, and so does what is said of other people or families in the same entry, unless that entry is named. It is refused whole where anybody could see more afterwards than before. Begin with --dry-run. It exits 0 when words were removed (with --dry-run: would be), 1 when not.',
  options: {
    subject: { type: 'string', what: 'whom or what it is about: record:…, family:… or home:…' },
    why: { type: 'string', what: 'why now, such as "25th birthday passed". Kept for ever: name nobody' },
    authority: { type: 'string', what: 'by what retention schedule, order or request' },
    'decided-by': { type: 'string', what: 'who decided it, by their post' },
    'dry-run': { type: 'boolean', what: 'tell what would go and what would stay, and remove nothing' },
  },
  run: async (house, given, terminal) => {
    const asked = askedFrom(given)
    await house.seal()
    const done = await house.database
      .transaction('app', async (tx) => disposeOf(house, tx, asked))
      .catch((error: unknown) => {
        if (error instanceof TakenBack) return error.outcome
        throw error
      })
    await house.seal()
    if (given.json) terminal.out(`${JSON.stringify(done)}\n`)
    else for (const line of inWords(done)) terminal.out(`${line}\n`)
    return done.refused === undefined ? 0 : 1
  },
}

interface Asked {
  readonly entries: readonly string[]
  readonly subject: string | undefined
  readonly order: { readonly why: string; readonly authority: string; readonly decidedBy: string }
  readonly dryRun: boolean
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

const askedFrom = (given: Given): Asked => {
  const subject = textOption(given, 'subject')
  const dryRun = given.options['dry-run'] === true
  const [why, authority, decidedBy] = ['why', 'authority', 'decided-by'].map((name) => textOption(given, name))
  if ((given.words.length === 0) === (subject === undefined))
    throw new WrongCall('Name entries by their ids, or one subject with --subject.')
  for (const word of given.words) if (!uuid.test(word)) throw new WrongCall(`"${word}" is not an entry's id.`)
  if (subject !== undefined && !/^(?:record|family|home):./u.test(subject))
    throw new WrongCall(`"${subject}" is not a subject's id: record:…, family:… or home:….`)
  if (!dryRun && (why === undefined || authority === undefined || decidedBy === undefined))
    throw new WrongCall('Say --why, by what --authority and who decided it (--decided-by), or try it with --dry-run.')
  return {
    entries: [...new Set(given.words)],
    subject,
    dryRun,
    order: { why: why ?? 'not said', authority: authority ?? 'not said', decidedBy: decidedBy ?? 'not said' },
  }
}

type Refused = 'entries-not-there' | 'entries-that-stay' | 'nothing-goes' | 'opens-what-is-closed'

interface Outcome {
  readonly dryRun: boolean
  readonly disposed: number
  readonly refused?: Refused
  readonly goes: readonly ForDisposal[]
  readonly stays: readonly ForDisposal[]
  readonly notThere: readonly string[]
}

/** The transaction is undone, and this is what it came to. */
class TakenBack extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('taken back')
    this.outcome = outcome
  }
}

/** So many in one disposal entry: the database reads its list again for each body that goes. */
const together = 200

const disposeOf = async (house: House, tx: Tx, { entries, subject, order, dryRun }: Asked): Promise<Outcome> => {
  const at = house.clock.now()
  const found = subject === undefined ? await forDisposal(tx, entries) : await forDisposalAbout(tx, subject)
  const goes = found.filter(({ stays }) => stays === undefined)
  const stays = found.filter((one) => one.stays !== undefined)
  const notThere = entries.filter((id) => !found.some(({ entry }) => entry === id))
  const around = [...new Set(found.flatMap(({ subjects }) => subjects.map(({ id }) => id)))]
  await recordLook(tx, {
    at,
    user: 'user:command-line',
    role: 'command-line',
    agency: 'agency:partnership',
    what: 'dispose',
    subjects: subject === undefined ? around : [subject],
    outcome: 'listed',
    because: 'Looked for what to dispose of from the command line by whoever runs this installation',
    reference: `cli-${process.pid}`,
  })
  const outcome = { dryRun, disposed: 0, goes, stays, notThere }
  if (notThere.length > 0) return { ...outcome, refused: 'entries-not-there' }
  if (subject === undefined && stays.some((one) => one.stays === 'keeps-order'))
    return { ...outcome, refused: 'entries-that-stay' }
  if (goes.length === 0) return { ...outcome, refused: 'nothing-goes' }
  const before = await accessAround(tx, around)
  let disposed = 0
  for (const [retentionClass, some] of Map.groupBy(goes, ({ retention }) => retention)) {
    for (let first = 0; first < some.length; first += together) {
      disposed += await dispose(
        house.book,
        tx,
        { by: 'user:command-line', agency: 'agency:partnership', source: 'command-line', at },
        { ...order, retentionClass, entries: some.slice(first, first + together).map(({ entry }) => entry) },
      )
    }
  }
  if (widens(before, await accessAround(tx, around)))
    throw new TakenBack({ ...outcome, refused: 'opens-what-is-closed' })
  if (dryRun) throw new TakenBack({ ...outcome, disposed: 0 })
  return { ...outcome, disposed }
}

const refusedWords: Readonly<Record<Refused, string>> = {
  'entries-not-there': 'Nothing was removed: some of these entries are not in the record.',
  'entries-that-stay':
    'Nothing was removed: some of these entries always stay. They are restrictions, settings, who works here, or disposals.',
  'nothing-goes': 'Nothing was removed: there is nothing here whose words could go.',
  'opens-what-is-closed':
    'Nothing was removed: somebody could see more afterwards than before, such as a family whose involvement would no longer have ended. Dispose of what began together with what ended it.',
}

const staysWords: Readonly<Record<NonNullable<ForDisposal['stays']>, string>> = {
  'gone-already': 'its words went before',
  'keeps-order': 'always stays',
  'about-others': 'also about other people or families: name it by its id if it is to go',
}

const inWords = ({ dryRun, disposed, refused, goes, stays, notThere }: Outcome): string[] => [
  ...(dryRun || refused !== undefined ? goes.map((one) => `  goes   ${lineOf(one)}`) : []),
  ...stays.map((one) => `  stays  ${lineOf(one)}: ${one.stays === undefined ? '' : staysWords[one.stays]}`),
  ...notThere.map((id) => `  not in the record  ${id}`),
  refused !== undefined
    ? refusedWords[refused]
    : dryRun
      ? `The words of ${counted(goes.length)} would go. Nothing was removed.`
      : `The words of ${counted(disposed)} were removed. Backups made before still hold them.`,
]

const counted = (n: number): string => (n === 1 ? '1 entry' : `${n} entries`)

const lineOf = ({ entry, kind, recordedAt, retention }: ForDisposal): string =>
  `${entry}  ${kind}, recorded ${longDate(dayInLondon(Temporal.Instant.from(recordedAt)))}, kept as ${retention}`
