import { recordLook } from '#access/index.ts'
import { familyPage, written } from '#families/index.ts'
import type { FamilyView } from '#families/index.ts'
import { dayInLondon, instantFrom } from '#platform/dates.ts'
import { dateTime } from '#platform/page/index.ts'
import { textOption, WrongCall } from './verb.ts'
import type { HouseVerb } from './verb.ts'

export const knownVerb: HouseVerb = {
  name: 'known',
  on: 'house',
  summary: 'show a family as it was known at an instant',
  usage: '--family ID --at INSTANT',
  help: 'Shows what had been sealed by then: a bare date (2026-03-04) means the end of that day in London. Whoever may run this reads everything, sealed cases too, so the look is recorded like any other, as the command line’s.',
  options: {
    family: { type: 'string', what: 'the family’s id, family:…' },
    at: { type: 'string', what: 'a date such as 2026-03-04, or an instant such as 2026-03-04T09:00:00Z' },
  },
  run: async (house, given, terminal) => {
    const family = textOption(given, 'family')
    const at = textOption(given, 'at')
    if (family === undefined || at === undefined) throw new WrongCall('Name the family and the instant.')
    const knownAt = instantFrom(at)
    if (knownAt === undefined)
      throw new WrongCall(`"${at}" is neither a date such as 2026-03-04 nor an instant such as 2026-03-04T09:00:00Z.`)
    const now = house.clock.now()
    await house.seal()
    const id = family.startsWith('family:') ? family : `family:${family}`
    const view = await house.database.transaction('app', async (tx) => {
      await recordLook(tx, {
        at: now,
        user: 'user:command-line',
        role: 'command-line',
        agency: 'agency:partnership',
        what: 'known',
        subjects: [id],
        knownAt,
        outcome: 'shown',
        because: 'Read from the command line by whoever runs this installation',
        reference: `cli-${process.pid}`,
      })
      return familyPage(tx, id, { on: dayInLondon(knownAt), knownAt }, async () => nobody)
    })
    if (view === undefined) {
      terminal.err(`Nothing was known of ${id} at ${dateTime(knownAt)}.\n`)
      if (given.json) terminal.out(`${JSON.stringify({ family: id, at: knownAt.toString(), known: false })}\n`)
      return 1
    }
    terminal.out(
      given.json
        ? `${JSON.stringify({ family: id, at: knownAt.toString(), known: true, ...plain(view) }, mapsAsObjects)}\n`
        : inWords(view, knownAt),
    )
    return 0
  },
}

/** Whoever may run this reads hidden addresses too. */
const nobody: ReadonlySet<string> = new Set()

const plain = ({ title, facts, people, involvement, timeline }: FamilyView): object => ({
  title,
  facts,
  people,
  involvement,
  timeline,
})

const mapsAsObjects = (_key: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value

const inWords = (view: FamilyView, at: Temporal.Instant): string => {
  const members = view.facts.members.map(
    ({ facts, memberships }) =>
      `  ${facts.names.display.shown === undefined ? 'Name not known' : written(facts.names.display.shown.value)} (${memberships.map(({ role }) => role).join(', ')})\n`,
  )
  const timeline = view.timeline.slice(0, 20).map(({ when, entry }) => `  ${when}  ${entry.kind}, ${entry.agency}\n`)
  return `${view.title ?? view.family}, as known at ${dateTime(at)}\n\nIn the family:\n${members.join('')}\nLatest entries:\n${timeline.join('')}`
}
