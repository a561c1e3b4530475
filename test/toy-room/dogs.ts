import { z } from 'zod'
import { form, routes } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import { paths } from '#families/index.ts'
import { accept } from '#platform/decision.ts'
import { choice, day, fieldsOf, text } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import { civilDay, lineId } from '#platform/question/codec.ts'
import { question } from '#platform/question/question.ts'
import { anObject, oneOf } from '#platform/question/schema.ts'
import { numberOn, policies, questions } from '#policies/index.ts'
import type { Policy } from '#policies/index.ts'
import {
  command,
  daysRefused,
  entryKind,
  envelopeOf,
  existing,
  room,
  sharedSentences,
  versionsOf,
  worded,
} from '#record/index.ts'
import type { Provenance } from '#record/index.ts'

const about = { topic: 'family', retention: 'child-record' } as const
const says = ['yes', 'no', 'not-known'] as const
const DogStated = entryKind({ ...about, kind: 'DogStated', body: z.strictObject({ says: z.enum(says) }) })
const DogBitten = entryKind({ ...about, kind: 'DogBitten', body: z.strictObject({ what: z.string().max(4000) }) })

const dogKinds = worded(
  { DogStated, DogBitten },
  {
    DogStated: {
      noun: 'whether somebody keeps a dog',
      examples: [{ says: 'yes' }, { says: 'not-known' }],
      tell: ({ body }) => ({ title: body.says === 'not-known' ? 'A dog: nobody could say' : `A dog: ${body.says}` }),
    },
    DogBitten: {
      noun: 'bites of a dog',
      examples: [{ what: 'It bit the postman.' }],
      tell: ({ body }) => ({ title: 'The dog bit somebody', text: body.what }),
    },
  },
)

/** Is an answer of `saidOn` still relied upon on `on`? The day on which it was given counts. */
const stillHolds = (saidOn: Temporal.PlainDate, on: Temporal.PlainDate, days: number): boolean =>
  Temporal.PlainDate.compare(on, saidOn.add({ days })) < 0

export const dogDays: Policy = {
  id: 'dog-answer-days',
  title: 'How long an answer about a dog holds',
  under: 'Overcrowded homes',
  what: 'For how many days it is relied upon whether somebody keeps a dog.',
  value: 180,
  unit: 'days',
  status: 'proposed',
  source: 'Our proposal.',
  recommendations: [],
  asked: { as: 'number', least: 1, most: 400 },
}

export const dogQuestion = question({
  name: 'dog',
  answers: 'Is an answer about a dog still relied upon?',
  each: 'answer',
  recommendations: [],
  source: 'Our proposal.',
  facts: z.object({ id: lineId, saidOn: civilDay, on: civilDay }),
  takes: { id: 'text or a number', saidOn: 'the day of the answer', on: 'the day asked about' },
  refusals: {},
  out: anObject({ holds: oneOf(true, false) }),
  examples: [
    {
      says: 'The last day on which it holds.',
      in: { id: 1, saidOn: '2026-01-01', on: '2026-06-29' },
      out: { id: 1, holds: true },
    },
    {
      says: 'The first day after.',
      in: { id: 2, saidOn: '2026-01-01', on: '2026-06-30' },
      out: { id: 2, holds: false },
    },
  ],
  answer: ({ saidOn, on }) => accept({ holds: stillHolds(saidOn, on, numberOn(dogDays, [], on)) }),
})

type StateDog = Provenance & { readonly record: string; readonly says: (typeof says)[number]; readonly bite?: string }

const stateDog = command({
  name: 'state dog',
  sentences: { ...sharedSentences, 'no-such-record': 'Nobody is recorded here. Go back to the person’s page.' },
  gather: async (tx, asks: readonly StateDog[]) =>
    existing(
      tx,
      asks.map(({ record }) => record),
    ),
  decide: (ask, known, { today }) => {
    const said = { subjects: [{ id: ask.record, type: 'record', role: 'about' } as const], ...envelopeOf(ask) }
    return {
      because: [
        ...(known.has(ask.record) ? [] : [{ reason: 'no-such-record' as const }]),
        ...daysRefused(ask, today, 'whole-day'),
      ],
      entries: [
        DogStated.of({ ...said, body: { says: ask.says } }),
        ...(ask.bite === undefined ? [] : [DogBitten.of({ ...said, body: { what: ask.bite } })]),
      ],
      id: ask.record,
    }
  },
})

const dogForm = (premises: Premises): HouseRoute[] =>
  form(premises, {
    path: '/people/:record/dog',
    name: 'dog',
    what: 'whether somebody keeps a dog',
    rule: { who: 'may-open', param: 'record', ways: ['involved'] },
    read: async ({ params }) => {
      const record = params['record'] ?? ''
      const versions = await premises.database.transaction('app', async (tx) => versionsOf(tx, [record]))
      return { record, versions }
    },
    shown: ({ record }) => [record],
    seen: ({ versions }) => versions,
    frame: ({ record }) => ({
      title: 'A dog',
      heading: 'Is there a dog?',
      way: [{ text: 'Person', href: paths.person(record) }, { text: 'A dog' }],
      look: paths.person(record),
      submit: 'Record it',
    }),
    fields: () =>
      fieldsOf({
        says: choice({
          legend: 'Do they keep a dog?',
          missing: 'Say whether they keep a dog',
          items: says.map((value) => ({ value, text: value === 'not-known' ? 'Asked, and nobody could say' : value })),
        }),
        bite: text({ label: 'Has it bitten anybody? What happened?', rows: 3 }),
        happenedOn: day({ legend: 'On which day were you told?', missing: 'Enter the day' }),
      }),
    record: async ({ book, tx, said, expect }, { bite, ...answers }, { record }) =>
      stateDog.record(book, tx, said, [{ ...answers, ...given({ bite }), record }], expect),
    done: (_ids, { record }) => ({ goTo: paths.person(record), message: 'It is recorded.' }),
  })

export const dogsRoom = room({
  name: 'dogs',
  kinds: dogKinds,
  plugs: [...routes.plug(dogForm), ...policies.plug(dogDays), ...questions.plug(dogQuestion)],
})
