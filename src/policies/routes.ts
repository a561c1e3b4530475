import { namesOf, roleRules, route, saidBy, viewerStanding } from '#access/index.ts'
import type { Directory, HouseRoute, Premises } from '#access/index.ts'
import { fieldDay, fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { append } from '#record/index.ts'
import type { PolicyInForce } from './facts.ts'
import { setPolicyPage } from './pages/set-policy.ts'
import { settingsPage } from './pages/settings.ts'
import type { Policy, PolicyValue } from './policy.ts'
import { readPolicies } from './read.ts'
import { policyRefusalInWords, setPolicy } from './rules.ts'

export interface PolicyRooms extends Premises {
  readonly policies: readonly Policy[]
  /** What a room can say of a change to one of its policies: who is concerned by it today. */
  readonly follows?: (policy: Policy, inForce: PolicyValue, today: Temporal.PlainDate) => Promise<Html | undefined>
}

export const policyRoutes = (rooms: PolicyRooms): HouseRoute[] => {
  const named = (id: string | undefined): Policy | undefined => rooms.policies.find((policy) => policy.id === id)
  const whoDecided = async (policies: readonly PolicyInForce[]): Promise<Directory> =>
    rooms.database.transaction('app', async (tx) =>
      namesOf(
        tx,
        policies.flatMap(({ decision, coming, earlier }) =>
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
    const follows = await rooms.follows?.(policy, inForce.value, request.today)
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
        const policies = await rooms.database.transaction(viewerStanding(request.visitor, request.today), async (tx) =>
          readPolicies(tx, rooms.policies, request.today),
        )
        return {
          page: settingsPage(request.shell, {
            policies,
            directory: await whoDecided(policies),
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
