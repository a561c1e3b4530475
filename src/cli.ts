import { parseArgs } from 'node:util'
import { askServer } from '#control.ts'
import { openHouse } from '#house.ts'
import { hasEmbedded } from '#platform/database/index.ts'
import { systemClock } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import { loggable } from '#platform/log.ts'
import { readSettings } from '#platform/settings.ts'
import { openTerminal } from '#verbs/terminal.ts'
import { verbs } from '#verbs/index.ts'
import { WrongCall } from '#verbs/verb.ts'
import type { Terminal, Given, HouseVerb, Verb } from '#verbs/verb.ts'

/** The command line: `rooftree <verb>`. @returns the exit code: 0 done, 1 not done, 2 the call's words are off */
export const main = async (words: readonly string[]): Promise<number> => {
  const terminal = openTerminal()
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.out(overview())
    return name === undefined ? 2 : 0
  }
  const verb = verbs.find((known) => known.name === name)
  if (verb === undefined) {
    terminal.err(`There is no verb "${name}".\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help')) {
    terminal.out(helpFor(verb))
    return 0
  }
  try {
    const given = givenTo(verb, rest)
    return verb.on === 'nothing' ? await verb.run(given, terminal) : await runOnHouse(verb, given, terminal)
  } catch (error) {
    return tell(verb, error, terminal)
  }
}

const runOnHouse = async (verb: HouseVerb, given: Given, terminal: Terminal): Promise<number> => {
  const settings = readSettings(process.env)
  if (settings.databaseUrl === undefined) {
    const answered = await askServer(settings.dataFolder, verb, given, terminal)
    if (answered !== undefined) return answered
    if (verb.begins !== true && !hasEmbedded(settings.dataFolder))
      throw new Fault(
        'record.none',
        `There is no record in ${settings.dataFolder}. Start Rooftree there first, or name another folder (ROOFTREE_DATA).`,
      )
  }
  const house = await openHouse(settings, systemClock, verb.asOwner === true ? 'owner' : 'serving', terminal.progress)
  try {
    return await verb.run(house, given, terminal)
  } finally {
    await house.close()
  }
}

const givenTo = (verb: Verb, words: readonly string[]): Given => {
  try {
    const options = Object.fromEntries(Object.entries(verb.options).map(([name, { type }]) => [name, { type }]))
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    })
    const given: Record<string, string | boolean | undefined> = {}
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'string' || typeof value === 'boolean') given[name] = value
    if (verb.takesWords !== true && positionals[0] !== undefined)
      throw new WrongCall(
        `"${positionals[0]}" is a word too many: the call is rooftree ${`${verb.name} ${verb.usage}`.trim()}`,
      )
    return { words: positionals, options: given, json: given['json'] === true }
  } catch (error) {
    if (error instanceof WrongCall) throw error
    throw new WrongCall(error instanceof Error ? error.message : 'The call could not be read.')
  }
}

const tell = (verb: Verb, error: unknown, terminal: Terminal): number => {
  if (error instanceof WrongCall) {
    terminal.err(`${error.message}\n\n${helpFor(verb)}`)
    return 2
  }
  if (error instanceof Fault) {
    terminal.err(`${error.message}\n`)
    return 1
  }
  // A database's own message can quote a row, so what is shown is what a log may hold: codes, and where it arose.
  terminal.err(
    `Something went wrong that should not have. Nothing was half done. Please report it with these lines, which name nobody:\n${JSON.stringify(loggable(error), null, 2)}\n`,
  )
  return 1
}

const overview = (): string =>
  `Usage: rooftree <verb> [--json]\n\n${verbs.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}\n`).join('')}\nrooftree <verb> --help tells more.\n`

const helpFor = (verb: Verb): string => {
  const options = {
    ...verb.options,
    json: { type: 'boolean', what: 'print one JSON document on standard output' },
    help: { type: 'boolean', what: 'show this' },
  }
  const lines = Object.entries(options).map(
    ([name, { type, what }]) => `  --${name}${type === 'string' ? ' …' : ''}\n      ${what}\n`,
  )
  return `Usage: rooftree ${verb.name} ${verb.usage}\n\n${verb.help}\n\n${lines.join('')}`
}
