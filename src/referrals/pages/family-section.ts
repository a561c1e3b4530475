import { asKnown, paths, recordShort } from '#families/index.ts'
import type { FamilySection, Names, SectionAsk } from '#families/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dayInLondon } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import { socket } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { conferencesOn, plansOn, workOn } from '../facts.ts'
import type { ConferenceFact, PlanFact, WorkFact } from '../facts.ts'
import { cameOfIt, coded, day, upper, when } from '../in-words.ts'

/** Which of these entries the case system's extract holds no more: the room that reads extracts can tell. */
export const noLongerSaid = socket<(entries: readonly Entry[]) => ReadonlySet<string>>('what a source says no more')

/**
 * On a family's page: plans now and before, and what children's social care is looking into, each child by name and each with its days.
 * It shows what the viewer may read and no more: of assessments and enquiries a ward or a school reads nothing, of plans all that there is.
 */
export const familySectionForCases: FamilySection = {
  heading: 'Children’s social care: plans and enquiries',
  read: async (ask) => {
    const {
      view: { entries },
      on,
    } = ask
    const gone = new Set(noLongerSaid.from(ask.plugs).flatMap((tells) => [...tells(entries)]))
    const [plans, work, conferences] = [
      plansOn(entries, on, gone),
      workOn(entries, on, gone),
      conferencesOn(entries, on),
    ]
    if (plans.length + work.length + conferences.length === 0) return undefined
    const now = [
      ...plans.filter(({ state }) => state !== 'before').map(planLine),
      ...work.filter(({ state }) => state !== 'finished').map(workLine),
      ...conferences.filter(({ state }) => state !== 'held').map(conferenceLine),
    ]
    const before = [
      ...plans.filter(({ state }) => state === 'before').map(planLine),
      ...work.filter(({ work: kind, state }) => kind === 'section-47' && state === 'finished').map(workLine),
      ...conferences.filter(({ state }) => state === 'held').map(conferenceLine),
    ]
    return html`
      <h3 class="govuk-heading-s">Now</h3>
      ${plans.some(({ state }) => state !== 'before') ? '' : html`<p class="govuk-body">No plan is recorded as in force.</p>`}
      ${lines(now, ask)}
      ${before.length > 0 && html`<h3 class="govuk-heading-s">Before</h3>${lines(before, ask)}`}
      <p class="govuk-body rt-screen-only"><a class="govuk-link" href="${asKnown(`${paths.timeline(ask.family)}?about=plans`, ask.knownAt?.toString())}">See plans and conferences on the timeline, with their sources</a></p>`
  },
}

/** What is said of one child; brothers and sisters of whom the same is said stand in one line. */
interface Line {
  readonly record: string
  readonly entry: string
  readonly what: string
  /** After the names. */
  readonly says: string
}

const planLine = ({ plan, record, entry, category, from, until, state }: PlanFact): Line => {
  const of = plan === 'child-protection' ? ` Category: ${coded('category', category)}.` : ''
  const days = {
    now: `since ${from === undefined ? 'a day that is not known' : day(from)}`,
    'to-come': `from ${when(from)}`,
    before: `began ${when(from)}, ended ${when(until)}`,
    'no-longer-said': `began ${when(from)}. Whether it goes on is not known: the case system’s extract no longer holds it`,
  }[state]
  return {
    record,
    entry,
    what: plan === 'child-protection' ? 'Child protection plan' : 'Child in need plan',
    says: `${state === 'before' || state === 'no-longer-said' ? ', ' : ' '}${days}.${of}`,
  }
}

const workLine = ({ work, record, entry, from, ended, outcome, noFurtherAction, state }: WorkFact): Line => ({
  record,
  entry,
  what: work === 'section-47' ? 'Section 47 enquiry' : 'Assessment',
  says: {
    open: `, open since ${from === undefined ? 'a day that is not known' : day(from)}.`,
    finished: `, began ${when(from)}, ended ${when(ended)}. ${cameOfIt(outcome, noFurtherAction)}`,
    'no-longer-said': `, began ${when(from)}. Whether it is open is not known: the case system’s extract no longer holds it.`,
  }[state],
})

const conferenceLine = ({ as, record, entry, dueOn, heldOn, planMade, planContinues, state }: ConferenceFact): Line => {
  const came =
    as === 'initial'
      ? planMade === undefined
        ? 'Whether a child protection plan was made is not known.'
        : planMade === 'yes'
          ? 'A child protection plan was made.'
          : 'No child protection plan was made.'
      : planContinues === undefined
        ? 'Whether the plan goes on is not known.'
        : planContinues === 'yes'
          ? 'The plan goes on.'
          : 'The plan does not go on.'
  return {
    record,
    entry,
    what: as === 'initial' ? 'Initial child protection conference' : 'Review of the child protection plan',
    says: {
      held: `, held ${when(heldOn)}. ${came}`,
      'to-come': `, due ${when(heldOn ?? dueOn)}.`,
      overdue: `, due ${when(heldOn ?? dueOn)}. Whether it was held is not known.`,
      'not-known': '. When it is due, and whether it was held, is not known.',
    }[state],
  }
}

const lines = (all: readonly Line[], { view }: SectionAsk): Html | false => {
  const names: Names = { people: view.people, persons: view.persons, directory: new Map() }
  const recorded = new Map(
    view.entries.map(({ id, recordedAt, sourceRecordedAt }) => [
      id,
      longDate(dayInLondon(sourceRecordedAt ?? recordedAt)),
    ]),
  )
  const together = [
    ...Map.groupBy(all, ({ what, says, entry }) => JSON.stringify([what, says, recorded.get(entry)])).values(),
  ]
  return (
    all.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${together.map((same) => {
      const [first] = same
      const who = listed([...new Set(same.map(({ record }) => recordShort(names, record)))])
      return (
        first !== undefined &&
        html`<li><strong>${upper(first.what)}</strong> for ${who}${first.says} <span class="rt-quiet rt-below">Recorded ${recorded.get(first.entry) ?? 'on a day that is not known'}.</span></li>`
      )
    })}</ul>`
  )
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
