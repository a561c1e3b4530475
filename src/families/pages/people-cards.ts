import { personCards, notKnown } from '#platform/page/index.ts'
import type { PersonCard } from '#platform/page/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { isChild } from '../facts/age.ts'
import type { Member } from '../facts/family.ts'
import type { PersonId } from '../subjects.ts'
import { ageSaid, stageOf } from './ages.ts'
import type { FamilyPageView } from './family-view.ts'
import { otherName, personName, personShort, recordOf } from './names.ts'
import { asKnown, paths } from '../paths.ts'
import { counted, listed, lowerFirst, relationWord, roleWords, saidDate } from './words.ts'

/** Everybody who belongs to the family today: children first, then who is expected, then the grown-ups. */
export const familyCards = (page: FamilyPageView): Html => {
  const { facts } = page.view
  const children = facts.members.filter(({ person }) => facts.children.includes(person))
  const grown = facts.members.filter(({ person }) => !facts.children.includes(person))
  return personCards('Who is in the family', [
    ...children.map((member) => cardOf(page, member)),
    ...unbornCards(page),
    ...grown.map((member) => cardOf(page, member)),
  ])
}

const cardOf = (page: FamilyPageView, member: Member): PersonCard => {
  const { person, facts } = member
  const record = recordOf(page.names, person)
  const child = page.view.facts.children.includes(person)
  const place = placeOf(page, member)
  return {
    name: personName(page.names, person),
    ...(record === undefined ? {} : { href: asKnown(paths.person(record), page.known?.text) }),
    stage: stageOf(facts, page.on),
    age: ageSaid(facts, page.on),
    place,
    tags:
      child && isChild(facts.age) !== 'yes' && facts.age.kind !== 'not-known' && facts.died === undefined
        ? [{ text: 'Now an adult', colour: 'grey' }]
        : [],
    lines: [
      ...twinLines(page, person),
      ...(facts.died === undefined ? responsibilityLines(page, person, child) : []),
    ].map((markup) => ({ html: markup })),
  }
}

const placeOf = (page: FamilyPageView, { person, memberships }: Member): string => {
  const role = memberships.find(({ from, until }) => holdsOn(from, until, page.on))?.role
  if (role === 'child') return roleWords.child
  const of = new Map<string, string[]>()
  for (const { from, type, as, to, current } of page.view.facts.relationships) {
    if (!current || typeof from !== 'object' || !('person' in from) || from.person !== person || type === 'sibling')
      continue
    const word = relationWord(type, as)
    of.set(word, [...(of.get(word) ?? []), personShort(page.names, to)])
  }
  if (of.size === 0) return role === undefined ? 'Part of this family' : roleWords[role]
  return [...of]
    .map(([word, whom], at) => `${at === 0 ? word : lowerFirst(word)} of ${listed([...new Set(whom)])}`)
    .join('; ')
}

const twinLines = (page: FamilyPageView, person: PersonId): Html[] => {
  const twins = page.view.facts.relationships.flatMap(({ from, to, birth }) => {
    if ((birth !== 'twin' && birth !== 'identical-twin') || typeof from !== 'object' || !('person' in from)) return []
    return from.person === person ? [to] : to === person ? [from.person] : []
  })
  return twins.length === 0
    ? []
    : [html`Twin of ${listed([...new Set(twins)].map((twin) => personShort(page.names, twin)))}`]
}

/** A child's card says who holds parental responsibility; a grown-up's for whom they are known to hold it, or not, or it is not known. */
const responsibilityLines = (page: FamilyPageView, person: PersonId, child: boolean): Html[] => {
  if (page.parts.part('responsibility') !== 'whole') return []
  const { responsibilities, relationships, children } = page.view.facts
  if (child) {
    const holders = responsibilities
      .filter((one) => one.child === person && one.state.shown?.value === 'has')
      .map(({ holder }) => otherName(page.names, holder))
    return [
      holders.length === 0
        ? html`Parental responsibility: ${notKnown('who has it', 'beside its label')}`
        : html`Parental responsibility: ${listed(holders)}`,
    ]
  }
  const theirs = children.map((of) => {
    const stated = responsibilities.find(
      (one) =>
        one.child === of && typeof one.holder === 'object' && 'person' in one.holder && one.holder.person === person,
    )
    const parent = relationships.some(
      ({ from, to, type, current }) =>
        current &&
        type === 'parent' &&
        to === of &&
        typeof from === 'object' &&
        'person' in from &&
        from.person === person,
    )
    return {
      of,
      state: stated?.state.shown?.value ?? (stated !== undefined || parent ? ('not-known' as const) : undefined),
    }
  })
  const named = (state: string): string =>
    listed(theirs.filter((one) => one.state === state).map(({ of }) => personShort(page.names, of)))
  return [
    named('has') !== '' && html`Has parental responsibility for ${named('has')}`,
    named('has-not') !== '' && html`Has no parental responsibility for ${named('has-not')}`,
    named('disputed') !== '' && html`Parental responsibility for ${named('disputed')} is disputed`,
    named('not-known') !== '' &&
      html`Parental responsibility for ${named('not-known')}: ${notKnown('whether they have it', 'beside its label')}`,
  ].filter((line) => line !== false)
}

const unbornCards = (page: FamilyPageView): PersonCard[] =>
  page.view.facts.unborn.map(({ mother, pregnancy: { expected, unborn } }) => ({
    name: unborn === 'not-known' || unborn === 1 ? 'Unborn baby' : counted(unborn, 'unborn baby', 'unborn babies'),
    stage: 'unborn' as const,
    age: expected.shown === undefined ? undefined : `Expected ${saidDate(expected.shown.value)}`,
    place: `Expected by ${personShort(page.names, mother)}`,
    lines: unborn === 'not-known' ? [{ html: html`How many: ${notKnown('how many babies', 'beside its label')}` }] : [],
  }))
