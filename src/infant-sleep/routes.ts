import { formRoutes, partsOpen, saidBy, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import { paths as familiesPaths, personPage } from '#families/index.ts'
import { wholeOrNothing } from '#platform/database/index.ts'
import { dateFields } from '#platform/page/index.ts'
import type { Request } from '#platform/http/index.ts'
import { stateOfBabies } from './command.ts'
import { babyForm } from './pages/form.ts'
import type { BabyAsked } from './pages/form.ts'
import { readBabyForm } from './read-form.ts'
import { babiesOfPerson } from './queries.ts'
import { refusalSentences } from './refusals.ts'

/** One form for a baby who is born, and one for a baby who is expected: for whoever works with the family. */
export const infantSleepRoutes = (premises: Premises): HouseRoute[] =>
  [
    formOf(premises, 'baby', 'what is known of a baby'),
    formOf(premises, 'expected-baby', 'what is known of a baby who is expected'),
  ].flat()

const formOf = ({ database, book }: Premises, name: 'baby' | 'expected-baby', what: string): HouseRoute[] =>
  formRoutes<BabyAsked>({
    path: `/people/:record/${name}`,
    what,
    rule: { who: 'may-open', param: 'record', ways: ['involved'] },
    read: async (request) => babyAsked(database, request, name === 'expected-baby'),
    shown: ({ record }) => [record],
    version: ({ version }) => version,
    begin: ({ today }) => dateFields('on', today),
    draw: (request, asked, state) => babyForm(request.shell, state, asked),
    record: async (request, asked, seen) => {
      const read = readBabyForm(request.form, asked)
      if ('errors' in read) return read
      const done = await wholeOrNothing(database, async (tx) =>
        stateOfBabies(
          book,
          tx,
          saidBy(request, name),
          read.asks,
          seen === undefined ? undefined : new Map([[asked.record, seen]]),
        ),
      )
      if (done.accepted) return { goTo: familiesPaths.person(asked.record), message: 'It is recorded. Thank you.' }
      const errors = done.because.map(({ reason, field }) => ({
        field: places[field ?? ''] ?? 'on',
        text: refusalSentences[reason],
      }))
      // The day is asked once for all answers, and told once.
      return { errors: [...new Map(errors.map((error) => [`${error.field} ${error.text}`, error])).values()] }
    },
  })

/** Where each refusal stands on the form. */
const places: Readonly<Record<string, string>> = {
  happenedOn: 'on',
  weeks: 'weeks',
  days: 'days',
  grams: 'grams',
  pregnancy: 'smoking',
  toldBy: 'told-by',
}

const babyAsked = async (
  database: Premises['database'],
  request: Request<Viewer>,
  expected: boolean,
): Promise<BabyAsked | undefined> => {
  const record = request.params['record'] ?? ''
  // Who works with the family and does not see these facts (a school, the police) tells a health visitor, by a contact.
  if (partsOpen(request.visitor.role, ['involved']).part('infant-safety', 'health') !== 'whole') return undefined
  return database.transaction(viewerStanding(request.visitor, request.today), async (tx) => {
    const view = await personPage(tx, record, { on: request.today })
    const babies = view === undefined ? undefined : await babiesOfPerson(tx, view, { on: request.today })
    const baby = babies?.babies.find((one) => (one.expected === undefined) !== expected)
    return view === undefined || baby === undefined
      ? undefined
      : { record, baby, people: view.people, version: view.version }
  })
}
