import { subjectAbout, worded } from '#record/index.ts'
import type { Entry, Naming, Told } from '#record/index.ts'
import { codeInWords } from './codes.ts'
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
import { cameOfIt, coded, day, duration, sender, teamSaid, told, when } from './in-words.ts'
import type { YesOrNo } from './in-words.ts'

const outcome = '{"OUTCOME_STRATEGY_DISCUSSION_FLAG":"Y","NFA_FLAG":"N"}'

/** What children's social care says it has done, in words. */
export const referralsKinds = worded(
  {
    ContactReceived,
    ReferralReceived,
    AssessmentStated,
    SectionFortySevenStated,
    ConferenceStated,
    ChildInNeedPlanStated,
    ChildProtectionPlanStated,
    VisitStated,
  },
  {
    ContactReceived: {
      noun: 'contacts',
      examples: [{ contact: '1', fromCode: '3B', outcome }, { contact: '1' }],
      tell: (entry, naming) =>
        told(`Children’s social care was told about ${child(entry, naming)}`, [
          `Told by: ${sender(entry.body.from, entry.body.fromCode)}.`,
          cameOfIt(entry.body.outcome),
        ]),
    },
    ReferralReceived: {
      noun: 'referrals',
      examples: [
        {
          referral: 'R1',
          fromCode: '9X',
          need: 'N1',
          outcome,
          noFurtherAction: 'no',
          closedOn: '2026-08-14',
          closeReason: 'RC8',
          team: 'Assessment',
        },
        { referral: 'R1' },
      ],
      tell: (entry, naming) => {
        const { from, fromCode, need, outcome: came, noFurtherAction, closedOn, closeReason, team } = entry.body
        const closed =
          closedOn === undefined && closeReason === undefined
            ? 'No end of the work is recorded.'
            : `Closed ${when(closedOn)}${closeReason === undefined ? ', why is not known' : `: ${codeInWords('close reason', closeReason)}`}.`
        return told(`${child(entry, naming)} was referred to children’s social care`, [
          `Referred by: ${sender(from, fromCode)}. Main need: ${coded('need', need)}.`,
          cameOfIt(came, noFurtherAction),
          closed,
          teamSaid(team),
        ])
      },
    },
    AssessmentStated: {
      noun: 'assessments',
      examples: [
        {
          assessment: 'A1',
          startedOn: '2026-03-05',
          authorisedOn: '2026-04-20',
          childSeen: 'yes',
          outcome,
          noFurtherAction: 'no',
          team: 'Assessment',
        },
        { assessment: 'A1' },
      ],
      tell: (entry, naming) => {
        const who = child(entry, naming)
        const { startedOn, authorisedOn, childSeen, outcome: came, noFurtherAction, team } = entry.body
        const seen =
          childSeen === undefined
            ? `Whether ${who} was seen is not known.`
            : `${who} was ${childSeen === 'yes' ? '' : 'not '}seen.`
        return told(`Assessment of ${who} by children’s social care`, [
          `Began ${when(startedOn)}; ${authorisedOn === undefined ? 'no end is recorded' : `finished ${day(authorisedOn)}`}. ${seen}`,
          cameOfIt(came, noFurtherAction),
          teamSaid(team),
        ])
      },
    },
    SectionFortySevenStated: {
      noun: 'section 47 enquiries',
      examples: [
        { enquiry: 'S1', startedOn: '2026-08-17', endedOn: '2026-08-28', noFurtherAction: 'yes', outcome: 'not JSON' },
        { enquiry: 'S1' },
      ],
      tell: (entry, naming) => {
        const { startedOn, endedOn, outcome: came, noFurtherAction, team } = entry.body
        return told(`Section 47 enquiry: is ${child(entry, naming)} suffering or likely to suffer significant harm?`, [
          `Began ${when(startedOn)}; ${endedOn === undefined ? 'no end is recorded' : `ended ${day(endedOn)}`}.`,
          cameOfIt(came, noFurtherAction),
          teamSaid(team),
        ])
      },
    },
    ConferenceStated: {
      noun: 'conferences',
      examples: [
        {
          conference: 'I1',
          as: 'initial',
          dueOn: '2026-09-08',
          heldOn: '2026-09-04',
          transferIn: 'yes',
          planMade: 'yes',
          outcome,
        },
        { conference: 'I1', as: 'initial' },
        {
          conference: 'V1',
          as: 'review',
          heldOn: '2026-11-18',
          planContinues: 'no',
          quorate: 'no',
          participation: 'PN4',
        },
        { conference: 'V1', as: 'review' },
      ],
      tell: (entry, naming) => conferenceTold(child(entry, naming), entry.body),
    },
    ChildInNeedPlanStated: {
      noun: 'child in need plans',
      examples: [{ plan: 'N1', team: 'Support' }, { plan: 'N1' }],
      tell: (entry, naming) =>
        told(`Child in need plan for ${child(entry, naming)}`, [duration(entry), teamSaid(entry.body.team)]),
    },
    ChildProtectionPlanStated: {
      noun: 'child protection plans',
      examples: [{ plan: 'P1', categoryAtFirst: 'EMO', category: 'NEG', anotherAuthoritys: 'yes' }, { plan: 'P1' }],
      tell: (entry, naming) => {
        const { category, categoryAtFirst, anotherAuthoritys } = entry.body
        const first =
          category !== undefined && categoryAtFirst !== undefined && categoryAtFirst !== category
            ? ` (at first ${codeInWords('category', categoryAtFirst)})`
            : ''
        return told(`Child protection plan for ${child(entry, naming)}`, [
          `${duration(entry)} Category: ${coded('category', category ?? categoryAtFirst)}${first}.`,
          ...(anotherAuthoritys === 'yes' ? ['It is another council’s plan.'] : []),
        ])
      },
    },
    VisitStated: {
      noun: 'visits',
      examples: [
        { visit: 'V1', under: 'child-in-need-plan', seen: 'yes', seenAlone: 'no', bedroomSeen: 'yes' },
        { visit: 'V1', under: 'child-protection-plan' },
      ],
      tell: (entry, naming) => {
        const who = child(entry, naming)
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
      },
    },
  },
)

const child = (entry: Entry, naming: Naming): string => naming.person(subjectAbout(entry, 'record') ?? '')

const seenInWords = (who: string, seen: YesOrNo, alone: YesOrNo): string => {
  if (seen === undefined) return `Whether ${who} was seen is not known.`
  if (seen === 'no') return `${who} was not seen.`
  return `${who} was seen${alone === undefined ? '; whether alone is not known' : alone === 'yes' ? ' alone' : ', not alone'}.`
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
