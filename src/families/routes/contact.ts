import { formRoutes, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { choiceGiven, dayGiven, fieldList, fieldText, textGiven } from '#platform/http/index.ts'
import { dateFields } from '#platform/page/index.ts'
import { recordedOr } from './parsing.ts'
import { sensitivities } from '../pages/fields.ts'
import { recordContact } from '../commands/index.ts'
import type { RecordContact } from '../commands/index.ts'
import { channels } from '../entries/index.ts'
import { aloneField, contactForm, seenField } from '../pages/contact-form.ts'
import type { FamilyForm } from '../pages/form-way.ts'
import { familyFormOf } from '../pages/form-way.ts'
import { paths } from '../paths.ts'
import { readFamily } from './reading.ts'
import type { Asked, FamiliesRooms } from './rooms.ts'

/** Only who works with a family records on its page. */
export const byWhoWorksWithThem = { who: 'may-open', param: 'family', ways: ['involved'] } as const

/** What a form on a family's page must know. */
export const readFamilyForm = async (rooms: FamiliesRooms, request: Asked): Promise<FamilyForm | undefined> => {
  const view = await readFamily(rooms, { ...request, query: {} })
  return view === undefined ? undefined : familyFormOf(view)
}

export const familyFormShown = ({ family, people }: FamilyForm): string[] => [
  family,
  ...people.map(({ record }) => record),
]

export const contactRoutes = (rooms: FamiliesRooms): HouseRoute[] =>
  formRoutes<FamilyForm>({
    path: '/families/:family/contact',
    what: 'a contact',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    version: ({ version }) => version,
    begin: ({ today }) => dateFields('happenedOn', today),
    draw: (request, form, state) => contactForm(request.shell, state, form),
    record: async (request, form, seen) => {
      const { contact, errors } = contactFrom(request, form)
      if (contact === undefined) return { errors }
      const done = await rooms.database.transaction('app', async (tx) =>
        recordContact.record(
          rooms.book,
          tx,
          saidBy(request, 'contact'),
          [contact],
          seen === undefined ? undefined : new Map([[form.family, seen]]),
        ),
      )
      return recordedOr(done, () => paths.family(form.family), 'The contact was recorded.')
    },
  })

const seenAnswers = ['yes', 'no', 'not-known'] as const

const contactFrom = (request: Asked, form: FamilyForm): { contact: RecordContact | undefined; errors: FormErrors } => {
  const when = dayGiven(request.form, 'happenedOn', 'The day')
  const channel = choiceGiven(request.form, 'channel', channels, 'Say how it happened')
  const what = textGiven(request.form, 'what', 'Say what was seen, said and done')
  const privacy = choiceGiven(request.form, 'sensitivity', sensitivities, 'Say how private it is')
  const interpreter = choiceGiven(
    request.form,
    'interpreter',
    ['not-needed', 'language', 'needed-but-none', 'not-known'],
    'Say whether an interpreter was there',
  )
  const language =
    interpreter.choice === 'language' ? textGiven(request.form, 'language', 'Enter the language', 300) : undefined
  const known = new Set(form.people.map(({ record }) => record))
  const children = form.people
    .filter(({ child }) => child)
    .map(({ record, name }) => {
      const at = [...Array(form.people.length).keys()].find(
        (index) => fieldText(request.form, `child-${index}`) === record,
      )
      const seen =
        at === undefined
          ? {
              choice: undefined,
              errors: [
                { field: seenField(0), text: 'Somebody joined the family meanwhile: say whether they were seen' },
              ],
            }
          : choiceGiven(request.form, seenField(at), seenAnswers, `Say whether ${name} was seen`)
      const alone =
        at === undefined ? undefined : seenAnswers.find((one) => one === fieldText(request.form, aloneField(at)))
      return { child: record, seen, alone }
    })
  const errors = [
    ...when.errors,
    ...channel.errors,
    ...what.errors,
    ...children.flatMap(({ seen }) => seen.errors),
    ...interpreter.errors,
    ...(language?.errors ?? []),
    ...privacy.errors,
  ]
  if (
    errors.length > 0 ||
    channel.choice === undefined ||
    privacy.choice === undefined ||
    interpreter.choice === undefined
  )
    return { contact: undefined, errors }
  return {
    errors,
    contact: {
      family: form.family,
      happenedOn: when.day,
      channel: channel.choice,
      what: what.text,
      sensitivity: privacy.choice,
      persons: fieldList(request.form, 'persons').filter((record) => known.has(record)),
      children: children.flatMap(({ child, seen, alone }) =>
        seen.choice === undefined
          ? []
          : [{ child, seen: seen.choice, ...(seen.choice === 'yes' && alone !== undefined ? { alone } : {}) }],
      ),
      interpreter: interpreter.choice === 'language' ? { language: language?.text ?? '' } : interpreter.choice,
    },
  }
}
