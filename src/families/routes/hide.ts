import { formRoutes, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { dayIfGiven, fieldText, textGiven } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { hideAddress } from '../commands/index.ts'
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
    read: async (request) => readPerson(rooms, { ...request, query: {} }),
    shown: personShown,
    version: ({ view }) => view.version,
    draw: (request, person, state) => hideForm(request.shell, state, person),
    record: async (request, { record }, seen) => {
      const why = textGiven(request.form, 'why', 'Say why')
      const askedBy = textGiven(request.form, 'askedBy', 'Say who asked for it', 300)
      const from = dayIfGiven(request.form, 'from', 'The first day')
      const errors = [...why.errors, ...askedBy.errors, ...from.errors]
      if (errors.length > 0) return { errors }
      const hide = {
        record,
        why: why.text,
        askedBy: askedBy.text,
        ...(from.day === undefined ? {} : { from: from.day }),
        ...(fieldText(request.form, 'onlyThem') === 'yes' ? { onlyThem: true } : {}),
      }
      const done = await rooms.database.transaction('app', async (tx) =>
        hideAddress.record(
          rooms.book,
          tx,
          saidBy(request, 'hide address'),
          [hide],
          seen === undefined ? undefined : new Map([[record, seen]]),
        ),
      )
      return recordedOr(done, () => paths.person(record), 'The address is hidden.', { trueFrom: 'from' })
    },
  })
