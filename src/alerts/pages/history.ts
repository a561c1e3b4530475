import type { Directory } from '#access/index.ts'
import type { TimelineItem } from '#platform/govuk/index.ts'
import { longDate } from '#platform/page/index.ts'
import { html } from '#platform/html.ts'
import type { Entry } from '#record/index.ts'
import type { Cause } from '../causes.ts'
import {
  AlertAnswered,
  AlertChanged,
  AlertRaised,
  AlertResolved,
  causesOfEntry,
  ReferralMade,
  ReferralTakenUp,
} from '../entries.ts'
import type { WhyResolved } from '../entries.ts'
import { lastAnswer } from '../facts.ts'
import type { AnswerTold } from '../facts.ts'
import { causesInWords, causesShown } from './causes.ts'
import { answerInWords, aRole, levelInWords, sentenceOf } from '../in-words.ts'

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

const itemsOf = (entries: readonly Entry[], causes: readonly Entry[], directory: Directory): Happened[] =>
  entries
    .filter((entry) => !isTheReferralItself(entry, entries))
    .toSorted(latestFirst)
    .flatMap((entry): Happened[] => {
      const told = inWords(entry)
      if (told === undefined) return []
      // What a referral rests on stands on the alert's own page already.
      const text = ReferralMade.is(entry) ? `${entry.body.reason} ${agreedInWords[entry.body.agreed]}` : told.text
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

/** One entry of this room in words: for an alert's history and for a family's timeline. */
export const inWords = (entry: Entry): { readonly title: string; readonly text: string } | undefined => {
  const why = causesInWords(causesOfEntry(entry))
  if (AlertRaised.is(entry))
    return {
      title: `${entry.body.episode > 1 ? 'Raised again' : 'Raised'}: ${levelInWords[entry.body.level].name.toLowerCase()}`,
      text: [why, found(entry)].filter((text) => text !== '').join(' '),
    }
  if (AlertChanged.is(entry))
    return {
      title:
        entry.body.asksAgain === 'yes'
          ? `Now asks: ${levelInWords[entry.body.level].name.toLowerCase()}`
          : whatMoved(entry.body.movedBy ?? []),
      text: [why, found(entry)].filter((text) => text !== '').join(' '),
    }
  if (AlertResolved.is(entry))
    return { title: 'Not asked any more', text: why === '' ? endedInWords[entry.body.why] : why }
  if (AlertAnswered.is(entry)) {
    const { answer, reason, reviewOn } = entry.body
    return {
      title: `Decided: ${answerInWords[answer].toLowerCase()}`,
      text: `${reason}${reviewOn === undefined ? '' : ` To be asked again on ${longDate(Temporal.PlainDate.from(reviewOn))}.`}`,
    }
  }
  if (ReferralTakenUp.is(entry))
    return {
      title: 'Referral taken up',
      text:
        entry.body.opened === 'yes'
          ? 'A family was opened for the children in this home.'
          : 'They work with the family from this day.',
    }
  if (ReferralMade.is(entry))
    return {
      title: 'Referred to children’s social care',
      text: `${entry.body.reason} ${agreedInWords[entry.body.agreed]} Rests on: ${sentenceOf(entry.body.reasons)}`,
    }
  return undefined
}

const found = (entry: Entry): string =>
  AlertRaised.is(entry) || AlertChanged.is(entry) ? sentenceOf(entry.body.reasons) : ''

const whatMoved = (causes: readonly Cause[]): string => {
  const by = [...new Set(causes.map((one) => one.by))]
  const [only] = by
  return by.length === 1 && only !== undefined ? movedInWords[only] : 'What is found changed'
}
const movedInWords = {
  facts: 'The facts changed',
  policy: 'The partnership’s rule changed',
  day: 'A date came',
} as const

/** Of entries from before causes were recorded no more is known than that nothing is found any more. */
export const endedInWords: Readonly<Record<WhyResolved, string>> = {
  'rule-switched-off': 'The partnership switched the rule off.',
  'rule-changed': 'The partnership’s rule changed.',
  'day-came': 'A date came.',
  'facts-no-longer-hold': 'What was found no longer holds. Why was not written down at that time.',
}

export const agreedInWords = {
  yes: 'The parents know and agree.',
  'told-not-agreed': 'The parents know and do not agree.',
  'not-told': 'The parents have not been told.',
} as const

const byWhom = ({ by, agency }: Entry, directory: Directory): string => {
  if (by === 'user:rooftree') return 'Rooftree, by rule'
  return (
    [directory.get(by)?.name, directory.get(agency)?.name].filter((name) => name !== undefined).join(', ') || 'Somebody'
  )
}
