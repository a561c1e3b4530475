import type { Directory } from '#access/index.ts'
import type { TimelineItem } from '#platform/govuk/index.ts'
import { longDate } from '#platform/page/index.ts'
import type { Entry } from '#record/index.ts'
import { AlertAnswered, AlertChanged, AlertRaised, AlertResolved, ReferralMade, ReferralTakenUp } from '../entries.ts'
import type { AnswerTold } from '../facts.ts'
import { answerInWords, aRole, levelInWords, sentenceOf } from '../in-words.ts'

/** What happened to an alert, the latest first, as a family's timeline has it. */
export const historyOf = (entries: readonly Entry[], answers: readonly AnswerTold[], directory: Directory): TimelineItem[] =>
  [...itemsOf(entries, directory), ...answers.filter(({ read }) => !read).map(closedAnswer)].toSorted((one, other) => Temporal.Instant.compare(other.when, one.when))

type Happened = TimelineItem & { readonly when: Temporal.Instant }

/** That it was answered, by which role and when; the words are not open to the reader. */
const closedAnswer = ({ at, by }: AnswerTold): Happened => ({ title: { text: `${aRole(by)} answered` }, when: Temporal.Instant.from(at), description: { text: 'What they wrote is not open to your role.' } })

const itemsOf = (entries: readonly Entry[], directory: Directory): Happened[] =>
  entries.filter((entry) => !isTheReferralItself(entry, entries)).toSorted(latestFirst).flatMap((entry): Happened[] => {
    const told = inWords(entry)
    if (told === undefined) return []
    // What a referral rests on stands on the alert's own page already.
    const text = ReferralMade.is(entry) ? `${entry.body.reason} ${agreedInWords[entry.body.agreed]}` : told.text
    return [{ title: { text: told.title }, when: entry.recordedAt, by: byWhom(entry, directory), description: { text } }]
  })

/** A referral is recorded with an answer of the same words, so that the alert asks no longer: one act, told once. */
const isTheReferralItself = (entry: Entry, all: readonly Entry[]): boolean =>
  AlertAnswered.is(entry) && entry.body.answer === 'acted' && all.some((other) => ReferralMade.is(other) && other.by === entry.by && other.recordedAt.equals(entry.recordedAt))

/** What is recorded at one instant stands in the order in which an alert lives. */
const life = [AlertRaised, AlertChanged, AlertAnswered, ReferralMade, ReferralTakenUp, AlertResolved].map(({ kind }) => kind)

const latestFirst = (one: Entry, other: Entry): number => Temporal.Instant.compare(other.recordedAt, one.recordedAt) || life.indexOf(other.kind) - life.indexOf(one.kind)

/** One entry of this room in words: for an alert's history and for a family's timeline. */
export const inWords = (entry: Entry): { readonly title: string; readonly text: string } | undefined => {
  if (AlertRaised.is(entry)) return { title: `Raised: ${levelInWords[entry.body.level].name.toLowerCase()}`, text: sentenceOf(entry.body.reasons) }
  if (AlertChanged.is(entry)) return { title: entry.body.asksAgain === 'yes' ? `Now asks: ${levelInWords[entry.body.level].name.toLowerCase()}` : 'The facts moved', text: sentenceOf(entry.body.reasons) }
  if (AlertResolved.is(entry)) return { title: 'Not asked any more', text: entry.body.why === 'rule-switched-off' ? 'The partnership switched the rule off.' : 'The facts no longer hold.' }
  if (AlertAnswered.is(entry)) {
    const { answer, reason, reviewOn } = entry.body
    return { title: `Decided: ${answerInWords[answer].toLowerCase()}`, text: `${reason}${reviewOn === undefined ? '' : ` To be asked again on ${longDate(Temporal.PlainDate.from(reviewOn))}.`}` }
  }
  if (ReferralTakenUp.is(entry)) return { title: 'Referral taken up', text: entry.body.opened === 'yes' ? 'A family was opened for the children in this home.' : 'They work with the family from this day.' }
  if (ReferralMade.is(entry)) return { title: 'Referred to children’s social care', text: `${entry.body.reason} ${agreedInWords[entry.body.agreed]} Rests on: ${sentenceOf(entry.body.reasons)}` }
  return undefined
}

export const agreedInWords = { yes: 'The parents know and agree.', 'told-not-agreed': 'The parents know and do not agree.', 'not-told': 'The parents have not been told.' } as const

const byWhom = ({ by, agency }: Entry, directory: Directory): string => {
  if (by === 'user:rooftree') return 'Rooftree, by rule'
  return [directory.get(by)?.name, directory.get(agency)?.name].filter((name) => name !== undefined).join(', ') || 'Somebody'
}

/** What a fact is about; what it says stands with the home and its people. */
export const factInWords = ({ kind }: Pick<Entry, 'kind'>): string => facts[kind] ?? 'Another fact'

const facts: Readonly<Record<string, string>> = {
  SleepsHereStated: 'Who sleeps here', AddressStated: 'Where somebody lives', BirthStated: 'A birth date', SexStated: 'Sex', RelationshipStated: 'Who is a couple, or parent and child', RoomsStated: 'The rooms', HomeDescribed: 'The number of bedrooms',
  ConditionStated: 'What is wrong with the home', PlacementStated: 'A stay in temporary accommodation', RegisterApplicationStated: 'The housing application', PregnancyStated: 'A birth expected',
  SleepingArrangementStated: 'Where a baby sleeps', ChildInNeedPlanStated: 'A child in need plan', ChildProtectionPlanStated: 'A child protection plan',
}
