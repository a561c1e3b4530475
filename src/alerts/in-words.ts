import { roleRules } from '#access/index.ts'
import type { Role } from '#access/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import type { AnswerGiven, Level, Part, RuleName } from './entries.ts'
import type { AnswerTold } from './facts.ts'
import type { MissingFact, Reason } from './reasons.ts'

/** Every word that an alert says. It names the agency that acts, and blames no family. */

/** The alert in one sentence: its reasons, one after the other. */
export const sentenceOf = (reasons: readonly Reason[]): string => {
  const missing = reasons.filter((reason) => reason.code === 'not-known')
  if (missing.length > 0)
    return `Nobody has recorded ${listed(missing.map(({ what, people }) => missingInWords(what, people)))}.`
  return `${upper(asSpoken(reasons).map(reasonInWords).join('; '))}.`
}

/** First what the rule is about, then who lives with it, then what agencies owe. Of a rule's reasons none counts more than another. */
export const asSpoken = (reasons: readonly Reason[]): Reason[] =>
  reasons.toSorted((a, b) => spoken.indexOf(a.code) - spoken.indexOf(b.code))
const spoken: readonly Reason['code'][] = [
  'short-of-bedrooms',
  'statutory',
  'bed-and-breakfast',
  'on-register',
  'children',
  'expecting',
  'no-sleep-place-of-their-own',
  'smoker',
  'premature',
  'ill',
  'earlier-plan',
  'condition',
  'no-bid',
  'not-known',
]

export const reasonInWords = (reason: Reason): string => {
  switch (reason.code) {
    case 'short-of-bedrooms': {
      const short =
        reason.least === reason.most
          ? counted(reason.least, 'bedroom')
          : `${reason.least} to ${counted(reason.most, 'bedroom')}`
      return `short of ${short} by ${reason.standard === 'bedroom-standard' ? 'the bedroom standard' : `the scheme “${reason.standard}”`} (${reason.needed} needed, ${reason.available} available)`
    }
    case 'statutory':
      return `overcrowded by the ${listed(reason.by.map((standard) => (standard === 'room-standard-1985' ? 'room standard' : 'space standard')))} of the Housing Act 1985`
    case 'children': {
      const young = [
        ...(reason.underOne > 0 ? [`${reason.underOne} under one`] : []),
        ...(reason.underFive > reason.underOne ? [`${reason.underFive} under five`] : []),
      ]
      return `${counted(reason.children, 'child', 'children')} in the home${young.length === 0 ? '' : `, ${listed(young)}`}`
    }
    case 'expecting': {
      const who =
        reason.babies === 'not-known' || reason.babies === 1
          ? 'a baby is expected'
          : `${reason.babies} babies are expected`
      return reason.due === undefined ? `${who}, the date is not known` : `${who}, due ${saidDay(reason.due)}`
    }
    case 'condition':
      return `${conditionWords(reason.what)} reported on ${day(reason.reportedOn)} and not put right${reason.overdueSince === undefined ? '' : `; the landlord’s next step was due on ${day(reason.overdueSince)}`}`
    case 'bed-and-breakfast':
      return `more than ${counted(reason.nights, 'night')} in bed and breakfast, where the council placed the household (this stay since ${day(reason.since)})`
    case 'on-register':
      return `on the housing register${reason.since === undefined ? '' : ` since ${day(reason.since)}`}${reason.suspended === undefined ? '' : ', suspended'}`
    case 'no-bid':
      return `no bid is recorded${reason.since === undefined ? '' : ` since ${day(reason.since)}`}: ask why, and help with bidding; it is never a sign that there is no need`
    case 'premature':
      return 'a baby was born early or small'
    case 'smoker':
      return 'somebody in the home smokes'
    case 'no-sleep-place-of-their-own':
      return 'a baby has no cot or crib of their own'
    case 'earlier-plan':
      return 'a child here has, or had, a child in need or child protection plan'
    case 'ill':
      return 'a baby is ill'
    case 'not-known':
      return `not known: ${missingInWords(reason.what, reason.people)}`
    default:
      return reason satisfies never
  }
}

const missingInWords = (what: MissingFact, people: number | undefined): string =>
  what === 'birth-date' && people !== undefined && people > 1
    ? `the birth dates of ${people} people who sleep here`
    : missingWords[what]

const missingWords: Readonly<Record<MissingFact, string>> = {
  'who-sleeps-here': 'who sleeps here',
  bedrooms: 'how many bedrooms there are',
  'room-sizes': 'how large the rooms are',
  'birth-date': 'the birth date of somebody who sleeps here',
  'sex-or-age': 'the sex or birth date of somebody on whom the number of bedrooms turns',
  'due-date': 'when the baby is due',
  register: 'how the housing application stands',
  'facts-are-old': 'for long who sleeps here and in which rooms: confirm both',
  premature: 'whether a baby was born early or small',
  smoker: 'whether anybody in the home smokes',
  'sleep-place': 'where a baby sleeps',
  illness: 'whether a baby is ill',
  'earlier-plans': 'whether a child here ever had a plan',
}

export const levelInWords: Readonly<Record<Level, { readonly name: string; readonly asked: string }>> = {
  'show-on-record': {
    name: 'Shown on the record',
    asked: 'Nobody is asked to do anything. It is shown so that nobody overlooks it.',
  },
  'short-check': {
    name: 'Short safeguarding check',
    asked:
      'Complete the short safeguarding check at the next visit: what you see of the children, of where a baby sleeps, and of the home.',
  },
  'early-help-offer': {
    name: 'Offer of early help',
    asked:
      'Offer the family early help and advice on using the space they have. Tell the health visitor, if the family agree.',
  },
  'same-day-discussion': {
    name: 'Discussion the same day',
    asked: 'Discuss this home with children’s social care the same day. If there is no referral, record why.',
  },
  'consider-referral': {
    name: 'Consider a referral',
    asked: 'Consider whether a safeguarding referral is needed, from what you know and have seen.',
  },
  'find-out': { name: 'Find out', asked: 'Find out what is not known, and record it.' },
}

export const ruleInWords: Readonly<Record<RuleName, string>> = {
  'overcrowded-home-with-child': 'Overcrowded home with a child',
  'child-in-home-on-priority-list': 'Child in a home on the priority list',
  'not-known-what-the-rule-needs': 'Not known what a rule needs',
}

/** What an alert must never be taken for. Shown with each. */
export const guardRails = [
  'Crowding is never of itself proof of neglect.',
  'What the landlord and the council have still to do stands beside what the family does.',
  'It asks an agency to act. It says nothing of what anybody in this family has done.',
] as const

export const answerInWords: Readonly<Record<AnswerGiven, string>> = {
  acted: 'Acted',
  'not-now': 'Not now',
  'not-right': 'Not right',
}

/** One answer in a sentence or two, as far as the reader is told of it. */
export const answerTold = (told: AnswerTold): string => {
  const on = longDate(dayInLondon(Temporal.Instant.from(told.at)))
  if (!told.read || told.answer === undefined)
    return `${aRole(told.by)} answered on ${on}; what they wrote is not open to your role.`
  if (told.referred === true) return `Referred to children’s social care on ${on}.`
  return `Answered on ${on}: ${answerInWords[told.answer].toLowerCase()}${told.reviewOn === null ? '' : `, to be asked again on ${day(told.reviewOn)}`}.`
}
/** @example A health visitor; An early help worker */
export const aRole = (role: Role): string => {
  const title = roleRules(role).title.toLowerCase()
  return `${/^[aeiou]/u.test(title) ? 'An' : 'A'} ${title}`
}
export const partInWords: Readonly<Record<Part, string>> = {
  housing: 'Homes, ages and expected births',
  infant: 'Circumstances of a baby',
  'housing-officer': 'Asked of housing',
  'health-visitor': 'Asked of health',
  'lead-practitioner': 'Asked of who leads the work',
}
export const audienceInWords = (audience: readonly Role[]): string =>
  audience.length === 0
    ? 'Nobody'
    : upper(
        listed(
          audience.map((role) => `the ${roleRules(role).title.toLowerCase()}`),
          'or',
        ),
      )

const conditions: Readonly<Record<string, string>> = {
  'damp-and-mould': 'damp and mould',
  heat: 'too much heat',
  fire: 'a fire hazard',
  electrical: 'an electrical hazard',
  falls: 'a risk of falls',
  windows: 'unsafe windows',
  structure: 'a fault in the structure',
  other: 'another hazard',
}
const conditionWords = (what: string): string => conditions[what] ?? what

const day = (text: string): string => longDate(Temporal.PlainDate.from(text))
const saidDay = (text: string): string =>
  text.length === 10
    ? day(text)
    : text.length === 7
      ? longDate(Temporal.PlainDate.from(`${text}-01`)).replace(/^1 /u, 'in ')
      : `in ${text}`
const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const listed = (all: readonly string[], word = 'and'): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1) ?? ''}`
