import { settingsList, readSettings } from '#platform/settings.ts'
import { serve } from '#serve.ts'
import type { HouseVerb, PlainVerb } from './verb.ts'

/** @param others what a running server does on behalf of other processes */
export const serveVerb = (others: readonly HouseVerb[]): PlainVerb => ({
  name: 'serve',
  on: 'nothing',
  summary: 'start Rooftree: what npm start runs',
  usage: '',
  help: `Brings the database up to date, loads the demo borough into an empty embedded one, and serves pages until it is told to stop (Ctrl+C).\n\nSettings come from the environment:\n${settingsList.map(({ name, fallback, what }) => `  ${name}${fallback === '' ? '' : ` (${fallback})`}\n      ${what}\n`).join('')}`,
  options: {},
  run: async (given, terminal) => {
    const running = await serve(readSettings(process.env), others, (text) =>
      terminal.out(given.json ? `${JSON.stringify({ said: text })}\n` : `${text}\n`),
    )
    return running.stopped
  },
})
