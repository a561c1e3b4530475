import type { HouseRoute, Premises } from '#access/index.ts'
import { bodyOf } from '#record/index.ts'
import { choice, day, fieldsOf, text, wholeNumber } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import { stateApplication, stateTenancy } from '../commands/index.ts'
import {
  applicationStatuses,
  noticeKinds,
  RegisterApplicationStated,
  TenancyStated,
  tenancyTypes,
} from '../entries/index.ts'
import type { Stated } from '../facts/statements.ts'
import { applicationWords, noticeWords, tenancyWords } from '../words.ts'
import { byWhoLooksAfterIt, dayTyped, homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'

/** What the reader's own agency said last of the thing that the form's address names; another agency's statement stays its own. */
export const ownStatement = <T>(
  stated: readonly Stated<T>[],
  { agency, which }: HomeAsked,
  keyOf: (value: T) => string,
): T | undefined =>
  which === '' ? undefined : stated.find(({ value, basis }) => basis.agency === agency && keyOf(value) === which)?.value

const ownTenancy = (asked: HomeAsked) => ownStatement(asked.view.facts.tenancies, asked, ({ tenancy }) => tenancy)
const ownApplication = (asked: HomeAsked) =>
  ownStatement(asked.view.facts.applications, asked, ({ application }) => application)

/** The agreement itself; who is on it is a list of its own. */
export const tenancyForm = (premises: Premises): HouseRoute[] =>
  homeForm(premises, {
    name: 'tenancy',
    what: 'a tenancy',
    heading: 'Record a tenancy or licence',
    ways: byWhoLooksAfterIt,
    replaces: [TenancyStated],
    begin: (asked) => {
      const told = ownTenancy(asked)
      if (told === undefined) return {}
      const { tenancy, type, notice, startedOn, endedOn } = told
      return {
        tenancy,
        type,
        notice: notice?.kind ?? '',
        ...dayTyped('startedOn', startedOn),
        ...dayTyped('endedOn', endedOn),
        ...dayTyped('servedOn', notice?.servedOn),
      }
    },
    fields: () =>
      fieldsOf({
        tenancy: text({
          label: 'Your number for the tenancy',
          width: 20,
          missing: 'Enter your number for the tenancy',
        }),
        type: choice({
          legend: 'What kind is it?',
          as: 'list',
          missing: 'Choose what kind it is, or “Kind of tenancy not known”',
          items: tenancyTypes.map((value) => ({ value, text: tenancyWords[value] ?? value })),
        }),
        startedOn: day({
          legend: 'When did it begin?',
          hint: 'Leave it empty if it is not known',
          what: 'The day on which it began',
        }),
        endedOn: day({
          legend: 'When did it end?',
          hint: 'Leave it empty if it has not ended',
          what: 'The day on which it ended',
        }),
        notice: choice({
          legend: 'Has notice been served?',
          items: [
            ...noticeKinds.map((value) => ({ value, text: upper(noticeWords[value] ?? value) })),
            { divider: 'or' },
            { value: 'none', text: 'No notice is recorded' },
          ],
        }),
        servedOn: day({ legend: 'If notice was served: on which day?', what: 'The day on which notice was served' }),
      }),
    record: async ({ book, tx, said, expect }, { notice, servedOn, ...answers }, asked) =>
      stateTenancy.record(
        book,
        tx,
        said,
        [
          {
            home: asked.view.home,
            ...answers,
            ...given({ inArrears: ownTenancy(asked)?.inArrears }),
            ...(notice === undefined || notice === 'none' ? {} : { notice: { kind: notice, ...given({ servedOn }) } }),
          },
        ],
        expect,
      ),
    place: ({ field }) => (field === 'notice' ? 'servedOn' : (field ?? 'tenancy')),
    message: 'The tenancy is recorded.',
  })

/** What stands for the number where nobody applied, or nobody may. */
export const noNumber = 'none'
/** Where nobody applied, there is no number to give. */
const withoutNumber: ReadonlySet<string> = new Set(['never-applied', 'not-eligible-nrpf', 'not-known'])

/** What the form asks of an application; the rest is said again as the agency said it last. */
const askedOfRegister = [
  'because',
  'toldBy',
  'registeredOn',
  'band',
  'priorityDate',
  'lastBidOn',
  'bids',
  'refusals',
  'reasonRecorded',
] as const

/** What the housing register says of an application made from this home. */
export const registerForm = (premises: Premises): HouseRoute[] =>
  homeForm(premises, {
    name: 'register',
    what: 'a housing application',
    heading: 'Record a housing application',
    ways: byWhoLooksAfterIt,
    replaces: [RegisterApplicationStated],
    before: html`<p class="govuk-body">A long time without a bid is a reason to ask why and to help. It is never a sign that there is no need.</p>`,
    begin: (asked) => {
      const told = ownApplication(asked)
      if (told === undefined) return {}
      return {
        application: told.application === noNumber ? '' : told.application,
        status: told.status,
        band: told.band ?? '',
        bids: told.bids === undefined ? '' : String(told.bids),
        refusals: told.refusals === undefined ? '' : String(told.refusals),
        reasonRecorded: told.reasonRecorded ?? '',
        ...dayTyped('registeredOn', told.registeredOn),
        ...dayTyped('priorityDate', told.priorityDate),
        ...dayTyped('lastBidOn', told.lastBidOn),
      }
    },
    fields: (_asked, today) =>
      fieldsOf({
        application: text({
          label: 'Number of the application',
          hint: 'Leave it empty where nobody ever applied, or may not apply',
          width: 20,
        }),
        status: choice({
          legend: 'Where does it stand?',
          as: 'list',
          missing: 'Choose where it stands, or “Not known”',
          items: applicationStatuses.map((value) => ({
            value,
            text:
              value === 'not-eligible-nrpf'
                ? 'Not allowed on the register (no recourse to public funds)'
                : (applicationWords[value] ?? value),
          })),
        }),
        registeredOn: day({
          legend: 'When was it first registered?',
          hint: 'Leave it empty if it is not known',
          what: 'The day on which it was registered',
          notAfter: today,
        }),
        band: text({ label: 'Band', hint: 'Leave it empty if it is not known', width: 10 }),
        priorityDate: day({
          legend: 'Priority date',
          hint: 'From which day the band counts',
          what: 'The priority date',
        }),
        lastBidOn: day({
          legend: 'When was the last bid?',
          hint: 'Leave it empty if there was none, or it is not known',
          what: 'The day of the last bid',
          notAfter: today,
        }),
        bids: wholeNumber({ label: 'How many bids in the last twelve months?', width: 4, least: 0, most: 9999 }),
        refusals: wholeNumber({ label: 'How many offers were refused?', width: 4, least: 0, most: 999 }),
        reasonRecorded: text({ label: 'If there is no bid: why, as far as anybody asked', rows: 2, most: 300 }),
      }),
    check: ({ application, status }, _asked, wrong) =>
      application === undefined && !wrong.has('application') && !withoutNumber.has(status ?? '')
        ? [{ field: 'application', text: 'Enter the number of the application' }]
        : [],
    record: async ({ book, tx, said, expect }, answers, about) => {
      const told = ownApplication(about)
      // What the form did not ask is said again; what it did ask is said as it stands here, and not at all where it was left empty.
      const notAsked = told === undefined ? {} : bodyOf({ ...told }, ...askedOfRegister)
      const ask = { ...notAsked, home: about.view.home, application: noNumber, ...answers }
      return stateApplication.record(book, tx, said, [ask], expect)
    },
    message: 'The application is recorded.',
  })
