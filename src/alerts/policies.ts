import { noBidWeeks } from '#housing/index.ts'
import { parameterSets } from '#housing/overcrowding/index.ts'
import { infantNumbers, infantSleepPolicies } from '#infant-sleep/index.ts'
import type { InfantNumbers } from '#infant-sleep/index.ts'
import { policyOn } from '#policies/index.ts'
import type { Policy, PolicyValue } from '#policies/index.ts'
import type { Entry } from '#record/index.ts'
import type { PolicyHeld } from './causes.ts'

/** Local schemes whose bedrooms are counted as the bedroom standard counts them: what lists keep of a home answers those. */
const schemes = [...parameterSets.values()].filter(
  ({ status, livingRoomCounts, bedroomMinSqft }) => status === 'elsewhere' && !livingRoomCounts && bedroomMinSqft === 0,
)

/** Recommendation 5: the partnership decides whether overcrowding raises alerts, and by which standard. Off until it does. */
export const overcrowdingAlert: Policy = {
  id: 'overcrowding-alert',
  title: 'Overcrowding alert',
  under: 'Overcrowded homes',
  what: 'Whether an overcrowded home with a child raises an alert, and by which standard. Each level names what an agency is asked to do. Crowding is never of itself proof of neglect.',
  value: 'off',
  status: 'proposed',
  source:
    'Our proposal of four levels for recommendation 5. No area is known in which overcrowding alone makes a referral.',
  recommendations: [5, 20],
  asked: {
    as: 'choice',
    choices: [
      { value: 'off', text: 'Off' },
      { value: 'bedroom-standard', text: 'Four levels, by the bedroom standard' },
      { value: 'statutory-only', text: 'Only where the Housing Act 1985 is contravened' },
      ...schemes.map(({ name, owner }) => ({ value: name, text: `Four levels, by the scheme of ${owner}` })),
    ],
  },
}

const number = (
  under: Policy['under'],
  id: string,
  title: string,
  what: string,
  value: number,
  unit: string,
  least: number,
  most: number,
  recommendations: readonly number[],
): Policy => ({
  id,
  title,
  under,
  what,
  value,
  unit,
  status: 'proposed',
  source: 'Our proposal.',
  recommendations,
  asked: { as: 'number', least, most },
})

export const dueWeeks = number(
  'Overcrowded homes',
  'overcrowding-alert-due-weeks',
  'Overcrowding alert: a birth is near',
  'How many weeks before the due date a baby who is expected counts as an infant here does.',
  12,
  'weeks',
  1,
  40,
  [5, 20],
)
export const bedAndBreakfastNights = number(
  'Overcrowded homes',
  'overcrowding-alert-bed-and-breakfast-nights',
  'Overcrowding alert: nights in bed and breakfast',
  'After how many nights in bed and breakfast a household with children, or expecting, is offered early help.',
  28,
  'nights',
  1,
  42,
  [5],
)
export const dataAge = number(
  'Overcrowded homes',
  'overcrowding-alert-data-age',
  'Overcrowding alert: age of facts',
  'How old the last word on who sleeps here, or on the rooms, may be before somebody is asked to confirm it.',
  365,
  'days',
  30,
  1826,
  [1, 5],
)

export const priorityListQuestion: Policy = {
  id: 'priority-list-question',
  title: 'Children on the priority list: consider a referral',
  under: 'The housing register',
  what: 'Whether the landlord’s officer is asked to consider a safeguarding referral for each home on the housing register with a child in it.',
  value: true,
  status: 'confirmed',
  source: 'Recommendation 4 of the review.',
  recommendations: [4],
  asked: { as: 'on-off' },
}

export const significantOvercrowdingPolicy: Policy = {
  id: 'significant-overcrowding',
  title: 'What “significant overcrowding” means',
  under: 'Conferences',
  what: 'From when a child protection conference must include a housing officer. The review does not define it.',
  value: 'two-bedrooms-or-statutory',
  status: 'proposed',
  source: 'Our proposal: short of two bedrooms or more, or the Housing Act 1985 contravened.',
  recommendations: [16],
  asked: {
    as: 'choice',
    choices: [
      {
        value: 'two-bedrooms-or-statutory',
        text: 'Short of two bedrooms or more, or the Housing Act 1985 contravened',
      },
      { value: 'one-bedroom-or-statutory', text: 'Short of one bedroom or more, or the Housing Act 1985 contravened' },
      { value: 'statutory', text: 'Only where the Housing Act 1985 is contravened' },
    ],
  },
}

export const alertsPolicies: readonly Policy[] = [
  overcrowdingAlert,
  dueWeeks,
  bedAndBreakfastNights,
  dataAge,
  priorityListQuestion,
  significantOvercrowdingPolicy,
]

/** Everything that the rules go by: this room's own, and what other rooms ask the partnership to decide. */
export const ruleSettings: readonly Policy[] = [...alertsPolicies, noBidWeeks, ...infantSleepPolicies]

/** A setting as it held when a rule used it. */
export interface PolicyThen {
  readonly policy: string
  readonly version: string
  readonly value: PolicyValue
  readonly status: string
}

/** The settings as they hold on a day. */
export interface AlertSettings {
  /** `off`, `statutory-only`, `bedroom-standard` or the name of a local scheme. */
  readonly overcrowding: string
  readonly dueWithinWeeks: number
  readonly bedAndBreakfastNights: number
  readonly dataAgeDays: number
  readonly priorityList: boolean
  readonly noBidWeeks: number
  readonly significant: string
  /** Each of them as it was decided. */
  readonly held: readonly PolicyHeld[]
  /** Decided with the infant sleep room's settings. */
  readonly infant: InfantNumbers
  readonly versions: { readonly overcrowding: PolicyThen; readonly priorityList: PolicyThen }
}

export const settingsOn = (entries: readonly Entry[], on: Temporal.PlainDate): AlertSettings => {
  const valueOf = (policy: Policy): PolicyValue => policyOn(policy, entries, on).value
  const numberOf = (policy: Policy): number => Number(valueOf(policy))
  const versionOf = (policy: Policy): PolicyThen => {
    const { value, decision } = policyOn(policy, entries, on)
    return { policy: policy.id, version: decision?.entry ?? 'first-value', value, status: policy.status }
  }
  return {
    overcrowding: String(valueOf(overcrowdingAlert)),
    dueWithinWeeks: numberOf(dueWeeks),
    bedAndBreakfastNights: numberOf(bedAndBreakfastNights),
    dataAgeDays: numberOf(dataAge),
    priorityList: valueOf(priorityListQuestion) === true,
    noBidWeeks: numberOf(noBidWeeks),
    significant: String(valueOf(significantOvercrowdingPolicy)),
    infant: infantNumbers(entries, on),
    held: ruleSettings.map((policy) => {
      const { value, decision } = policyOn(policy, entries, on)
      return {
        policy: policy.id,
        version: decision?.entry ?? 'first-value',
        value,
        ...(decision === undefined ? {} : { from: decision.from }),
      }
    }),
    versions: { overcrowding: versionOf(overcrowdingAlert), priorityList: versionOf(priorityListQuestion) },
  }
}

/** Whose rooms count by which standard; nothing where bedrooms are not asked for. */
export const standardOf = ({ overcrowding }: Pick<AlertSettings, 'overcrowding'>): string =>
  overcrowding === 'off' || overcrowding === 'statutory-only' ? 'bedroom-standard' : overcrowding

/** The settings as they were while these decisions held, and the first value wherever none of them decides. */
export const settingsBy = (
  entries: readonly Entry[],
  decisions: ReadonlySet<string>,
  on: Temporal.PlainDate,
): AlertSettings =>
  settingsOn(
    entries.filter(({ id }) => decisions.has(id)),
    on,
  )
