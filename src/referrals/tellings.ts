import { recordShort } from '#families/index.ts'
import type { Names, Telling, Told } from '#families/index.ts'
import { dayFrom } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import type { Entry } from '#record/index.ts'
import { codeInWords, outcomesInWords } from './codes.ts'
import type { CodeTable } from './codes.ts'
import {
  AssessmentStated,
  ChildInNeedPlanStated,
  ChildProtectionPlanStated,
  ConferenceStated,
  ContactReceived,
  ReferralReceived,
  SectionFortySevenStated,
  VisitStated,
} from './entries.ts'

/**
 * What children's social care says it has done, on a timeline. What the extract does not say is said to be not known: a nurse who reads
 * nothing of an outcome must not take it that there was none.
 */
export const referralsTelling: Telling = (entry, names) =>
  whatWasReceived(entry, names) ?? whatWasLookedInto(entry, names) ?? whatWasPlanned(entry, names)

const whatWasReceived: Telling = (entry, names) => {
  const who = child(entry, names)
  if (ContactReceived.is(entry)) {
    const { from, fromCode, outcome } = entry.body
    return told(`Children’s social care was told about ${who}`, [
      `Told by: ${sender(from, fromCode)}.`,
      cameOfIt(outcome),
    ])
  }
  if (ReferralReceived.is(entry)) {
    const { from, fromCode, need, outcome, noFurtherAction, closedOn, closeReason, team } = entry.body
    const closed =
      closedOn === undefined && closeReason === undefined
        ? 'No end of the work is recorded.'
        : `Closed ${when(closedOn)}${closeReason === undefined ? ', why is not known' : `: ${codeInWords('close reason', closeReason)}`}.`
    return told(`${who} was referred to children’s social care`, [
      `Referred by: ${sender(from, fromCode)}. Main need: ${coded('need', need)}.`,
      cameOfIt(outcome, noFurtherAction),
      closed,
      teamSaid(team),
    ])
  }
  if (VisitStated.is(entry)) {
    const { under, seen, seenAlone, bedroomSeen } = entry.body
    const bedroom =
      bedroomSeen === undefined
        ? 'Whether their bedroom was seen is not known.'
        : bedroomSeen === 'yes'
          ? 'Their bedroom was seen.'
          : 'Their bedroom was not seen.'
    return told(
      `Visit to ${who} under a ${under === 'child-in-need-plan' ? 'child in need' : 'child protection'} plan`,
      [seenInWords(who, seen, seenAlone), bedroom],
    )
  }
  return undefined
}

const seenInWords = (who: string, seen: YesOrNo, alone: YesOrNo): string => {
  if (seen === undefined) return `Whether ${who} was seen is not known.`
  if (seen === 'no') return `${who} was not seen.`
  return `${who} was seen${alone === undefined ? '; whether alone is not known' : alone === 'yes' ? ' alone' : ', not alone'}.`
}

const whatWasLookedInto: Telling = (entry, names) => {
  const who = child(entry, names)
  if (AssessmentStated.is(entry)) {
    const { startedOn, authorisedOn, childSeen, outcome, noFurtherAction, team } = entry.body
    const seen =
      childSeen === undefined
        ? `Whether ${who} was seen is not known.`
        : `${who} was ${childSeen === 'yes' ? '' : 'not '}seen.`
    return told(`Assessment of ${who} by children’s social care`, [
      `Began ${when(startedOn)}; ${authorisedOn === undefined ? 'no end is recorded' : `finished ${day(authorisedOn)}`}. ${seen}`,
      cameOfIt(outcome, noFurtherAction),
      teamSaid(team),
    ])
  }
  if (SectionFortySevenStated.is(entry)) {
    const { startedOn, endedOn, outcome, noFurtherAction, team } = entry.body
    return told(`Section 47 enquiry: is ${who} suffering or likely to suffer significant harm?`, [
      `Began ${when(startedOn)}; ${endedOn === undefined ? 'no end is recorded' : `ended ${day(endedOn)}`}.`,
      cameOfIt(outcome, noFurtherAction),
      teamSaid(team),
    ])
  }
  if (ConferenceStated.is(entry)) return conferenceTold(who, entry.body)
  return undefined
}

const conferenceTold = (
  who: string,
  {
    as,
    dueOn,
    heldOn,
    transferIn,
    planMade,
    planContinues,
    quorate,
    participation,
    outcome,
    team,
  }: ReturnType<typeof ConferenceStated.parse>,
): Told => {
  // Without a day on which it was held it stands on the day of the extract, and must not read as if it had been held then.
  const held =
    heldOn === undefined
      ? `Due ${when(dueOn)}.`
      : `Held ${day(heldOn)}${dueOn === undefined ? '' : `; due ${day(dueOn)}`}.`
  const came =
    as === 'initial'
      ? [
          planMade === undefined
            ? 'Whether a child protection plan was made is not known.'
            : planMade === 'yes'
              ? 'A child protection plan was made.'
              : 'No child protection plan was made.',
        ]
      : [
          planContinues === undefined
            ? 'Whether the plan goes on is not known.'
            : planContinues === 'yes'
              ? 'The plan goes on.'
              : 'The plan does not go on.',
        ]
  return told(
    `${as === 'initial' ? `Initial child protection conference about ${who}` : `Review of ${who}’s child protection plan`}${heldOn === undefined ? ': no day is recorded on which it was held' : ''}`,
    [
      held,
      ...came,
      ...(as === 'initial' && outcome !== undefined ? [cameOfIt(outcome)] : []),
      ...(transferIn === 'yes' ? [`${who} moved here with a plan from another council.`] : []),
      ...(as === 'review' && quorate === 'no' ? ['Too few of those needed were there (not quorate).'] : []),
      ...(participation === undefined ? [] : [`${who}’s part in it: ${codeInWords('participation', participation)}.`]),
      teamSaid(team),
    ],
  )
}

const whatWasPlanned: Telling = (entry, names) => {
  const who = child(entry, names)
  if (ChildInNeedPlanStated.is(entry))
    return told(`Child in need plan for ${who}`, [duration(entry), teamSaid(entry.body.team)])
  if (ChildProtectionPlanStated.is(entry)) {
    const { category, categoryAtFirst, anotherAuthoritys } = entry.body
    const first =
      category !== undefined && categoryAtFirst !== undefined && categoryAtFirst !== category
        ? ` (at first ${codeInWords('category', categoryAtFirst)})`
        : ''
    return told(`Child protection plan for ${who}`, [
      `${duration(entry)} Category: ${coded('category', category ?? categoryAtFirst)}${first}.`,
      ...(anotherAuthoritys === 'yes' ? ['It is another council’s plan.'] : []),
    ])
  }
  return undefined
}

type YesOrNo = 'yes' | 'no' | undefined

const told = (title: string, lines: readonly (string | undefined)[]): Told => ({
  title: upper(title),
  text: lines
    .filter((line) => line !== undefined)
    .map(upper)
    .join('\n'),
})

const child = (entry: Entry, names: Names): string =>
  recordShort(names, entry.subjects.find(({ type, role }) => type === 'record' && role === 'about')?.id ?? '')

/** The sender's own words where the extract has them; else the code's. */
const sender = (from: string | undefined, code: string | undefined): string =>
  (from ?? coded('referral source', code)).replace(/\.$/u, '')

export const coded = (table: CodeTable, code: string | undefined): string =>
  code === undefined ? 'not known' : codeInWords(table, code)

export const cameOfIt = (outcome: string | undefined, noFurtherAction?: YesOrNo): string => {
  const said =
    outcome === undefined
      ? []
      : (outcomesInWords(outcome) ?? [`“${outcome.slice(0, 300)}”, as the case system wrote it`])
  const all = [...new Set([...(noFurtherAction === 'yes' ? ['no further action'] : []), ...said])]
  if (all.length > 0) return `What came of it: ${all.join('; ')}.`
  return noFurtherAction === 'no'
    ? 'What came of it: further action; which is not known.'
    : 'What came of it: not known.'
}

const duration = ({ trueFrom, trueUntil }: Entry): string =>
  `Began ${when(trueFrom)}; ${trueUntil === undefined ? 'no end is recorded' : `ended ${day(trueUntil)}`}.`
const teamSaid = (team: string | undefined): string | undefined => (team === undefined ? undefined : `Team: ${team}.`)

export const when = (written: string | undefined): string =>
  written === undefined ? 'on a day that is not known' : day(written)
export const day = (written: string): string => {
  const civil = dayFrom(written)
  return civil === undefined ? written : longDate(civil)
}
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
