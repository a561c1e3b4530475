import { namelessPerson, newPerson, newRecordId, statementsOf } from '#families/index.ts'
import { fieldsOf } from '#platform/form/index.ts'
import type { PersonStatement } from '#families/index.ts'
import { dayFrom } from '#platform/dates.ts'
import { choiceGiven, dayGiven, dayIfGiven, fieldList, fieldText } from '#platform/http/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { StateOccupancy } from '../commands/index.ts'
import { applicationParts, tenancyParts, toLead } from '../entries/index.ts'
import type { OccupancyStatement } from '../facts/occupancy.ts'
import type { HomeAsked } from '../pages/home-form.ts'
import { choosable } from '../pages/list-form.ts'
import type { ListName } from '../paths.ts'
import type { RecordId } from '../subjects.ts'
import { chosenOf } from './asks.ts'
import type { Read } from './asks.ts'

/** What one list says of one person; `opens` is what is told of somebody who has no record yet. */
export interface ListAsk {
  readonly occupancy: StateOccupancy
  readonly opens?: readonly PersonStatement[]
}

const nothing = { day: undefined, errors: [] }

export const readList =
  (list: ListName) =>
  (form: FormFields, asked: HomeAsked): Read<ListAsk> => {
    const chosen = fieldList(form, 'who')
    const people = choosable(asked, list).filter(({ record }) => chosen.includes(record))
    const isNew = chosen.includes('new')
    const says = choiceGiven(form, 'says', ['yes', 'left', 'no', 'not-known'], 'Say what is so')
    const how =
      list === 'sleeps-here'
        ? choiceGiven(form, 'known-how', ['seen', 'told'], 'Say whether you saw it or were told')
        : { choice: undefined, errors: [] }
    const since = says.choice === 'yes' ? dayIfGiven(form, 'from', 'The day since when it is so') : nothing
    const until =
      says.choice === 'left'
        ? dayGiven(
            form,
            'until',
            list === 'sleeps-here' ? 'The day on which they left' : 'The day since when they are on it no longer',
          )
        : nothing
    const on = dayGiven(form, 'on', 'The day on which you found this out')
    const newcomer = isNew ? newcomerIn(form) : { statements: [], errors: [] }
    const errors = [
      ...(people.length === 0 && !isNew ? [{ field: 'who', text: 'Choose at least one person' }] : []),
      ...newcomer.errors,
      ...says.errors,
      ...since.errors,
      ...until.errors,
      ...how.errors,
      ...on.errors,
      ...(isNew && says.choice !== undefined && says.choice !== 'yes'
        ? [{ field: 'says', text: 'Of somebody who is in no list yet, only say that they are' }]
        : []),
    ]
    if (errors.length > 0 || says.choice === undefined) return { errors }
    const given: Given = {
      form,
      home: asked.view.home,
      list,
      says: says.choice,
      how: how.choice,
      since: since.day,
      until: until.day,
      on: on.day,
    }
    const asks: ListAsk[] = people.map(({ record, own }) => ({ occupancy: saidOf(given, record, own) }))
    if (isNew) asks.push({ occupancy: saidOf(given, newRecordId(), undefined), opens: newcomer.statements })
    return { asks, at: asks.map(() => 0) }
  }

const newcomerIn = (form: FormFields): { statements: readonly PersonStatement[]; errors: FormErrors } => {
  const fields = fieldsOf(newPerson)
  const read = fields.read(form)
  const wrong = 'errors' in read ? read.errors : []
  const person = fields.readable(form)
  const nameless = namelessPerson(person, new Set(wrong.map(({ field }) => field)))
  return { statements: statementsOf(person), errors: [...nameless, ...wrong] }
}

interface Given {
  readonly form: FormFields
  readonly home: string
  readonly list: ListName
  readonly says: 'yes' | 'left' | 'no' | 'not-known'
  readonly how: 'seen' | 'told' | undefined
  readonly since: string | undefined
  readonly until: string | undefined
  readonly on: string
}

/** An agency's new statement replaces its own earlier one: what the form did not ask again (since when, as what) is said again with it. */
const saidOf = (
  { form, home, list, says, how, since, until, on }: Given,
  record: RecordId,
  own: OccupancyStatement | undefined,
): StateOccupancy => {
  const still = says === 'yes' || says === 'left' ? own : undefined
  const from =
    since ??
    (still !== undefined &&
    still.way !== 'address' &&
    still.says === 'yes' &&
    still.from !== undefined &&
    dayFrom(still.from) !== undefined
      ? still.from
      : undefined)
  const toldBy = fieldText(form, 'told-by')
  const common = {
    home,
    record,
    says: says === 'left' ? ('yes' as const) : says,
    verifiedOn: on,
    ...(from === undefined ? {} : { trueFrom: from }),
    ...(until === undefined ? {} : { trueUntil: until }),
    ...(toldBy === '' ? {} : { toldBy }),
  }
  switch (list) {
    case 'sleeps-here': {
      const related = chosenOf(toLead, fieldText(form, 'to-lead')) ?? chosenOf(toLead, still?.toLead ?? '')
      return {
        ...common,
        list,
        knownHow: how ?? 'not-known',
        ...(related === undefined ? {} : { relationshipToLead: related }),
        ...(says === 'yes' && fieldList(form, 'temporary').includes('yes') ? { temporary: 'yes' } : {}),
      }
    }
    case 'on-tenancy': {
      const part = chosenOf(tenancyParts, fieldText(form, 'part')) ?? chosenOf(tenancyParts, still?.part ?? '')
      return { ...common, list, ...(part === undefined ? {} : { part }) }
    }
    case 'on-application': {
      const part = chosenOf(applicationParts, fieldText(form, 'part')) ?? chosenOf(applicationParts, still?.part ?? '')
      return { ...common, list, ...(part === undefined ? {} : { part }) }
    }
  }
}
