import { formRoutes, startInvolvement, roleRules, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { wholeOrNothing } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { choiceGiven, dayGiven, dayIfGiven, fieldText, textGiven } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { addMember, endMembership, openFamily, openRecord, statePregnancy } from '../commands/index.ts'
import { memberRoles } from '../entries/index.ts'
import { familyFormOf, withNetwork } from '../pages/form-way.ts'
import type { Choosable, FamilyForm } from '../pages/form-way.ts'
import { addMemberForm, endMemberForm, openFamilyForm } from '../pages/member-forms.ts'
import { paths } from '../paths.ts'
import { newFamilyId, newRecordId } from '../subjects.ts'
import { byWhoWorksWithThem, familyFormShown, readFamilyForm } from './contact.ts'
import { personGiven, statementPlaces } from './person-given.ts'
import { readFamily } from './reading.ts'
import type { FamiliesRooms } from './rooms.ts'

interface Joining {
  readonly form: FamilyForm
  readonly others: readonly Choosable[]
}

export const memberRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  ...formRoutes<Joining>({
    path: '/families/:family/add-member',
    what: 'who belongs to a family',
    rule: byWhoWorksWithThem,
    read: async (request) => {
      const page = await readFamily(rooms, { ...request, query: {} })
      if (page === undefined) return undefined
      const form = familyFormOf(page)
      return { form, others: withNetwork(page).people.slice(form.people.length) }
    },
    shown: ({ form, others }) => [...familyFormShown(form), ...others.map(({ record }) => record)],
    version: ({ form }) => form.version,
    draw: (request, { form, others }, state) => addMemberForm(request.shell, state, form, others),
    record: async (request, { form, others }, seen) => {
      const who = choiceGiven(request.form, 'record', ['new', ...others.map(({ record }) => record)], 'Say who it is')
      const role = choiceGiven(request.form, 'role', memberRoles, 'Say as what they belong')
      const since = dayIfGiven(request.form, 'trueFrom', 'The first day')
      const person = who.choice === 'new' ? personGiven(request.form) : { statements: [], errors: [] }
      const errors = [...who.errors, ...person.errors, ...role.errors, ...since.errors]
      if (errors.length > 0 || who.choice === undefined || role.choice === undefined) return { errors }
      const said = saidBy(request, 'family member')
      const member = {
        family: form.family,
        record: who.choice === 'new' ? newRecordId() : who.choice,
        role: role.choice,
        ...(since.day === undefined ? {} : { trueFrom: since.day }),
      }
      const done = await wholeOrNothing(rooms.database, async (tx) => {
        if (who.choice === 'new') {
          const opened = await openRecord.record(rooms.book, tx, said, [
            { record: member.record, statements: person.statements },
          ])
          if (!opened.accepted) return opened
        }
        return addMember.record(
          rooms.book,
          tx,
          said,
          [member],
          seen === undefined ? undefined : new Map([[form.family, seen]]),
        )
      })
      return recordedOr(done, () => paths.family(form.family), 'Recorded who belongs to the family.', statementPlaces)
    },
  }),
  ...formRoutes<FamilyForm>({
    path: '/families/:family/end-member',
    what: 'who no longer belongs to a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamilyForm(rooms, request),
    shown: familyFormShown,
    version: ({ version }) => version,
    draw: (request, form, state) => endMemberForm(request.shell, state, form),
    record: async (request, form, seen) => {
      const who = choiceGiven(
        request.form,
        'record',
        form.people.map(({ record }) => record),
        'Choose who no longer belongs',
      )
      const from = dayGiven(request.form, 'trueFrom', 'The day')
      const because = textGiven(request.form, 'because', 'Say why')
      const errors = [...who.errors, ...from.errors, ...because.errors]
      if (errors.length > 0 || who.choice === undefined) return { errors }
      const end = { family: form.family, record: who.choice, trueFrom: from.day, because: because.text }
      const done = await rooms.database.transaction('app', async (tx) =>
        endMembership.record(
          rooms.book,
          tx,
          saidBy(request, 'family member'),
          [end],
          seen === undefined ? undefined : new Map([[form.family, seen]]),
        ),
      )
      return recordedOr(done, () => paths.family(form.family), 'Recorded who no longer belongs to the family.')
    },
  }),
  ...formRoutes<'open'>({
    path: paths.openFamily,
    what: 'a new family',
    rule: { who: 'signed-in' },
    // Whoever may learn that somebody is known may also find that nobody is, and open a file: see the roles of the access room.
    read: async (request) => (roleRules(request.visitor.role).mayLearnExistence ? 'open' : undefined),
    shown: () => [],
    draw: (request, _facts, state) => openFamilyForm(request.shell, state),
    record: async (request) => {
      const unborn = fieldText(request.form, 'around') === 'unborn'
      const person = personGiven(request.form)
      const expected = unborn
        ? dayIfGiven(request.form, 'expected', 'The expected date')
        : { day: undefined, errors: [] }
      const role = textGiven(request.form, 'role', 'Say what you do for this family', 300)
      const errors = [...expected.errors, ...person.errors, ...role.errors]
      if (errors.length > 0) return { errors }
      const said = saidBy(request, 'new family')
      const [record, family] = [newRecordId(), newFamilyId()]
      const done = await wholeOrNothing(rooms.database, async (tx) => {
        const opened = await openRecord.record(rooms.book, tx, said, [{ record, statements: person.statements }])
        if (!opened.accepted) return opened
        const pregnancy = unborn
          ? await statePregnancy.record(rooms.book, tx, said, [
              { mother: record, expected: expected.day ?? 'not-known', babies: 'not-known' },
            ])
          : opened
        if (!pregnancy.accepted) return pregnancy
        const made = await openFamily.record(rooms.book, tx, said, [
          { family, around: [record], members: unborn ? [{ record, role: 'parent' }] : [] },
        ])
        if (!made.accepted) return made
        const involved = await startInvolvement.record(rooms.book, tx, said, [
          { family, principal: request.visitor.user, role: role.text, from: request.today },
        ])
        if (!involved.accepted)
          throw new Fault(
            'families.opened-by-nobody',
            'A family was opened, but whoever opened it could not be recorded as working with it.',
          )
        return made
      })
      return recordedOr(done, () => paths.family(family), 'The family was opened.', statementPlaces)
    },
  }),
]
