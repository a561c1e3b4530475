import { roleNames } from '#access/index.ts'
import { compose, factsFrom, householdRefusals } from '#housing/overcrowding/index.ts'
import { noBidWeeks } from '#housing/index.ts'
import { accept } from '#platform/decision.ts'
import { question } from '#platform/question/question.ts'
import { aDay, aList, anObject, aText, aWholeNumber, oneOf, orNull, says } from '#platform/question/schema.ts'
import { settingSchema } from '#policies/index.ts'
import { levels, parts, rules } from '../entries.ts'
import { levelInWords, sentenceOf } from '../in-words.ts'
import { bedAndBreakfastNights, dataAge, dueWeeks, overcrowdingAlert, priorityListQuestion } from '../policies.ts'
import { findingsOf, nextLookOn } from '../rules/index.ts'
import { homeForRules, homeLine, homeTakes } from './home-line.ts'
import { settingsFor, settingsUsed } from './settings.ts'

/** Recommendations 4, 5 and 20: what the facts of a home ask of whom. */
export const homeAlertsQuestion = question({
  name: 'home-alerts',
  answers: 'What do the facts of a home ask of which agency, by the rules on overcrowding and on the priority list?',
  each: 'home',
  recommendations: [4, 5, 20],
  source:
    'Recommendations 4, 5 and 20 of the review, by the settings shown. The alert on overcrowding is off until the partnership decides otherwise; a line may try it.',
  facts: homeLine,
  takes: homeTakes,
  refusals: householdRefusals,
  out: anObject({
    on: aDay,
    findings: aList(
      anObject({
        rule: oneOf(...rules),
        part: oneOf(...parts),
        level: says('What is asked. It is no rank: levels have no order.', oneOf(...levels)),
        asked: aText,
        sentence: says('The reasons, in one sentence.', aText),
        reasons: aList(aText),
        audience: says('Any of these may answer; nobody where it is only shown.', aList(oneOf(...roleNames))),
        recommendations: aList(aWholeNumber),
      }),
    ),
    nextLook: says('The next day on which the rules may say otherwise although nothing is recorded.', orNull(aDay)),
    settings: aList(settingSchema),
  }),
  examples: [
    {
      says: 'A child in a home on the register, by the first values of all settings: the officer considers a referral.',
      in: {
        id: 'home-1',
        on: '2026-11-23',
        people: [
          { id: 'mother', dateOfBirth: '1990-02-01', sex: 'female' },
          { id: 'son', dateOfBirth: '2014-03-11', sex: 'male', childOf: ['mother'] },
        ],
        bedrooms: 2,
        applications: [{ status: 'active', registeredOn: '2021-05-04' }],
      },
      out: {
        id: 'home-1',
        on: '2026-11-23',
        findings: [
          {
            rule: 'child-in-home-on-priority-list',
            part: 'housing',
            level: 'consider-referral',
            asked: 'Consider whether a safeguarding referral is needed, from what you know and have seen.',
            sentence:
              'On the housing register since 4 May 2021; 1 child in the home; no bid is recorded: ask why, and help with bidding; it is never a sign that there is no need.',
            reasons: ['on-register', 'children', 'no-bid'],
            audience: ['housing-officer'],
            recommendations: [4],
          },
        ],
        nextLook: '2032-03-11',
        settings: [
          {
            policy: 'overcrowding-alert',
            value: 'off',
            status: 'proposed',
            source:
              'Our proposal of four levels for recommendation 5. No area is known in which overcrowding alone makes a referral.',
          },
          {
            policy: 'priority-list-question',
            value: true,
            status: 'confirmed',
            source: 'Recommendation 4 of the review.',
          },
          {
            policy: 'overcrowding-alert-due-weeks',
            value: 12,
            unit: 'weeks',
            status: 'proposed',
            source: 'Our proposal.',
          },
          {
            policy: 'overcrowding-alert-bed-and-breakfast-nights',
            value: 28,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal.',
          },
          {
            policy: 'overcrowding-alert-data-age',
            value: 365,
            unit: 'days',
            status: 'proposed',
            source: 'Our proposal.',
          },
          { policy: 'register-no-bid', value: 26, unit: 'weeks', status: 'proposed', source: 'Our proposal.' },
        ],
      },
    },
    {
      says: 'Two bedrooms short with a baby, where the partnership has switched the alert on and somebody near the baby smokes.',
      in: {
        id: 'home-2',
        on: '2026-11-23',
        people: [
          { id: 'mother', dateOfBirth: '1990-02-01', sex: 'female' },
          { id: 'son', dateOfBirth: '2014-03-11', sex: 'male', childOf: ['mother'] },
          { id: 'baby', dateOfBirth: '2026-08-02', sex: 'female', childOf: ['mother'] },
        ],
        bedrooms: 1,
        conditions: [{ what: 'mould', reportedOn: '2026-09-01', dueOn: '2026-10-01' }],
        infant: { smoker: 'yes', ownSleepPlace: 'unknown' },
        settings: { 'overcrowding-alert': 'bedroom-standard' },
      },
      out: {
        id: 'home-2',
        on: '2026-11-23',
        findings: [
          {
            rule: 'overcrowded-home-with-child',
            part: 'housing',
            level: 'early-help-offer',
            asked:
              'Offer the family early help and advice on using the space they have. Tell the health visitor, if the family agree.',
            sentence:
              'Short of 2 bedrooms by the bedroom standard (3 needed, 1 available); 2 children in the home, 1 under one; mould reported on 1 September 2026 and not put right; the landlord’s next step was due on 1 October 2026.',
            reasons: ['children', 'short-of-bedrooms', 'condition'],
            audience: ['housing-officer', 'health-visitor'],
            recommendations: [4, 5],
          },
          {
            rule: 'overcrowded-home-with-child',
            part: 'infant',
            level: 'same-day-discussion',
            asked: 'Discuss this home with children’s social care the same day. If there is no referral, record why.',
            sentence:
              'Short of 2 bedrooms by the bedroom standard (3 needed, 1 available); 2 children in the home, 1 under one; somebody in the home smokes; mould reported on 1 September 2026 and not put right; the landlord’s next step was due on 1 October 2026.',
            reasons: ['short-of-bedrooms', 'children', 'smoker', 'condition'],
            audience: ['social-worker', 'supervisor', 'health-visitor', 'midwife'],
            recommendations: [5, 20],
          },
        ],
        nextLook: '2027-08-02',
        settings: [
          {
            policy: 'overcrowding-alert',
            value: 'bedroom-standard',
            status: 'proposed',
            source:
              'Our proposal of four levels for recommendation 5. No area is known in which overcrowding alone makes a referral.',
          },
          {
            policy: 'priority-list-question',
            value: true,
            status: 'confirmed',
            source: 'Recommendation 4 of the review.',
          },
          {
            policy: 'overcrowding-alert-due-weeks',
            value: 12,
            unit: 'weeks',
            status: 'proposed',
            source: 'Our proposal.',
          },
          {
            policy: 'overcrowding-alert-bed-and-breakfast-nights',
            value: 28,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal.',
          },
          {
            policy: 'overcrowding-alert-data-age',
            value: 365,
            unit: 'days',
            status: 'proposed',
            source: 'Our proposal.',
          },
          { policy: 'register-no-bid', value: 26, unit: 'weeks', status: 'proposed', source: 'Our proposal.' },
        ],
      },
    },
    {
      says: 'Nobody has said who sleeps in a home from which somebody applied: that is asked, and nothing is supposed.',
      in: { id: 'home-3', on: '2026-11-23', people: [], applications: [{ status: 'active' }] },
      out: {
        id: 'home-3',
        on: '2026-11-23',
        findings: [
          {
            rule: 'not-known-what-the-rule-needs',
            part: 'housing-officer',
            level: 'find-out',
            asked: 'Find out what is not known, and record it.',
            sentence: 'Nobody has recorded who sleeps here.',
            reasons: ['not-known'],
            audience: ['housing-officer'],
            recommendations: [1, 5],
          },
        ],
        nextLook: null,
        settings: [
          {
            policy: 'overcrowding-alert',
            value: 'off',
            status: 'proposed',
            source:
              'Our proposal of four levels for recommendation 5. No area is known in which overcrowding alone makes a referral.',
          },
          {
            policy: 'priority-list-question',
            value: true,
            status: 'confirmed',
            source: 'Recommendation 4 of the review.',
          },
          {
            policy: 'overcrowding-alert-due-weeks',
            value: 12,
            unit: 'weeks',
            status: 'proposed',
            source: 'Our proposal.',
          },
          {
            policy: 'overcrowding-alert-bed-and-breakfast-nights',
            value: 28,
            unit: 'nights',
            status: 'proposed',
            source: 'Our proposal.',
          },
          {
            policy: 'overcrowding-alert-data-age',
            value: 365,
            unit: 'days',
            status: 'proposed',
            source: 'Our proposal.',
          },
          { policy: 'register-no-bid', value: 26, unit: 'weeks', status: 'proposed', source: 'Our proposal.' },
        ],
      },
    },
  ],
  answer: (line) => {
    const household = line.people.length === 0 ? undefined : compose(factsFrom(line))
    if (household?.accepted === false) return household
    const tried = line.settings ?? {}
    const settings = settingsFor(line.on, tried)
    const home = homeForRules(line, household?.value, settings)
    return accept({
      on: line.on.toString(),
      findings: findingsOf(home, settings).map(({ rule, part, level, reasons, audience, recommendations }) => ({
        rule,
        part,
        level,
        asked: levelInWords[level].asked,
        sentence: sentenceOf(reasons),
        reasons: reasons.map(({ code }) => code),
        audience,
        recommendations,
      })),
      nextLook: nextLookOn(home, settings)?.toString() ?? null,
      settings: settingsUsed(
        [overcrowdingAlert, priorityListQuestion, dueWeeks, bedAndBreakfastNights, dataAge, noBidWeeks],
        tried,
      ),
    })
  },
})
