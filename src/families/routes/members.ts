import { formRoutes, performStartInvolvements, roleRules, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { wholeOrNothing } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { choiceGiven, dayGiven, dayIfGiven, fieldText, textGiven } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { addMembers, endMemberships, openFamilies, openRecords, statePregnancies } from '../commands/index.ts'
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
    read: async (ask) => {
      const page = await readFamily(rooms, { ...ask, query: {} })
      if (page === undefined) return undefined
      const form = familyFormOf(page)
      return { form, others: withNetwork(page).people.slice(form.people.length) }
    },
    shown: ({ form, others }) => [...familyFormShown(form), ...others.map(({ record }) => record)],
    version: ({ form }) => form.version,
    draw: (ask, { form, others }, state) => addMemberForm(ask.shell, state, form, others),
    record: async (ask, { form, others }, seen) => {
      const who = choiceGiven(ask.form, 'record', ['new', ...others.map(({ record }) => record)], 'Say who it is')
      const role = choiceGiven(ask.form, 'role', memberRoles, 'Say as what they belong')
      const since = dayIfGiven(ask.form, 'trueFrom', 'The first day')
      const person = who.choice === 'new' ? personGiven(ask.form) : { statements: [], errors: [] }
      const errors = [...who.errors, ...person.errors, ...role.errors, ...since.errors]
      if (errors.length > 0 || who.choice === undefined || role.choice === undefined) return { errors }
      const said = saidBy(ask, 'family member')
      const member = {
        family: form.family,
        record: who.choice === 'new' ? newRecordId() : who.choice,
        role: role.choice,
        ...(since.day === undefined ? {} : { trueFrom: since.day }),
      }
      const done = await wholeOrNothing(rooms.database, async (tx) => {
        if (who.choice === 'new') {
          const opened = await openRecords(rooms.book, tx, said, [
            { record: member.record, statements: person.statements },
          ])
          if (!opened.accepted) return opened
        }
        return addMembers(
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
    read: async (ask) => readFamilyForm(rooms, ask),
    shown: familyFormShown,
    version: ({ version }) => version,
    draw: (ask, form, state) => endMemberForm(ask.shell, state, form),
    record: async (ask, form, seen) => {
      const who = choiceGiven(
        ask.form,
        'record',
        form.people.map(({ record }) => record),
        'Choose who no longer belongs',
      )
      const from = dayGiven(ask.form, 'trueFrom', 'The day')
      const because = textGiven(ask.form, 'because', 'Say why')
      const errors = [...who.errors, ...from.errors, ...because.errors]
      if (errors.length > 0 || who.choice === undefined) return { errors }
      const end = { family: form.family, record: who.choice, trueFrom: from.day, because: because.text }
      const done = await rooms.database.transaction('app', async (tx) =>
        endMemberships(
          rooms.book,
          tx,
          saidBy(ask, 'family member'),
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
    read: async (ask) => (roleRules(ask.visitor.role).mayLearnExistence ? 'open' : undefined),
    shown: () => [],
    draw: (ask, _facts, state) => openFamilyForm(ask.shell, state),
    record: async (ask) => {
      const unborn = fieldText(ask.form, 'around') === 'unborn'
      const person = personGiven(ask.form)
      const expected = unborn ? dayIfGiven(ask.form, 'expected', 'The expected date') : { day: undefined, errors: [] }
      const role = textGiven(ask.form, 'role', 'Say what you do for this family', 300)
      const errors = [...expected.errors, ...person.errors, ...role.errors]
      if (errors.length > 0) return { errors }
      const said = saidBy(ask, 'new family')
      const [record, family] = [newRecordId(), newFamilyId()]
      const done = await wholeOrNothing(rooms.database, async (tx) => {
        const opened = await openRecords(rooms.book, tx, said, [{ record, statements: person.statements }])
        if (!opened.accepted) return opened
        const pregnancy = unborn
          ? await statePregnancies(rooms.book, tx, said, [
              { mother: record, expected: expected.day ?? 'not-known', babies: 'not-known' },
            ])
          : opened
        if (!pregnancy.accepted) return pregnancy
        const made = await openFamilies(rooms.book, tx, said, [
          { family, around: [record], members: unborn ? [{ record, role: 'parent' }] : [] },
        ])
        if (!made.accepted) return made
        const involved = await performStartInvolvements(rooms.book, tx, said, [
          { family, principal: ask.visitor.user, role: role.text, from: ask.today },
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
