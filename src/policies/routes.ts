import { form, namesOf, roleRules, route, viewerStanding } from '#access/index.ts'
import type { Directory, HouseRoute, Premises } from '#access/index.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import { socket, versionsOf } from '#record/index.ts'
import type { PolicyInForce } from './facts.ts'
import { policySubject } from './entries.ts'
import { setPolicyFields, setPolicyFrame } from './pages/set-policy.ts'
import type { SetPolicyAsked } from './pages/set-policy.ts'
import { settingsPage } from './pages/settings.ts'
import type { Policy, PolicyValue } from './policy.ts'
import { readPolicies } from './read.ts'
import { setPolicy } from './rules.ts'

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
    ...form(rooms, {
      path: '/settings/:policy',
      name: 'policy',
      what: 'a setting',
      rule: { who: 'administers', what: 'settings' },
      read: async (request): Promise<SetPolicyAsked | undefined> => {
        const policy = named(request.params['policy'])
        if (policy === undefined) return undefined
        const subject = policySubject(policy.id).id
        const { inForce, version } = await rooms.database.transaction(
          viewerStanding(request.visitor, request.today),
          async (tx) => ({
            inForce: (await readPolicies(tx, [policy], request.today))[0],
            version: (await versionsOf(tx, [subject])).get(subject) ?? 0,
          }),
        )
        if (inForce === undefined) return undefined
        const follows = policyFollows.from(rooms.plugs).find((one) => one.policy === policy.id)
        return {
          inForce,
          version,
          directory: await whoDecided([inForce]),
          follows: await follows?.follows(rooms, inForce.value, request.today),
        }
      },
      shown: () => [],
      seen: ({ inForce, version }) => new Map([[policySubject(inForce.policy.id).id, version]]),
      frame: setPolicyFrame,
      fields: setPolicyFields,
      record: async ({ book, tx, said, expect }, { value, reason, from }, { inForce }) =>
        setPolicy(inForce.policy).record(
          book,
          tx,
          said,
          [{ value, reason, from: Temporal.PlainDate.from(from) }],
          expect,
        ),
      done: (_ids, { inForce }, { from }) => ({
        goTo: '/settings',
        message: `Recorded: ${inForce.policy.title}, from ${longDate(Temporal.PlainDate.from(from))}.`,
      }),
    }),
  ]
}
