/**
 * A process that records as fast as it can and says what was acknowledged, until somebody kills it. It takes its settings from the
 * environment like the server; several writers at once where the engine has several connections.
 */
import { writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { nameAgency, nameTeam } from '#access/index.ts'
import { openHouse } from '#house.ts'
import { systemClock } from '#platform/dates.ts'
import { readSettings } from '#platform/settings.ts'
import { beginningOf, beginRecord } from '#record/index.ts'

const settings = readSettings(process.env)
const house = await openHouse(settings, systemClock)
const said = () => ({ by: 'user:writer', agency: 'agency:office', source: 'form:kill', at: systemClock.now() })
await house.database.transaction('app', async (tx) => {
  if ((await beginningOf(tx)) !== undefined) return
  await beginRecord(house.book, tx, said(), 'A record that is killed often', false)
  await nameAgency.record(house.book, tx, said(), [
    { agency: 'agency:office', name: 'Office', kind: 'partnership', dutyFlag: 'not-known' },
  ])
})
writeSync(1, 'open\n')
const write = async (): Promise<never> => {
  for (;;) {
    const team = `team:${randomUUID()}`
    await house.database.transaction('app', async (tx) =>
      nameTeam.record(house.book, tx, said(), [
        { team, name: 'A team', agency: 'agency:office', phone: '01632 960000' },
      ]),
    )
    // Straight to the descriptor: what was acknowledged is out before anything can kill us.
    writeSync(1, `${team}\n`)
  }
}
const seal = async (): Promise<never> => {
  for (;;) {
    await house.seal()
    await new Promise((done) => setImmediate(done))
  }
}
await Promise.all([seal(), ...Array.from({ length: house.database.engine === 'postgres' ? 4 : 1 }, write)])
