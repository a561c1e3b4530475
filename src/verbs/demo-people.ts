import { demoPeople } from '#desk/index.ts'
import { Fault } from '#platform/fault.ts'
import { beginningOf } from '#record/index.ts'
import type { HouseVerb } from './verb.ts'

export const demoPeopleVerb: HouseVerb = {
  name: 'demo-people',
  on: 'house',
  summary: 'list whom one may sign in as in the demo',
  usage: '',
  help: 'Ids, roles and agencies of the demo’s people. POST /sign-in/demo with person=<id> signs in as one of them.',
  options: {},
  run: async (house, given, terminal) => {
    const beginning = await house.database.transaction('app', beginningOf)
    if (beginning?.demo !== true)
      throw new Fault(
        'demo.not-a-demo',
        'This record is not a demo. Start an empty embedded record with npm start to get one.',
      )
    const people = await demoPeople(house.database)
    if (given.json) terminal.out(`${JSON.stringify(people)}\n`)
    else
      for (const person of people)
        terminal.out(`${person.id}\t${person.role}\t${person.agencyName}\t${person.name}, ${person.title}\n`)
    return 0
  },
}
