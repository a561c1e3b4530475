import { given } from '#platform/given.ts'
import { socket } from '#record/index.ts'
import { randomUUIDv7 } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { namesOf, route, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import { fieldText } from '#platform/http/index.ts'
import type { Request, Upload } from '#platform/http/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { changedForViewer } from './loading/changed-for.ts'
import { deliveriesLately, deliveryById, noteDelivery, takeUp } from './loading/deliveries.ts'
import type { Delivery } from './loading/deliveries.ts'
import { applyDelivery } from './loading/apply.ts'
import { feedKindNames, feedKinds, isFeedKind } from './loading/feed-kinds.ts'
import { loadDelivery } from './loading/load.ts'
import type { LoadDelivery } from './loading/load.ts'
import { sendersOf, whoMaySend } from './loading/senders.ts'
import type { Limits } from './limits.ts'
import { checkedDeliveryPage } from './pages/checked-delivery.ts'
import { deliveriesPage } from './pages/deliveries.ts'
import { deliveryPage } from './pages/delivery.ts'
import { newDeliveryPage } from './pages/new-delivery.ts'
import { paths } from './paths.ts'
import { checkDelivery } from './read-delivery.ts'

/** Deliveries are looked after by whoever looks after the settings: the partnership's manager and the system's administrator. */
const rule = { who: 'administers', what: 'settings' } as const

/** How much of a delivery is read, where a setting says other than usual. */
export const deliveryLimits = socket<Partial<Limits>>('how much of a delivery is read')

export const feedRoutes = (premises: Premises): HouseRoute[] => [
  route({
    method: 'GET',
    path: paths.deliveries,
    what: 'deliveries',
    rule,
    handle: async (request) => {
      const deliveries = await premises.database.transaction('app', async (tx) => deliveriesLately(tx))
      return {
        page: deliveriesPage(request.shell, { deliveries, names: await namedIn(premises, deliveries) }),
        shown: [],
      }
    },
  }),
  route({
    method: 'GET',
    path: paths.newDelivery,
    what: 'form to load a delivery',
    rule,
    handle: async (request) => ({ page: await form(premises, request, []), shown: [] }),
  }),
  route({
    method: 'POST',
    path: paths.newDelivery,
    what: 'loading of a delivery',
    rule,
    upload: true,
    handle: async (request) => {
      const kind = fieldText(request.form, 'kind')
      const agency = fieldText(request.form, 'agency')
      const may = await premises.database.transaction('app', async (tx) =>
        sendersOf(tx, isFeedKind(kind) ? [kind] : feedKindNames),
      )
      const known = may.some(({ id }) => id === agency)
      const named = (await agenciesOf(premises)).some(({ id }) => id === agency)
      const file = request.upload?.name === '' ? undefined : request.upload
      const errors: FormErrors = [
        ...(isFeedKind(kind) ? [] : [{ field: 'kind', text: 'Choose what kind of delivery it is' }]),
        ...(known
          ? []
          : [
              {
                field: 'agency',
                text:
                  named && isFeedKind(kind)
                    ? `${whoMaySend(kind)}: choose another agency, or another kind of delivery`
                    : 'Choose whose delivery it is',
              },
            ]),
        ...(file === undefined ? [{ field: 'file', text: 'Choose the zip of the delivery' }] : []),
      ]
      if (errors.length > 0 || file === undefined || !isFeedKind(kind))
        return { page: await form(premises, request, errors), status: 422, shown: [] }
      const folder = await mkdtemp(join(tmpdir(), 'rooftree-delivery-'))
      const path = join(folder, 'delivery.zip')
      if (!(await keep(file, path))) {
        await rm(folder, { recursive: true, force: true })
        return {
          page: await form(premises, request, [
            {
              field: 'file',
              text: 'The zip is larger than the setting ROOFTREE_UPLOAD_MB allows. Load it from the command line.',
            },
          ]),
          status: 422,
          shown: [],
        }
      }
      const limits = given({ limits: deliveryLimits.from(premises.plugs).at(-1) })
      if (checksOnly(request)) {
        try {
          const report = await checkDelivery(feedKinds[kind].format, [path], { receivedAt: request.at, ...limits })
          return {
            page: checkedDeliveryPage(request.shell, {
              report,
              agency: may.find(({ id }) => id === agency)?.name ?? agency,
            }),
            shown: [],
          }
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }
      const id = randomUUIDv7()
      await begun(
        premises,
        { id, kind, agency, paths: [path], by: request.visitor.user, at: request.at, ...limits },
        folder,
      )
      return { goTo: paths.delivery(id), message: 'The delivery has arrived and is being read.' }
    },
  }),
  route({
    method: 'GET',
    path: '/feeds/:delivery',
    what: 'delivery',
    rule,
    handle: async (request) => {
      const delivery = await premises.database.transaction('app', async (tx) =>
        deliveryById(tx, request.params['delivery'] ?? ''),
      )
      if (delivery === undefined) return { missing: true }
      const changes =
        delivery.state === 'applied'
          ? await changedForViewer(
              premises.database,
              premises.book.kinds,
              delivery.id,
              request.visitor,
              viewerStanding(request.visitor, request.today),
            )
          : undefined
      const again = request.query['again'] === 'no' ? undefined : 3
      return {
        page: deliveryPage(request.shell, {
          delivery,
          changes,
          again,
          csrf: request.csrf,
          names: await namedIn(premises, [delivery]),
        }),
        shown: (changes?.listed ?? []).map(({ scope }) => scope),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/feeds/:delivery/confirm',
    what: 'confirmation that rows are gone',
    rule,
    handle: async (request) => {
      const id = request.params['delivery'] ?? ''
      if (!(await premises.database.transaction('app', async (tx) => takeUp(tx, id)))) return { missing: true }
      inTheBackground(premises, id, request.at, async () =>
        applyDelivery(premises, id, request.visitor.user, request.at, request.visitor.user),
      )
      return { goTo: paths.delivery(id), message: 'The delivery is being applied.' }
    },
  }),
]

const agenciesOf = async ({ database }: Premises): Promise<readonly { id: string; name: string }[]> =>
  database.transaction('app', async (tx) => sendersOf(tx, feedKindNames))

const namedIn = async (
  { database }: Premises,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, string>> => {
  const names = await database.transaction('app', async (tx) =>
    namesOf(
      tx,
      deliveries.flatMap(({ agency, by }) => [agency, by]),
    ),
  )
  return new Map([
    ['user:command-line', 'The command line'],
    ...[...names].map(([id, { name }]): [string, string] => [id, name]),
  ])
}

const form = async (premises: Premises, request: Request<Viewer>, errors: FormErrors): Promise<string> =>
  newDeliveryPage(request.shell, {
    csrf: request.csrf,
    agencies: await agenciesOf(premises),
    kind: fieldText(request.form, 'kind'),
    agency: fieldText(request.form, 'agency'),
    only: checksOnly(request),
    errors,
  })

const checksOnly = (request: Request<Viewer>): boolean => fieldText(request.form, 'only') === 'check'

/** @returns whether all of it was taken */
const keep = async (file: Upload, path: string): Promise<boolean> => {
  await pipeline(file.stream, createWriteStream(path, { mode: 0o600 }))
  return !file.cut()
}

/** The page that follows must find the delivery: its row is there before the reply goes out, and reading goes on after it. */
const begun = async (
  premises: Premises,
  delivery: LoadDelivery & { readonly id: string },
  folder: string,
): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  inTheBackground(premises, delivery.id, delivery.at, async () => {
    try {
      await loadDelivery(premises, delivery, undefined, resolve)
    } finally {
      resolve()
      await rm(folder, { recursive: true, force: true })
    }
  })
  await promise
}

/** What fails behind a reply is told on the delivery's own page; a fault of ours must not end the server. */
const inTheBackground = (
  { database }: Premises,
  id: string,
  at: Temporal.Instant,
  work: () => Promise<unknown>,
): void => {
  void work().catch(async () => {
    await database
      .transaction('app', async (tx) => noteDelivery(tx, id, { state: 'broken-off', endedAt: at }))
      .catch(() => undefined)
  })
}
