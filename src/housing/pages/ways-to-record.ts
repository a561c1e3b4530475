import type { Link } from '#platform/govuk/index.ts'
import { longDate } from '#platform/page/index.ts'
import type { Stated } from '../facts/statements.ts'
import { paths } from '../paths.ts'
import type { HomeView } from '../queries/index.ts'
import { noNumber } from '../forms/letting-forms.ts'

/**
 * Which forms stand beside which part of a home's page, for somebody who may record there; `looksAfter`: as the officer of this home.
 * What the reader's own agency said may be brought up to date.
 */
export const waysToRecord = (
  { home, facts }: HomeView,
  agency: string,
  looksAfter: boolean,
): Readonly<Record<'lists' | 'condition' | 'letting' | 'register' | 'stay', readonly Link[]>> => {
  const own = <T>(stated: readonly Stated<T>[], link: (value: T) => Link): Link[] =>
    stated.filter(({ basis }) => basis.agency === agency).map(({ value }) => link(value))
  const newStay = { text: 'Record a stay in temporary accommodation', href: paths.stay(home) }
  const whoSleepsHere = { text: 'Record who sleeps here, moved in or moved out', href: paths.list(home, 'sleeps-here') }
  const hazard = { text: 'Report damp, mould or another hazard', href: paths.condition(home) }
  if (!looksAfter) return { lists: [whoSleepsHere], condition: [hazard], letting: [], register: [], stay: [] }
  return {
    lists: [
      whoSleepsHere,
      { text: 'Record who is on the tenancy', href: paths.list(home, 'on-tenancy') },
      { text: 'Record who is on the housing application', href: paths.list(home, 'on-application') },
    ],
    condition: [hazard],
    letting: [
      ...own(facts.tenancies, ({ tenancy }) => ({
        text: `Bring tenancy ${tenancy} up to date`,
        href: paths.tenancy(home, tenancy),
      })),
      { text: 'Record a tenancy or licence', href: paths.tenancy(home) },
      // A home with stays has a part of its own for them.
      ...(facts.placements.length === 0 ? [newStay] : []),
    ],
    register: [
      ...own(facts.applications, ({ application }) => ({
        text:
          application === noNumber
            ? 'Bring up to date that there is no application'
            : `Bring application ${application} up to date`,
        href: paths.register(home, application),
      })),
      { text: 'Record a housing application', href: paths.register(home) },
    ],
    stay: [
      ...own(facts.placements, ({ placement, startedOn }) => ({
        text: `End or put right the stay since ${longDate(Temporal.PlainDate.from(startedOn))}`,
        href: paths.stay(home, placement),
      })),
      newStay,
    ],
  }
}
