import { formRoutes, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { dayIfGiven, fieldText, textGiven } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { hideAddresses } from '../commands/index.ts'
import { hideForm } from '../pages/hide-form.ts'
import type { PersonPageView } from '../pages/person.ts'
import { paths } from '../paths.ts'
import { personShown, readPerson } from './person.ts'
import type { FamiliesRooms } from './rooms.ts'

export const byWhoWorksWithThisPerson = { who: 'may-open', param: 'record', ways: ['involved'] } as const

export const hideRoutes = (rooms: FamiliesRooms): HouseRoute[] =>
  formRoutes<PersonPageView>({
    path: '/people/:record/hide-address',
    what: 'an address that must not be told',
    rule: byWhoWorksWithThisPerson,
    read: async (ask) => readPerson(rooms, { ...ask, query: {} }),
    shown: personShown,
    version: ({ view }) => view.version,
    draw: (ask, person, state) => hideForm(ask.shell, state, person),
    record: async (ask, { record }, seen) => {
      const why = textGiven(ask.form, 'why', 'Say why')
      const askedBy = textGiven(ask.form, 'askedBy', 'Say who asked for it', 300)
      const from = dayIfGiven(ask.form, 'from', 'The first day')
      const errors = [...why.errors, ...askedBy.errors, ...from.errors]
      if (errors.length > 0) return { errors }
      const hide = {
        record,
        why: why.text,
        askedBy: askedBy.text,
        ...(from.day === undefined ? {} : { from: from.day }),
        ...(fieldText(ask.form, 'onlyThem') === 'yes' ? { onlyThem: true } : {}),
      }
      const done = await rooms.database.transaction('app', async (tx) =>
        hideAddresses(
          rooms.book,
          tx,
          saidBy(ask, 'hide address'),
          [hide],
          seen === undefined ? undefined : new Map([[record, seen]]),
        ),
      )
      return recordedOr(done, () => paths.person(record), 'The address is hidden.', { trueFrom: 'from' })
    },
  })
