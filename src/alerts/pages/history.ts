import type { Directory } from '#access/index.ts'
import type { TimelineItem } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Entry, Naming } from '#record/index.ts'
import {
  AlertAnswered,
  AlertChanged,
  AlertRaised,
  AlertResolved,
  causesOfEntry,
  ReferralMade,
  ReferralTakenUp,
} from '../entries.ts'
import { lastAnswer } from '../facts.ts'
import type { AnswerTold } from '../facts.ts'
import { causesShown } from './causes.ts'
import { agreedInWords, alertsKinds, found } from '../describe.ts'
import { aRole } from '../in-words.ts'

/** What happened to an alert, the latest first, as a family's timeline has it. */
export const historyOf = ({ entries, answers, causes, directory, today }: Told): TimelineItem[] =>
  [
    ...itemsOf(entries, causes, directory),
    ...askedAgain(answers, today),
    ...answers.filter(({ read }) => !read).map(closedAnswer),
  ].toSorted((one, other) => Temporal.Instant.compare(other.when, one.when))

export interface Told {
  readonly entries: readonly Entry[]
  readonly answers: readonly AnswerTold[]
  /** The facts by which it moved, as far as the reader may see them. */
  readonly causes: readonly Entry[]
  readonly directory: Directory
  readonly today: Temporal.PlainDate
}

/** A review date that came is no entry: it is told where the asking began again. */
const askedAgain = (answers: readonly AnswerTold[], today: Temporal.PlainDate): Happened[] => {
  const on = lastAnswer(answers)?.reviewOn ?? undefined
  if (on === undefined || on > today.toString()) return []
  return [
    {
      title: { text: 'Asked again' },
      when: Temporal.PlainDate.from(on).toZonedDateTime('Europe/London').toInstant(),
      by: 'Rooftree, by rule',
      description: { text: 'A date came: the day on which it was to be asked again.' },
    },
  ]
}

type Happened = TimelineItem & { readonly when: Temporal.Instant }

/** That it was answered, by which role and when; the words are not open to the reader. */
const closedAnswer = ({ at, by }: AnswerTold): Happened => ({
  title: { text: `${aRole(by)} answered` },
  when: Temporal.Instant.from(at),
  description: { text: 'What they wrote is not open to your role.' },
})

/** No entry of an alert names a person or an agency. */
const own = new Map(
  alertsKinds.map(({ kind, words }) => [
    kind,
    (entry: Entry) => words.tell({ ...entry, body: entry.body ?? {} }, noNames),
  ]),
)
const noNames: Naming = { person: () => '', listed: () => ({ name: '' }), noun: () => '' }

const itemsOf = (entries: readonly Entry[], causes: readonly Entry[], directory: Directory): Happened[] =>
  entries
    .filter((entry) => !isTheReferralItself(entry, entries))
    .toSorted(latestFirst)
    .flatMap((entry): Happened[] => {
      const words = own.get(entry.kind)
      if (words === undefined) return []
      const told = words(entry)
      // What a referral rests on stands on the alert's own page already.
      const text = ReferralMade.is(entry)
        ? `${entry.body.reason} ${agreedInWords[entry.body.agreed]}`
        : (told.text ?? '')
      const why = causesOfEntry(entry)
      const description = why.length === 0 ? { text } : { html: html`${causesShown(why, causes)}${found(entry)}` }
      return [{ title: { text: told.title }, when: entry.recordedAt, by: byWhom(entry, directory), description }]
    })

/** A referral is recorded with an answer of the same words, so that the alert asks no longer: one act, told once. */
const isTheReferralItself = (entry: Entry, all: readonly Entry[]): boolean =>
  AlertAnswered.is(entry) &&
  entry.body.answer === 'acted' &&
  all.some((other) => ReferralMade.is(other) && other.by === entry.by && other.recordedAt.equals(entry.recordedAt))

/** What is recorded at one instant stands in the order in which an alert lives. */
const life = [AlertRaised, AlertChanged, AlertAnswered, ReferralMade, ReferralTakenUp, AlertResolved].map(
  ({ kind }) => kind,
)

const latestFirst = (one: Entry, other: Entry): number =>
  Temporal.Instant.compare(other.recordedAt, one.recordedAt) || life.indexOf(other.kind) - life.indexOf(one.kind)

const byWhom = ({ by, agency }: Entry, directory: Directory): string => {
  if (by === 'user:rooftree') return 'Rooftree, by rule'
  return (
    [directory.get(by)?.name, directory.get(agency)?.name].filter((name) => name !== undefined).join(', ') || 'Somebody'
  )
}
