import { input, radios, select, textarea } from '#platform/govuk/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dateField, dateFields, typed } from '#platform/page/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { applicationStatuses, duties, noticeKinds, placementTypes, tenancyTypes } from '../entries/index.ts'
import type { Stated } from '../facts/statements.ts'
import { applicationWords, dutyWords, noticeWords, placementWords, tenancyWords } from '../words.ts'
import { homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'

/** What the reader's own agency said last of the thing that the form's address names; another agency's statement stays its own. */
const ownStatement = <T>(
  stated: readonly Stated<T>[],
  agency: string,
  keyOf: (value: T) => string,
  which: string,
): T | undefined =>
  which === '' ? undefined : stated.find(({ value, basis }) => basis.agency === agency && keyOf(value) === which)?.value

export const ownTenancy = ({ view, agency }: HomeAsked, which: string) =>
  ownStatement(view.facts.tenancies, agency, ({ tenancy }) => tenancy, which)
export const ownApplication = ({ view, agency }: HomeAsked, which: string) =>
  ownStatement(view.facts.applications, agency, ({ application }) => application, which)
export const ownStay = ({ view, agency }: HomeAsked, which: string) =>
  ownStatement(view.facts.placements, agency, ({ placement }) => placement, which)

const dayTyped = (name: string, day: string | undefined): FormFields =>
  day === undefined ? {} : dateFields(name, Temporal.PlainDate.from(day))
const which = (state: FormState): Html => html`<input type="hidden" name="which" value="${typed(state, 'which')}">`

/** What stands for the number where nobody applied, or nobody may. */
export const noNumber = 'none'

export const tenancyBegins = (asked: HomeAsked, which: string): FormFields => {
  const told = ownTenancy(asked, which)
  if (told === undefined) return {}
  return {
    tenancy: told.tenancy,
    type: told.type,
    notice: told.notice?.kind ?? '',
    ...dayTyped('started', told.startedOn),
    ...dayTyped('ended', told.endedOn),
    ...dayTyped('served', told.notice?.servedOn),
  }
}

/** The agreement itself; who is on it is a list of its own. */
export const tenancyForm = (shell: Shell, state: FormState, asked: HomeAsked): string => {
  const { errors } = state
  return homeForm(
    shell,
    state,
    asked,
    'Record a tenancy or licence',
    html`${which(state)}
    ${input({ name: 'tenancy', label: 'Your number for the tenancy', value: typed(state, 'tenancy'), width: 20, errors })}
    ${select({ name: 'type', label: 'What kind is it?', value: typed(state, 'type'), unchosen: 'Choose', errors, items: tenancyTypes.map((value) => ({ value, text: tenancyWords[value] ?? value })) })}
    ${dateField(state, 'started', 'When did it begin?', 'Leave it empty if it is not known')}
    ${dateField(state, 'ended', 'When did it end?', 'Leave it empty if it has not ended')}
    ${radios({
      name: 'notice',
      legend: 'Has notice been served?',
      value: typed(state, 'notice'),
      errors,
      items: [
        ...noticeKinds.map((value) => ({ value, text: upper(noticeWords[value] ?? value) })),
        { divider: 'or' },
        { value: '', text: 'No notice is recorded' },
      ],
    })}
    ${dateField(state, 'served', 'If notice was served: on which day?')}`,
  )
}

export const registerBegins = (asked: HomeAsked, which: string): FormFields => {
  const told = ownApplication(asked, which)
  if (told === undefined) return {}
  return {
    application: told.application === noNumber ? '' : told.application,
    status: told.status,
    band: told.band ?? '',
    bids: told.bids === undefined ? '' : String(told.bids),
    refusals: told.refusals === undefined ? '' : String(told.refusals),
    'no-bid': told.reasonRecorded ?? '',
    ...dayTyped('registered', told.registeredOn),
    ...dayTyped('priority', told.priorityDate),
    ...dayTyped('last-bid', told.lastBidOn),
  }
}

/** What the housing register says of an application made from this home. */
export const registerForm = (shell: Shell, state: FormState, asked: HomeAsked): string => {
  const { errors } = state
  const dated = { text: 'Leave it empty if it is not known' }
  return homeForm(
    shell,
    state,
    asked,
    'Record a housing application',
    html`${which(state)}
    <p class="govuk-body">A long time without a bid is a reason to ask why and to help. It is never a sign that there is no need.</p>
    ${input({ name: 'application', label: 'Number of the application', hint: { text: 'Leave it empty where nobody ever applied, or may not apply' }, value: typed(state, 'application'), width: 20, errors })}
    ${select({ name: 'status', label: 'Where does it stand?', value: typed(state, 'status'), unchosen: 'Choose', errors, items: applicationStatuses.map((value) => ({ value, text: value === 'not-eligible-nrpf' ? 'Not allowed on the register (no recourse to public funds)' : (applicationWords[value] ?? value) })) })}
    ${dateField(state, 'registered', 'When was it first registered?', dated.text)}
    ${input({ name: 'band', label: 'Band', hint: dated, value: typed(state, 'band'), width: 10, errors })}
    ${dateField(state, 'priority', 'Priority date', 'From which day the band counts')}
    ${dateField(state, 'last-bid', 'When was the last bid?', 'Leave it empty if there was none, or it is not known')}
    ${input({ name: 'bids', label: 'How many bids in the last twelve months?', value: typed(state, 'bids'), width: 4, inputmode: 'numeric', errors })}
    ${input({ name: 'refusals', label: 'How many offers were refused?', value: typed(state, 'refusals'), width: 4, inputmode: 'numeric', errors })}
    ${textarea({ name: 'no-bid', label: 'If there is no bid: why, as far as anybody asked', value: typed(state, 'no-bid'), rows: 2, errors })}`,
  )
}

const notifiedTo = [
  ['surgery', 'The surgery'],
  ['school', 'The school'],
  ['healthVisitors', 'The health visitors'],
] as const
export const notifiedNames = notifiedTo.map(([name]) => name)

export const stayBegins = (asked: HomeAsked, which: string): FormFields => {
  const told = ownStay(asked, which)
  if (told === undefined) return {}
  return {
    type: told.type,
    case: told.case ?? '',
    duty: told.duty ?? '',
    'out-of-area': told.outOfArea ?? '',
    agreed: told.agreedToNotify ?? '',
    ...dayTyped('first', told.startedOn),
    ...dayTyped('left', told.endedOn),
    ...Object.fromEntries(notifiedNames.flatMap((name) => Object.entries(dayTyped(name, told.notified?.[name])))),
  }
}

/** Nights in temporary accommodation. Six weeks in bed and breakfast are a total over the stays of one case (Order of 2003, article 4). */
export const stayForm = (shell: Shell, state: FormState, asked: HomeAsked): string => {
  const { errors } = state
  return homeForm(
    shell,
    state,
    asked,
    'Record a stay in temporary accommodation',
    html`${which(state)}
    ${select({ name: 'type', label: 'What kind of accommodation is it?', value: typed(state, 'type'), unchosen: 'Choose', errors, items: placementTypes.map((value) => ({ value, text: placementWords[value] ?? value })) })}
    ${dateField(state, 'first', 'When was the first night?')}
    ${dateField(state, 'left', 'When did they leave?', 'The first night they no longer slept here. Leave it empty while they stay.')}
    ${input({ name: 'case', label: 'Number of the homelessness case', hint: { text: 'Stays of one case are counted together' }, value: typed(state, 'case'), width: 20, errors })}
    ${select({ name: 'duty', label: 'Under which duty?', value: typed(state, 'duty'), unchosen: 'Not asked', errors, items: duties.map((value) => ({ value, text: dutyWords[value] })) })}
    ${radios({
      name: 'out-of-area',
      legend: 'Is it outside the borough?',
      value: typed(state, 'out-of-area'),
      layout: 'inline',
      errors,
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not-known', text: 'Not known' },
      ],
    })}
    ${radios({
      name: 'agreed',
      legend: 'Did the parent agree that the surgery, school and health visitors be told?',
      hint: { text: 'Ask once for each application (Housing Act 1996, section 213AA)' },
      value: typed(state, 'agreed'),
      errors,
      items: [
        {
          value: 'yes',
          text: 'Yes',
          more: html`${notifiedTo.map(([name, text]) => dateField(state, name, `${text}: told on which day?`, 'Leave it empty if they are not told yet'))}`,
        },
        { value: 'no', text: 'No' },
        { value: 'not-known', text: 'Not asked yet' },
      ],
    })}`,
  )
}
