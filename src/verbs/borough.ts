import { resolve } from 'node:path'
import { compare, printed, writeBorough, type BoroughRefusal } from '#synthetic/index.ts'
import { dayFrom, dayInLondon, systemClock } from '#platform/dates.ts'
import { textOption, WrongCall, type Given, type PlainVerb } from './verb.ts'

export const boroughVerb: PlainVerb = {
  name: 'borough',
  on: 'nothing',
  summary: 'write an invented borough as feed deliveries of any size',
  usage: '--households N --seed S --out DIR [--on YYYY-MM-DD] [--report]',
  help: [
    'Writes housing deliveries of a council landlord, two associations and the council’s housing options terminal, and one of children’s social care, each a folder that `feed` reads; beside them truth.csv says which rows are the same person.',
    'Everybody is invented. Tenure and crowding come out near those of the borough that it is modelled on; --report compares.',
    'The same households, seed and day give the same bytes. Dates are counted from --on; without it from today, so name a day to get the same bytes tomorrow.',
  ].join('\n'),
  options: {
    households: { type: 'string', what: 'how many households, 1 to 600000' },
    seed: { type: 'string', what: 'any text: another one gives another borough' },
    out: { type: 'string', what: 'folder to write into; made if it is not there, refused if it is not empty' },
    on: { type: 'string', what: 'the day on which the borough is seen, YYYY-MM-DD; today if left out' },
    report: { type: 'boolean', what: 'print the borough’s figures beside the census (always there with --json)' },
  },
  run: async (given, terminal) => {
    const { households, seed, on, out } = orderOf(given)
    const folder = resolve(terminal.cwd, out)
    const begun = process.hrtime.bigint()
    const decision = await writeBorough({ households, seed, on, folder }, terminal.progress)
    if (!decision.accepted) {
      terminal.err(`${decision.because.map(({ reason }) => sentences[reason](folder)).join('\n')}\n`)
      return 1
    }
    const { tally, deliveries, truth } = decision.value
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9
    const comparison = compare(tally)
    if (given.json) {
      terminal.out(
        `${JSON.stringify({ folder, households, seed, on: on.toString(), people: tally.people, deliveries, truth, comparison })}\n`,
      )
    } else if (given.options['report'] === true) terminal.out(`${printed(comparison)}\n`)
    terminal.err(
      `Wrote ${households} households (${tally.people} people) to ${folder} in ${seconds.toFixed(1)} s, ${Math.round(households / seconds)} a second.\n`,
    )
    return 0
  },
}

const sentences: Readonly<Record<BoroughRefusal, (folder: string) => string>> = {
  'households-not-possible': () => 'Ask for 1 to 600000 households.',
  'folder-not-empty': (folder) =>
    `${folder} is not empty. Nothing was written: name a folder that is empty or not there yet.`,
  'not-a-folder': (folder) => `${folder} is not a folder. Nothing was written.`,
}

const orderOf = (
  given: Given,
): { readonly households: number; readonly seed: string; readonly on: Temporal.PlainDate; readonly out: string } => {
  const asked = textOption(given, 'households')
  const seed = textOption(given, 'seed')
  const out = textOption(given, 'out')
  if (asked === undefined || seed === undefined || out === undefined)
    throw new WrongCall('Name --households, --seed and --out.')
  if (!/^\d{1,9}$/u.test(asked)) throw new WrongCall('--households is a whole number.')
  const day = textOption(given, 'on')
  const on = day === undefined ? dayInLondon(systemClock.now()) : dayFrom(day)
  if (on === undefined) throw new WrongCall('--on is a day, written YYYY-MM-DD.')
  return { households: Number(asked), seed, on, out }
}
