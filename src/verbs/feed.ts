import { resolve } from 'node:path'
import { sql } from 'kysely'
import {
  applyDelivery,
  changedForAll,
  checkDelivery,
  checkedReport,
  feedKinds,
  goneInWords,
  isFeedKind,
  loadDelivery,
  readingInWords,
  reportInWords,
  reportOf,
  sendersOf,
  whoMaySend,
} from '#feeds/index.ts'
import type { FeedKind, Sender } from '#feeds/index.ts'
import type { House } from '#house.ts'
import { dayInLondon } from '#platform/dates.ts'
import { textOption, WrongCall } from './verb.ts'
import type { Terminal, Given, HouseVerb } from './verb.ts'

export const feedVerb: HouseVerb = {
  name: 'feed',
  takesWords: true,
  on: 'house',
  summary: 'load an agency’s delivery, whole or not at all',
  usage: '<kind> <path…> --from AGENCY [--check] [--confirm-gone]',
  help: `Reads a delivery (a folder, a zip, or files) of the kind ${Object.keys(feedKinds).join(' or ')} and applies all of it, or refuses it by file, line, field and reason. docs/feeds shows the formats. The exit code is 0 when it was applied, or with --check when it is sound; 1 when it was refused or waits for somebody to look; 2 when the call’s words are off.`,
  options: {
    from: { type: 'string', what: 'whose delivery it is: the agency’s id, agency:…' },
    check: { type: 'boolean', what: 'read it, say what is wrong with it, and change nothing' },
    'confirm-gone': { type: 'boolean', what: 'you have looked: so many rows are gone indeed' },
  },
  run: async (house, given, terminal) => {
    const [kind, ...paths] = given.words
    const from = textOption(given, 'from')
    if (kind === undefined || !isFeedKind(kind))
      throw new WrongCall(`Name the kind of delivery first: ${Object.keys(feedKinds).join(' or ')}.`)
    if (paths.length === 0) throw new WrongCall('Name the folder, zip or files of the delivery.')
    if (from === undefined) throw new WrongCall('Say whose delivery it is: --from AGENCY.')
    const agency = await agencyNamed(house, from, kind)
    if (typeof agency !== 'string') {
      const { error, may } = agency
      terminal.err(
        `${error === 'agency-not-known' ? `No agency "${from}" is known.` : `"${from}" does not send ${kind} deliveries.`} ${whoMaySend(kind)}:\n${may.map(({ id, name }) => `  ${id}  ${name}\n`).join('')}`,
      )
      if (given.json) terminal.out(`${JSON.stringify({ error, known: may.map(({ id }) => id) })}\n`)
      return 1
    }
    const found = paths.map((path) => resolve(terminal.cwd, path))
    return given.options['check'] === true
      ? check(house, kind, found, given, terminal)
      : load(house, kind, agency, found, given, terminal)
  },
}

const check = async (
  house: House,
  kind: FeedKind,
  paths: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<number> => {
  const report = await checkDelivery(feedKinds[kind].format, paths, {
    receivedAt: house.clock.now(),
    limits: house.settings.deliveries,
  })
  if (given.json)
    terminal.out(
      `${JSON.stringify({ kind, mode: report.mode, checked: true, accepted: report.accepted, read: report.read, ...checkedReport(report) })}\n`,
    )
  else
    terminal.out(
      `${[`${report.accepted ? 'Sound' : 'Not sound'}: ${report.read} rows read, nothing changed.`, ...readingInWords(report)].join('\n')}\n`,
    )
  return report.accepted ? 0 : 1
}

const load = async (
  house: House,
  kind: FeedKind,
  agency: string,
  paths: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<number> => {
  const at = house.clock.now()
  const by = 'user:command-line'
  const read = await loadDelivery(
    house,
    { kind, agency, paths, by, at, limits: house.settings.deliveries },
    terminal.progress,
  )
  const delivery =
    read.state === 'waiting-for-confirmation' && given.options['confirm-gone'] === true
      ? await applyDelivery(house, read.id, by, at, by, terminal.progress)
      : read
  await house.seal()
  const changes = await house.database.transaction('app', async (tx) =>
    changedForAll(tx, house.book.kinds, delivery.id, dayInLondon(at)),
  )
  terminal.out(
    given.json ? `${JSON.stringify(reportOf(delivery, changes))}\n` : `${reportInWords(delivery, changes)}\n`,
  )
  if (delivery.state === 'waiting-for-confirmation')
    terminal.err(
      `${goneInWords(delivery).join('\n')}\nAsk the agency whether they are gone indeed. If so, confirm it on the page of this delivery (/feeds/${delivery.id}), or load it again with --confirm-gone.\n`,
    )
  return delivery.state === 'applied' ? 0 : 1
}

/** @returns its id, or why not and which agencies may send such a delivery */
const agencyNamed = async (
  house: House,
  from: string,
  kind: FeedKind,
): Promise<
  string | { readonly error: 'agency-not-known' | 'agency-may-not-send-it'; readonly may: readonly Sender[] }
> =>
  house.database.transaction('app', async (tx) => {
    const may = await sendersOf(tx, [kind])
    const found = may.find(({ id }) => id === from || id === `agency:${from}`)
    if (found !== undefined) return found.id
    const known = await sql`select from agency where id in (${from}, ${`agency:${from}`})`.execute(tx)
    return { error: known.rows.length === 0 ? 'agency-not-known' : 'agency-may-not-send-it', may }
  })
