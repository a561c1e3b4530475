import type { Entry } from '#record/index.ts'
import { ConditionStated, PlacementStated, RegisterApplicationStated, TenancyStated } from '../entries/index.ts'
import { oneEach, statedOf } from './statements.ts'
import type { Stated } from './statements.ts'

export type Condition = Stated<ReturnType<typeof ConditionStated.parse>> & {
  readonly open: boolean
  readonly overdue: boolean
}
export type Placement = Stated<ReturnType<typeof PlacementStated.parse>>
export type Application = Stated<ReturnType<typeof RegisterApplicationStated.parse>>
export type Tenancy = Stated<ReturnType<typeof TenancyStated.parse>>

/** Each report once, as told last; open ones first, the oldest first. */
export const conditionsOf = (entries: readonly Entry[], on: Temporal.PlainDate): Condition[] =>
  oneEach(entries.filter(ConditionStated.is), ({ body }) => body.condition)
    .map((entry): Condition => {
      const open = isOpen(entry.body)
      return {
        ...statedOf(entry, entry.body),
        open,
        overdue: open && entry.body.dueOn !== undefined && entry.body.dueOn < on.toString(),
      }
    })
    .toSorted(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        (a.value.reportedOn < b.value.reportedOn ? -1 : a.value.reportedOn > b.value.reportedOn ? 1 : 0),
    )

/** Made safe is not done: the work that keeps it from coming back is still owed. */
const isOpen = ({ stage, doneOn }: Pick<Condition['value'], 'stage' | 'doneOn'>): boolean =>
  stage !== 'done' && stage !== 'closed-without-works' && doneOn === undefined

export const placementsOf = (entries: readonly Entry[]): Placement[] =>
  oneEach(entries.filter(PlacementStated.is), ({ body }) => body.placement)
    .map((entry) => statedOf(entry, entry.body))
    .toSorted((a, b) => (a.value.startedOn < b.value.startedOn ? -1 : 1))

export const applicationsOf = (entries: readonly Entry[]): Application[] =>
  oneEach(entries.filter(RegisterApplicationStated.is), ({ body }) => body.application).map((entry) =>
    statedOf(entry, entry.body),
  )

export const tenanciesOf = (entries: readonly Entry[]): Tenancy[] =>
  oneEach(entries.filter(TenancyStated.is), ({ body }) => body.tenancy).map((entry) => statedOf(entry, entry.body))
