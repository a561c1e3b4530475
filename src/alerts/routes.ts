import { namesOf, route, saidBy, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import { namesIn, readHome } from '#housing/index.ts'
import type { HomeView } from '#housing/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { fieldDay, fieldText } from '#platform/http/index.ts'
import type { Request, FormFields } from '#platform/http/index.ts'
import type { PolicyFollows } from '#policies/index.ts'
import { append, RecordConflict } from '#record/index.ts'
import { oneAtATime } from './assess.ts'
import { agreements, answerAlert, answerRefusals, decisions, mayRefer } from './commands/answer-alert.ts'
import { asksOn, lastAnswer } from './facts.ts'
import { foundOutLinks } from './found-out.ts'
import { alertPage } from './pages/alert.ts'
import { loadPage, wouldRaiseTable } from './pages/load.ts'
import { paths } from './paths.ts'
import { overcrowdingAlert } from './policies.ts'
import { alertLoad, readAlert, wouldRaise } from './queries.ts'
import type { AlertView } from './queries.ts'
import { referralRoutes } from './referrals/routes.ts'

type Asked = Request<Viewer>

export const alertRoutes = (premises: Premises): HouseRoute[] => [
  ...referralRoutes(premises),
  route({
    method: 'GET',
    path: '/alerts/load',
    what: 'load and use of alerts',
    rule: { who: 'administers', what: 'settings' },
    handle: async (request) => ({
      page: loadPage(
        request.shell,
        await premises.database.transaction('app', async (tx) => alertLoad(tx, request.today)),
      ),
      shown: [],
    }),
  }),
  route({
    method: 'GET',
    path: '/alerts/:alert',
    what: 'alert page',
    rule: { who: 'may-open', param: 'alert' },
    handle: async (request) => {
      const drawn = await draw(premises, request, {
        fields: (await request.draft(request.path)) ?? {},
        errors: [],
        changedMeanwhile: false,
      })
      return drawn === undefined ? { missing: true } : { page: drawn.page, shown: drawn.shown }
    },
  }),
  route({
    method: 'POST',
    path: '/alerts/:alert',
    what: 'answer to an alert',
    rule: { who: 'may-open', param: 'alert' },
    handle: async (request) => {
      const done = await record(premises, request)
      if ('message' in done) return { goTo: paths.alert(request.params['alert'] ?? ''), message: done.message }
      const drawn = await draw(premises, request, {
        fields: request.form,
        errors: done.errors,
        changedMeanwhile: done.changedMeanwhile,
      })
      return drawn === undefined
        ? { missing: true }
        : { page: drawn.page, shown: drawn.shown, status: done.changedMeanwhile ? 409 : 422 }
    },
  }),
]

interface FormTyped {
  readonly fields: FormFields
  readonly errors: FormErrors
  readonly changedMeanwhile: boolean
}

const draw = async (
  premises: Premises,
  request: Asked,
  typed: FormTyped,
): Promise<{ page: string; shown: string[] } | undefined> => {
  const { visitor: viewer, today } = request
  const alert = request.params['alert'] ?? ''
  const view = await premises.database.transaction(viewerStanding(viewer, today), async (tx) => readAlert(tx, alert))
  if (view === undefined) return undefined
  const { facts, entries, restsOn, causes, answers } = view
  const asked =
    askedOf(view, viewer, today) ?? (typed.errors.length > 0 ? 'asked' : typed.changedMeanwhile ? 'may-add' : undefined)
  const home = await readHome(premises.database, viewer, facts.home, today)
  const directory = await premises.database.transaction('app', async (tx) =>
    namesOf(
      tx,
      [...entries, ...restsOn].flatMap(({ by, agency }) => [by, agency]),
    ),
  )
  const looksAt = new Set(
    facts.reasons.flatMap((reason) =>
      reason.code === 'short-of-bedrooms' ? ['bedroom-standard'] : reason.code === 'statutory' ? [...reason.by] : [],
    ),
  )
  const working =
    'cannot' in home.answers ? [] : home.answers.shown.filter(({ answer }) => looksAt.has(answer.standard))
  return {
    page: alertPage(request.shell, {
      facts,
      entries,
      restsOn,
      whose: whoseRecords(home),
      causes,
      answers,
      findOut: await foundOutLinks(premises.database, viewer, facts, home, today),
      address: home.address,
      working,
      directory,
      today,
      seesPart: viewer.role === 'housing-officer',
      sourcesOf: viewer.role === 'housing-officer' ? viewer.agency : 'everybody',
      form:
        asked === undefined
          ? undefined
          : { csrf: request.csrf, seen: answers.length, asked, mayRefer: mayRefer(viewer.role), ...typed },
    }),
    shown: facts.latest.subjects.filter(({ type }) => type !== 'alert').map(({ id }) => id),
  }
}

/** Each record of the home's lists, by what the home's own page calls its person. */
const whoseRecords = ({ facts, people }: HomeView): Map<string, { name: string; known: boolean }> => {
  const names = namesIn(facts, people, '')
  return new Map(
    [...facts.sleeping, ...facts.tenancy, ...facts.application].flatMap(({ person, records }) =>
      records.map(
        (record) =>
          [
            record,
            {
              name: names.get(person)?.short ?? 'Somebody',
              known: people.get(person)?.names.display.shown !== undefined,
            },
          ] as const,
      ),
    ),
  )
}

/** What somebody is asked now, may add beside another's answer, or neither. */
const askedOf = (
  { facts, answers }: AlertView,
  viewer: Viewer,
  today: Temporal.PlainDate,
): 'asked' | 'may-add' | undefined => {
  if (facts.resolved !== undefined || !facts.audience.includes(viewer.role)) return undefined
  if (asksOn({ audience: facts.audience, answers }, today)) return 'asked'
  return lastAnswer(answers)?.by === viewer.role ? undefined : 'may-add'
}

type Recorded = { readonly message: string } | { readonly errors: FormErrors; readonly changedMeanwhile: boolean }

const record = async ({ database, book }: Premises, request: Asked): Promise<Recorded> => {
  const alert = request.params['alert'] ?? ''
  const review = fieldDay(request.form, 'reviewOn', 'The day')
  const given = {
    decision: decisions.find((one) => one === fieldText(request.form, 'decision')),
    reason: fieldText(request.form, 'reason'),
    agreed: agreements.find((one) => one === fieldText(request.form, 'agreed')),
    reviewOn: 'day' in review ? review.day : undefined,
  }
  const view = await database.transaction(viewerStanding(request.visitor, request.today), async (tx) =>
    readAlert(tx, alert),
  )
  if (view === undefined)
    return {
      errors: [{ field: 'decision', text: answerRefusals['alerts.resolved-meanwhile'] }],
      changedMeanwhile: false,
    }
  const decision = answerAlert(given, view.facts, request.visitor.role, request.today)
  if (!decision.accepted) {
    const errors = decision.because.map(({ reason, field }) =>
      field === 'reviewOn-day' && 'error' in review
        ? review.error
        : { field: field ?? 'decision', text: answerRefusals[reason] },
    )
    return { errors, changedMeanwhile: false }
  }
  // A form is compared with the answers that its reader is told of: that somebody answered a case sealed from them is no news for them.
  const seen = fieldText(request.form, 'seen-answers')
  if (/^\d+$/u.test(seen) && Number(seen) !== view.answers.length) return { errors: [], changedMeanwhile: true }
  try {
    await database.transaction('app', async (tx) => {
      await oneAtATime(tx)
      await append(book, tx, saidBy(request, 'alert'), decision.value, new Map([[alert, view.version]]))
    })
    return {
      message:
        given.decision === 'refer'
          ? 'The referral was made. Children’s social care receives it with the reasons.'
          : 'The decision was recorded.',
    }
  } catch (error) {
    if (error instanceof RecordConflict && error.subject === alert) return { errors: [], changedMeanwhile: true }
    throw error
  }
}

/** What a change to the overcrowding alert would mean today: for the settings page. */
export const overcrowdingFollows: PolicyFollows = {
  policy: overcrowdingAlert.id,
  follows: async (premises, inForce, today) => {
    if (overcrowdingAlert.asked.as !== 'choice') return undefined
    return wouldRaiseTable(
      await wouldRaise(
        premises.database,
        overcrowdingAlert.asked.choices.map(({ value }) => value).filter((value) => value !== 'off'),
        today,
      ),
      inForce,
    )
  },
}
