import { longDate } from '#platform/page/index.ts'
import { worded } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import type { Cause } from './causes.ts'
import {
  AlertAnswered,
  AlertChanged,
  AlertRaised,
  AlertResolved,
  causesOfEntry,
  ReferralMade,
  ReferralTakenUp,
} from './entries.ts'
import type { WhyResolved } from './entries.ts'
import { answerInWords, levelInWords, sentenceOf } from './in-words.ts'
import { causesInWords } from './pages/causes.ts'
import type { Reason } from './reasons.ts'

const reasons: Reason[] = [{ code: 'children', children: 2, underOne: 0, underFive: 1 }]
const foundThen: Omit<ReturnType<typeof AlertRaised.parse>, 'rule' | 'part' | 'episode' | 'recommendations'> = {
  level: 'consider-referral',
  reasons,
  restsOn: [],
  audience: ['housing-officer'],
  policy: { policy: 'priority-list-referral', version: 'first-value', value: true, status: 'local' },
}

/** What this room may record, in words: for an alert's history and for a family's timeline. */
export const alertsKinds = worded(
  { AlertRaised, AlertChanged, AlertResolved, AlertAnswered, ReferralMade, ReferralTakenUp },
  {
    AlertRaised: {
      noun: 'an alert',
      examples: [
        { rule: 'child-in-home-on-priority-list', part: 'housing', episode: 1, recommendations: [4], ...foundThen },
      ],
      tell: (entry) => ({
        title: `${entry.body.episode > 1 ? 'Raised again' : 'Raised'}: ${levelInWords[entry.body.level].name.toLowerCase()}`,
        text: whyAndFound(entry),
      }),
    },
    AlertChanged: {
      noun: 'an alert',
      examples: [
        { change: 1, asksAgain: 'yes', ...foundThen },
        { change: 2, asksAgain: 'no', ...foundThen },
      ],
      tell: (entry) => ({
        title:
          entry.body.asksAgain === 'yes'
            ? `Now asks: ${levelInWords[entry.body.level].name.toLowerCase()}`
            : whatMoved(entry.body.movedBy ?? []),
        text: whyAndFound(entry),
      }),
    },
    AlertResolved: {
      noun: 'an alert that is not asked any more',
      examples: [{ why: 'facts-no-longer-hold' }, { why: 'rule-switched-off' }],
      tell: (entry) => {
        const why = causesInWords(causesOfEntry(entry))
        return { title: 'Not asked any more', text: why === '' ? endedInWords[entry.body.why] : why }
      },
    },
    AlertAnswered: {
      noun: 'the answer to an alert',
      examples: [{ answer: 'not-now', reason: 'They move on Friday.', reviewOn: '2026-03-23', by: 'housing-officer' }],
      tell: ({ body: { answer, reason, reviewOn } }) => ({
        title: `Decided: ${answerInWords[answer].toLowerCase()}`,
        text: `${reason}${reviewOn === undefined ? '' : ` To be asked again on ${longDate(Temporal.PlainDate.from(reviewOn))}.`}`,
      }),
    },
    ReferralMade: {
      noun: 'a referral',
      examples: [
        {
          alert: 'alert:1',
          to: 'childrens-social-care',
          reason: 'Nobody has seen the children.',
          agreed: 'not-told',
          reasons,
        },
      ],
      tell: ({ body }) => ({
        title: 'Referred to children’s social care',
        text: `${body.reason} ${agreedInWords[body.agreed]} Rests on: ${sentenceOf(body.reasons)}`,
      }),
    },
    ReferralTakenUp: {
      noun: 'a referral that was taken up',
      examples: [{ referral: '0198aaaa-0000-7000-8000-000000000001', families: ['family:1'], opened: 'yes' }],
      tell: ({ body }) => ({
        title: 'Referral taken up',
        text:
          body.opened === 'yes'
            ? 'A family was opened for the children in this home.'
            : 'They work with the family from this day.',
      }),
    },
  },
)

const whyAndFound = (entry: Entry): string =>
  [causesInWords(causesOfEntry(entry)), found(entry)].filter((text) => text !== '').join(' ')

export const found = (entry: Entry): string =>
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
