import { formRoutes, saidBy } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { choiceGiven, dayIfGiven, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { recordedOr } from './parsing.ts'
import { stateRelationship, stateResponsibility } from '../commands/index.ts'
import { parentages, relationshipTypes, responsibilityBases, responsibilityStates } from '../entries/index.ts'
import type { Somebody } from '../entries/index.ts'
import { withNetwork } from '../pages/form-way.ts'
import type { FamilyForm } from '../pages/form-way.ts'
import { relationshipForm, responsibilityForm } from '../pages/kin-forms.ts'
import { paths } from '../paths.ts'
import { byWhoWorksWithThem, familyFormShown } from './contact.ts'
import { readFamily } from './reading.ts'
import type { FamiliesRooms } from './rooms.ts'

export const kinRoutes = (rooms: FamiliesRooms): HouseRoute[] => {
  const shared = {
    rule: byWhoWorksWithThem,
    read: async (request: Parameters<typeof readFamily>[1]): Promise<FamilyForm | undefined> => {
      const page = await readFamily(rooms, { ...request, query: {} })
      return page === undefined ? undefined : withNetwork(page)
    },
    shown: familyFormShown,
  }
  return [
    ...formRoutes<FamilyForm>({
      ...shared,
      path: '/families/:family/relationship',
      what: 'a relationship',
      draw: (request, form, state) => relationshipForm(request.shell, state, form),
      record: async (request, form) => {
        const from = somebodyGiven(request.form, 'from', form, 'Say who it is')
        const type = choiceGiven(request.form, 'type', relationshipTypes, 'Say how they are related')
        const to = choiceGiven(
          request.form,
          'to',
          form.people.map(({ record }) => record),
          'Say to whom',
        )
        const as = parentages.find((one) => one === fieldText(request.form, 'as'))
        const since = dayIfGiven(request.form, 'trueFrom', 'The first day')
        const errors = [...from.errors, ...type.errors, ...to.errors, ...since.errors]
        if (errors.length > 0 || from.somebody === undefined || type.choice === undefined || to.choice === undefined)
          return { errors }
        const statement = {
          from: from.somebody,
          type: type.choice,
          to: to.choice,
          ...beside(request.form, since.day),
          ...(type.choice === 'parent' && as !== undefined ? { as } : {}),
          ...(fieldText(request.form, 'ended') === 'yes' ? { ended: true } : {}),
        }
        const done = await rooms.database.transaction('app', async (tx) =>
          stateRelationship.record(rooms.book, tx, saidBy(request, 'relationship'), [statement]),
        )
        return recordedOr(done, () => paths.family(form.family), 'The relationship was recorded.')
      },
    }),
    ...formRoutes<FamilyForm>({
      ...shared,
      path: '/families/:family/responsibility',
      what: 'parental responsibility',
      draw: (request, form, state) => responsibilityForm(request.shell, state, form),
      record: async (request, form) => {
        const child = choiceGiven(
          request.form,
          'child',
          form.people.filter((one) => one.child).map(({ record }) => record),
          'Choose the child',
        )
        const holder = somebodyGiven(request.form, 'holder', form, 'Say who it is')
        const state = choiceGiven(request.form, 'state', responsibilityStates, 'Say what you know')
        const basis = choiceGiven(
          request.form,
          'basis',
          responsibilityBases,
          'Choose what it rests on. If you do not know, choose “Not known”',
        )
        const seen = dayIfGiven(request.form, 'verifiedOn', 'The day it was seen')
        const since = dayIfGiven(request.form, 'trueFrom', 'The first day')
        const wholeDay: FormErrors =
          seen.day !== undefined && seen.day.length !== 10
            ? [{ field: 'verifiedOn', text: 'The day it was seen must have a day, a month and a year' }]
            : []
        const errors = [
          ...child.errors,
          ...holder.errors,
          ...state.errors,
          ...basis.errors,
          ...seen.errors,
          ...wholeDay,
          ...since.errors,
        ]
        if (
          errors.length > 0 ||
          child.choice === undefined ||
          holder.somebody === undefined ||
          state.choice === undefined ||
          basis.choice === undefined
        )
          return { errors }
        const text = (name: string): string => fieldText(request.form, name)
        const statement = {
          child: child.choice,
          holder: holder.somebody,
          state: state.choice,
          basis: basis.choice,
          ...beside(request.form, since.day),
          ...(text('evidence') === '' ? {} : { evidence: text('evidence') }),
          ...(text('verifiedBy') === '' ? {} : { verifiedBy: text('verifiedBy') }),
          ...(seen.day === undefined ? {} : { verifiedOn: seen.day }),
        }
        const done = await rooms.database.transaction('app', async (tx) =>
          stateResponsibility.record(rooms.book, tx, saidBy(request, 'parental responsibility'), [statement]),
        )
        return recordedOr(done, () => paths.family(form.family), 'Parental responsibility was recorded.', {
          record: 'holder',
        })
      },
    }),
  ]
}

const beside = (fields: FormFields, since: string | undefined): { trueFrom?: string; toldBy?: string } => ({
  ...(since === undefined ? {} : { trueFrom: since }),
  ...(fieldText(fields, 'toldBy') === '' ? {} : { toldBy: fieldText(fields, 'toldBy').slice(0, 300) }),
})

const somebodyGiven = (
  fields: FormFields,
  name: string,
  form: FamilyForm,
  missing: string,
): { somebody: Somebody | undefined; errors: FormErrors } => {
  const chosen = fieldText(fields, name)
  if (chosen === 'not-known') return { somebody: 'not-known', errors: [] }
  if (chosen === 'described') {
    const described = fieldText(fields, `${name}-described`).slice(0, 300)
    return described === ''
      ? { somebody: undefined, errors: [{ field: `${name}-described`, text: 'Say who they are, as far as you know' }] }
      : { somebody: { described }, errors: [] }
  }
  return form.people.some(({ record }) => record === chosen)
    ? { somebody: { record: chosen }, errors: [] }
    : { somebody: undefined, errors: [{ field: name, text: missing }] }
}
