import type { FormErrors } from '#platform/govuk/index.ts'
import { choiceGiven, dayGiven, dayIfGiven, fieldText, textGiven, textIfGiven } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { StateApplication, StatePlacement, StateTenancy } from '../commands/index.ts'
import { applicationStatuses, duties, noticeKinds, placementTypes, tenancyTypes } from '../entries/index.ts'
import type { HomeAsked } from '../pages/home-form.ts'
import { noNumber, notifiedNames, ownApplication, ownStay, ownTenancy } from '../pages/letting-forms.ts'
import { chosenOf } from './asks.ts'
import type { Read } from './asks.ts'

const yesNo = ['yes', 'no', 'not-known'] as const

export const readTenancy = (form: FormFields, asked: HomeAsked): Read<StateTenancy> => {
  const told = ownTenancy(asked, fieldText(form, 'which'))
  const tenancy = textGiven(form, 'tenancy', 'Enter your number for the tenancy', 300)
  const type = choiceGiven(form, 'type', tenancyTypes, 'Choose what kind it is, or “Kind of tenancy not known”')
  const kind = chosenOf(noticeKinds, fieldText(form, 'notice'))
  const [started, ended] = [
    dayIfGiven(form, 'started', 'The day on which it began'),
    dayIfGiven(form, 'ended', 'The day on which it ended'),
  ]
  const served =
    kind === undefined
      ? { day: undefined, errors: [] }
      : dayIfGiven(form, 'served', 'The day on which notice was served')
  const errors = [...tenancy.errors, ...type.errors, ...started.errors, ...ended.errors, ...served.errors]
  if (errors.length > 0 || type.choice === undefined) return { errors }
  return one({
    home: asked.view.home,
    tenancy: tenancy.text,
    type: type.choice,
    ...(told?.inArrears === undefined ? {} : { inArrears: told.inArrears }),
    ...(started.day === undefined ? {} : { startedOn: started.day }),
    ...(ended.day === undefined ? {} : { endedOn: ended.day }),
    ...(kind === undefined ? {} : { notice: { kind, ...(served.day === undefined ? {} : { servedOn: served.day }) } }),
  })
}

/** Where nobody applied, there is no number to give. */
const withoutNumber: ReadonlySet<string> = new Set(['never-applied', 'not-eligible-nrpf', 'not-known'])

export const readApplication = (form: FormFields, asked: HomeAsked): Read<StateApplication> => {
  const told = ownApplication(asked, fieldText(form, 'which'))
  const status = choiceGiven(form, 'status', applicationStatuses, 'Choose where it stands, or “Not known”')
  const number =
    withoutNumber.has(status.choice ?? '') && fieldText(form, 'application') === ''
      ? { text: noNumber, errors: [] }
      : textGiven(form, 'application', 'Enter the number of the application', 300)
  const [registered, priority, lastBid] = [
    dayIfGiven(form, 'registered', 'The day on which it was registered'),
    dayIfGiven(form, 'priority', 'The priority date'),
    dayIfGiven(form, 'last-bid', 'The day of the last bid'),
  ]
  const [band, reason] = [textIfGiven(form, 'band'), textIfGiven(form, 'no-bid')]
  const [bids, refusals] = [countGiven(form, 'bids', 9999), countGiven(form, 'refusals', 999)]
  const errors = [
    ...number.errors,
    ...status.errors,
    ...registered.errors,
    ...priority.errors,
    ...lastBid.errors,
    ...bids.errors,
    ...refusals.errors,
    ...band.errors,
    ...reason.errors,
  ]
  if (errors.length > 0 || status.choice === undefined) return { errors }
  const {
    because: _because,
    toldBy: _toldBy,
    registeredOn: _registered,
    band: _band,
    priorityDate: _priority,
    lastBidOn: _lastBid,
    bids: _bids,
    refusals: _refusals,
    reasonRecorded: _reason,
    ...notAsked
  } = told ?? {}
  return one({
    ...notAsked,
    home: asked.view.home,
    application: number.text,
    status: status.choice,
    ...(registered.day === undefined ? {} : { registeredOn: registered.day }),
    ...(band.text === '' ? {} : { band: band.text }),
    ...(priority.day === undefined ? {} : { priorityDate: priority.day }),
    ...(lastBid.day === undefined ? {} : { lastBidOn: lastBid.day }),
    ...(bids.count === undefined ? {} : { bids: bids.count }),
    ...(refusals.count === undefined ? {} : { refusals: refusals.count }),
    ...(reason.text === '' ? {} : { reasonRecorded: reason.text }),
  })
}

export const readStay = (form: FormFields, asked: HomeAsked): Read<StatePlacement> => {
  const which = fieldText(form, 'which')
  const told = ownStay(asked, which)
  const type = choiceGiven(form, 'type', placementTypes, 'Choose what kind it is, or that it is not known')
  const first = dayGiven(form, 'first', 'The first night')
  const left = dayIfGiven(form, 'left', 'The day on which they left')
  const agreed = chosenOf(yesNo, fieldText(form, 'agreed'))
  const notified =
    agreed === 'yes'
      ? notifiedNames.map((name) => ({ name, ...dayIfGiven(form, name, 'The day on which they were told') }))
      : []
  const number = textIfGiven(form, 'case')
  const errors = [
    ...type.errors,
    ...first.errors,
    ...left.errors,
    ...number.errors,
    ...notified.flatMap(({ errors }) => errors),
  ]
  if (errors.length > 0 || type.choice === undefined) return { errors }
  const [duty, outOfArea] = [chosenOf(duties, fieldText(form, 'duty')), chosenOf(yesNo, fieldText(form, 'out-of-area'))]
  const days = Object.fromEntries(notified.flatMap(({ name, day }) => (day === undefined ? [] : [[name, day]])))
  return one({
    home: asked.view.home,
    ...(told === undefined ? {} : { placement: which }),
    ...(told?.applicant === undefined ? {} : { applicant: told.applicant }),
    ...(told?.dutyStartedOn === undefined ? {} : { dutyStartedOn: told.dutyStartedOn }),
    ...(told?.agreedOn === undefined ? {} : { agreedOn: told.agreedOn }),
    type: type.choice,
    startedOn: first.day,
    ...(left.day === undefined ? {} : { endedOn: left.day }),
    ...(number.text === '' ? {} : { case: number.text }),
    ...(duty === undefined ? {} : { duty }),
    ...(outOfArea === undefined ? {} : { outOfArea }),
    ...(agreed === undefined ? {} : { agreedToNotify: agreed }),
    ...(Object.keys(days).length === 0 ? {} : { notified: days }),
  })
}

const one = <T>(request: T): Read<T> => ({ asks: [request], at: [0] })

const countGiven = (
  form: FormFields,
  name: string,
  most: number,
): { count: number | undefined; errors: FormErrors } => {
  const text = fieldText(form, name)
  if (text === '') return { count: undefined, errors: [] }
  return /^\d{1,4}$/u.test(text) && Number(text) <= most
    ? { count: Number(text), errors: [] }
    : { count: undefined, errors: [{ field: name, text: `Write a whole number from 0 to ${most}` }] }
}
