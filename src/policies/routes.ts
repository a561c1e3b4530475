import { namesOf, roleRules, route, saidBy, viewerStanding } from '#access/index.ts'
import type { Directory, HouseRoute, Premises } from '#access/index.ts'
import { fieldDay, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { append, socket } from '#record/index.ts'
import type { PolicyInForce } from './facts.ts'
import { setPolicyPage } from './pages/set-policy.ts'
import { settingsPage } from './pages/settings.ts'
import type { Policy, PolicyValue } from './policy.ts'
import { readPolicies } from './read.ts'
import { policyRefusalInWords, setPolicy } from './rules.ts'

/** What rooms ask the partnership to decide. */
export const policies = socket<Policy>('settings')

/** What a room can say of a change to one of its policies: who is concerned by it today. */
export interface PolicyFollows {
  readonly policy: string
  readonly follows: (premises: Premises, inForce: PolicyValue, today: Temporal.PlainDate) => Promise<Html | undefined>
}
export const policyFollows = socket<PolicyFollows>('what follows from a setting')

export const policyRoutes = (rooms: Premises): HouseRoute[] => {
  const all = policies.from(rooms.plugs)
  const named = (id: string | undefined): Policy | undefined => all.find((policy) => policy.id === id)
  const whoDecided = async (shown: readonly PolicyInForce[]): Promise<Directory> =>
    rooms.database.transaction('app', async (tx) =>
      namesOf(
        tx,
        shown.flatMap(({ decision, coming, earlier }) =>
          [...(decision === undefined ? [] : [decision]), ...coming, ...earlier].flatMap(({ by, agency }) => [
            by,
            agency,
          ]),
        ),
      ),
    )
  const drawn = async (
    request: Parameters<Parameters<typeof route>[0]['handle']>[0],
    policy: Policy,
    fields: FormFields,
    errors: FormErrors,
  ): Promise<string> => {
    const [inForce] = await rooms.database.transaction(viewerStanding(request.visitor, request.today), async (tx) =>
      readPolicies(tx, [policy], request.today),
    )
    if (inForce === undefined) return ''
    const follows = await policyFollows
      .from(rooms.plugs)
      .find((one) => one.policy === policy.id)
      ?.follows(rooms, inForce.value, request.today)
    return setPolicyPage(request.shell, {
      inForce,
      directory: await whoDecided([inForce]),
      csrf: request.csrf,
      fields,
      errors,
      ...(follows === undefined ? {} : { follows }),
    })
  }
  return [
    route({
      method: 'GET',
      path: '/settings',
      what: 'settings',
      rule: { who: 'signed-in' },
      handle: async (request) => {
        const inForce = await rooms.database.transaction(viewerStanding(request.visitor, request.today), async (tx) =>
          readPolicies(tx, all, request.today),
        )
        return {
          page: settingsPage(request.shell, {
            policies: inForce,
            directory: await whoDecided(inForce),
            mayChange: roleRules(request.visitor.role).administers.includes('settings'),
          }),
          shown: [],
        }
      },
    }),
    route({
      method: 'GET',
      path: '/settings/:policy',
      what: 'form to change a setting',
      rule: { who: 'administers', what: 'settings' },
      handle: async (request) => {
        const policy = named(request.params['policy'])
        if (policy === undefined) return { missing: true }
        return { page: await drawn(request, policy, (await request.draft(request.path)) ?? {}, []), shown: [] }
      },
    }),
    route({
      method: 'POST',
      path: '/settings/:policy',
      what: 'change of a setting',
      rule: { who: 'administers', what: 'settings' },
      handle: async (request) => {
        const policy = named(request.params['policy'])
        if (policy === undefined) return { missing: true }
        const from = fieldDay(request.form, 'from', 'The day')
        const decision = setPolicy(
          policy,
          {
            value: fieldText(request.form, 'value'),
            reason: fieldText(request.form, 'reason'),
            from: 'day' in from ? from.day : undefined,
          },
          request.today,
        )
        if (!decision.accepted || !('day' in from)) {
          const words = policyRefusalInWords(policy)
          const because = decision.accepted ? [] : decision.because
          const errors = because.map(({ reason, field }) =>
            'error' in from && field === 'from-day' ? from.error : { field: field ?? 'value', text: words[reason] },
          )
          return { page: await drawn(request, policy, request.form, errors), status: 422, shown: [] }
        }
        await rooms.database.transaction('app', async (tx) =>
          append(rooms.book, tx, saidBy(request, 'policy'), [decision.value]),
        )
        return { goTo: '/settings', message: `Recorded: ${policy.title}, from ${longDate(from.day)}.` }
      },
    }),
  ]
}
