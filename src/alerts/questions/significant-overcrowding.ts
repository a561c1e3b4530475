import { given } from '#platform/given.ts'
import { accept } from '#platform/decision.ts'
import {
  assess,
  compose,
  factsFrom,
  householdLine,
  householdRefusals,
  householdTakes,
} from '#housing/overcrowding/index.ts'
import { question } from '#platform/question/question.ts'
import { aDay, aList, anObject, aText, oneOf, orCannotTell, says, yesOrNo } from '#platform/question/schema.ts'
import { settingSchema, valueInWords } from '#policies/index.ts'
import { shortfallIn, statutoryIn } from '../counted.ts'
import { sentenceOf } from '../in-words.ts'
import { significantOvercrowdingPolicy } from '../policies.ts'
import { askers, missingFacts } from '../reasons.ts'
import { significantOvercrowding } from '../rules/index.ts'
import { settingsFor, settingsTake, settingsUsed, significantSettings } from './settings.ts'
import { homeOf } from './home-line.ts'

/** Recommendation 16: whether a child protection conference must include a housing officer. */
export const significantOvercrowdingQuestion = question({
  name: 'significant-overcrowding',
  answers:
    'Is a home so overcrowded that a child protection conference must include a housing officer of its provider?',
  each: 'household',
  recommendations: [16],
  source:
    'Recommendation 16 of the review, which does not define the word: the partnership does, by the setting shown.',
  facts: householdLine.extend({ settings: significantSettings.nullish() }),
  takes: { ...householdTakes, ...settingsTake },
  refusals: householdRefusals,
  out: anObject({
    on: aDay,
    significant: orCannotTell(yesOrNo),
    missing: says(
      'What would have to be known to tell, and who finds it out.',
      aList(anObject({ what: oneOf(...missingFacts), ask: oneOf(...askers) })),
    ),
    settings: aList(settingSchema),
    because: aList(aText),
  }),
  examples: [
    {
      says: 'Two parents, a boy of twelve, a girl of ten and a baby in a flat with one bedroom.',
      in: {
        id: 'flat-1',
        on: '2026-11-23',
        people: [
          { id: 'mother', dateOfBirth: '1990-02-01', sex: 'female', partnerOf: 'father' },
          { id: 'father', dateOfBirth: '1988-07-15', sex: 'male' },
          { id: 'son', dateOfBirth: '2014-03-11', sex: 'male', childOf: ['mother'] },
          { id: 'daughter', dateOfBirth: '2016-07-30', sex: 'female', childOf: ['mother'] },
          { id: 'baby', dateOfBirth: '2026-09-30', sex: 'female', childOf: ['mother'] },
        ],
        bedrooms: 1,
      },
      out: {
        id: 'flat-1',
        on: '2026-11-23',
        significant: true,
        missing: [],
        settings: [
          {
            policy: 'significant-overcrowding',
            value: 'two-bedrooms-or-statutory',
            status: 'proposed',
            source: 'Our proposal: short of two bedrooms or more, or the Housing Act 1985 contravened.',
          },
        ],
        because: [
          'What the partnership means by it: “Short of two bedrooms or more, or the Housing Act 1985 contravened”.',
          'Short of 2 bedrooms by the bedroom standard (3 needed, 1 available).',
        ],
      },
    },
    {
      says: 'A mother and two girls with one bedroom: one short, and the rooms are not measured.',
      in: {
        id: 'flat-2',
        on: '2026-11-23',
        people: [
          { id: 'mother', age: 30, sex: 'female' },
          { id: 'one', age: 6, sex: 'female', childOf: ['mother'] },
          { id: 'two', age: 4, sex: 'female', childOf: ['mother'] },
        ],
        bedrooms: 1,
      },
      out: {
        id: 'flat-2',
        on: '2026-11-23',
        significant: 'cannot-tell',
        missing: [{ what: 'room-sizes', ask: 'housing-officer' }],
        settings: [
          {
            policy: 'significant-overcrowding',
            value: 'two-bedrooms-or-statutory',
            status: 'proposed',
            source: 'Our proposal: short of two bedrooms or more, or the Housing Act 1985 contravened.',
          },
        ],
        because: [
          'What the partnership means by it: “Short of two bedrooms or more, or the Housing Act 1985 contravened”.',
          'Nobody has recorded how large the rooms are.',
        ],
      },
    },
    {
      says: 'The same, where the partnership has decided that one bedroom short is significant.',
      in: {
        id: 'flat-3',
        on: '2026-11-23',
        people: [
          { id: 'mother', age: 30, sex: 'female' },
          { id: 'one', age: 6, sex: 'female', childOf: ['mother'] },
          { id: 'two', age: 4, sex: 'female', childOf: ['mother'] },
        ],
        bedrooms: 1,
        settings: { 'significant-overcrowding': 'one-bedroom-or-statutory' },
      },
      out: {
        id: 'flat-3',
        on: '2026-11-23',
        significant: true,
        missing: [],
        settings: [
          {
            policy: 'significant-overcrowding',
            value: 'one-bedroom-or-statutory',
            status: 'proposed',
            source: 'Our proposal: short of two bedrooms or more, or the Housing Act 1985 contravened.',
          },
        ],
        because: [
          'What the partnership means by it: “Short of one bedroom or more, or the Housing Act 1985 contravened”.',
          'Short of 1 bedroom by the bedroom standard (2 needed, 1 available).',
        ],
      },
    },
  ],
  answer: ({ settings: tried, ...line }) => {
    const household = compose(factsFrom(line))
    if (!household.accepted) return household
    const settings = settingsFor(line.on, tried ?? {})
    const answers = assess(household.value).results.map((answer) => ({ answer, restsOn: [] }))
    const home = homeOf(line.id, line.on, household.value)
    const condition = significantOvercrowding(
      { ...home, short: shortfallIn(household.value, answers, settings), statutory: statutoryIn(answers) },
      settings,
    )
    const missing = condition.is === 'not-known' ? condition.missing : []
    return accept({
      on: line.on.toString(),
      significant: condition.is === 'not-known' ? 'cannot-tell' : condition.is === 'met',
      missing: missing.map(({ what, ask }) => ({ what, ask })),
      settings: settingsUsed([significantOvercrowdingPolicy], tried ?? {}),
      because: [
        `What the partnership means by it: “${valueInWords(significantOvercrowdingPolicy, settings.significant)}”.`,
        condition.is === 'met'
          ? sentenceOf(condition.reasons)
          : condition.is === 'not-met'
            ? 'This is not so here.'
            : sentenceOf(missing.map(({ what, people }) => ({ code: 'not-known', what, ...given({ people }) }))),
      ],
    })
  },
})
