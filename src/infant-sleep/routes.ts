import { form, partsOpen, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import { paths as familiesPaths, personPage } from '#families/index.ts'
import { given } from '#platform/given.ts'
import type { Request } from '#platform/http/index.ts'
import { dateFields } from '#platform/page/index.ts'
import { stateOfBaby } from './command.ts'
import type { StateOfBaby } from './command.ts'
import { babyFields, babyFrame, babyQuestions, babyRefused } from './pages/form.ts'
import type { BabyAnswers, BabyAsked } from './pages/form.ts'
import { babiesOfPerson } from './queries.ts'

/** One form for a baby who is born, and one for a baby who is expected: for people who work with the family. */
export const infantSleepRoutes = (premises: Premises): HouseRoute[] => [
  ...formOf(premises, 'baby', 'what is known of a baby'),
  ...formOf(premises, 'expected-baby', 'what is known of a baby who is expected'),
]

const formOf = (premises: Premises, name: 'baby' | 'expected-baby', what: string): HouseRoute[] =>
  form(premises, {
    path: `/people/:record/${name}`,
    name,
    what,
    rule: { who: 'may-open', param: 'record', ways: ['involved'] },
    read: async (request) => babyAsked(premises, request, name === 'expected-baby'),
    shown: ({ record }) => [record],
    seen: ({ record, version }) => new Map([[record, version]]),
    begin: ({ today }) => dateFields('happenedOn', today),
    frame: babyFrame,
    fields: (asked, { today }) => babyFields(asked, today),
    draw: babyQuestions,
    check: babyRefused,
    record: async ({ book, tx, said, expect }, answers, asked) =>
      stateOfBaby.record(book, tx, said, asksOf(answers, asked), expect),
    done: (_ids, { record }) => ({ goTo: familiesPaths.person(record), message: 'It is recorded. Thank you.' }),
  })

/** Each answer is a statement of its own; what was left out is not said. */
const asksOf = (answers: BabyAnswers, { record, baby }: BabyAsked): StateOfBaby[] => {
  const { weeks, days, grams, asked, smoking, illness, knownHow, toldBy, happenedOn } = answers
  const aside = { record, knownHow, happenedOn, ...given({ toldBy }) }
  const at = asked.includes('weeks')
    ? ('not-known' as const)
    : weeks === undefined
      ? undefined
      : { weeks, ...given({ days }) }
  const weight = asked.includes('grams') ? ('not-known' as const) : grams
  const born = baby.expected === undefined
  return [
    ...(at === undefined || !born ? [] : [{ ...aside, say: 'gestation' as const, at }]),
    ...(weight === undefined || !born ? [] : [{ ...aside, say: 'birth-weight' as const, grams: weight }]),
    ...(smoking === undefined
      ? []
      : [{ ...aside, say: 'smoking' as const, says: smoking, ...given({ pregnancy: baby.expected?.pregnancy }) }]),
    ...(illness === undefined || !born ? [] : [{ ...aside, say: 'illness' as const, says: illness }]),
  ]
}

const babyAsked = async (
  { database }: Premises,
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
