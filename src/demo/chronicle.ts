import { given } from '#platform/given.ts'
import type {
  AddressType,
  MemberRole,
  RecordContact,
  ResponsibilityBasis,
  ResponsibilityState,
  Sex,
  Somebody,
  StatedName,
} from '#families/index.ts'
import type { Provenance } from '#record/index.ts'
import type { Calendar } from './calendar.ts'
import type { Deed } from './commands.ts'
import { demoFamily, demoHome, demoRecord } from './ids.ts'
import type { Numbers } from './numbers.ts'
import { agencyOf } from './people.ts'

/** Something that somebody recorded so many days before the load. */
export type Happening = Deed & { readonly ago: number; readonly by: string }

export interface Somewhere {
  readonly id: string
  readonly lines: readonly string[]
  readonly postcode: string
}

/** Somebody who lives in the demo; each agency has a record of their own of them. */
export interface Inhabitant {
  readonly key: string
  readonly names: readonly StatedName[]
  readonly sex: Sex
  readonly born: string
  readonly nhs: string
  readonly upn: string
}

interface RecordMore {
  readonly lives?: Somewhere
  readonly since?: number
  readonly until?: number
  readonly type?: AddressType
  /** What this agency holds otherwise than others do. */
  readonly born?: string
  readonly names?: readonly StatedName[]
  readonly without?: readonly ('birth' | 'sex')[]
  /** The address as it was written down, which nobody has matched to a home. */
  readonly unmatched?: boolean
}

interface ContactMore {
  readonly children?: readonly string[]
  readonly channel?: RecordContact['channel']
  readonly sensitivity?: RecordContact['sensitivity']
  readonly alone?: readonly string[]
  readonly interpreter?: RecordContact['interpreter']
  readonly notSeen?: readonly string[]
}

/** What a story is written with: it hands out ids and numbers, and keeps what happened. */
export interface Chronicle {
  readonly calendar: Calendar
  readonly happenings: Happening[]
  readonly does: (ago: number, by: string, deed: Deed) => void
  readonly home: (
    key: string,
    ago: number,
    by: string,
    where: {
      readonly lines: readonly string[]
      readonly postcode: string
      readonly unit?: string
      readonly borough?: 'inside' | 'outside'
    },
  ) => Somewhere
  readonly patch: (home: Somewhere, by: string, since: number) => void
  readonly person: (key: string, name: StatedName | readonly StatedName[], sex: Sex, born: string) => Inhabitant
  /** One agency, the writer's, opens its record of somebody; the NHS number goes into health's records, the pupil number into schools'. */
  readonly record: (who: Inhabitant, ago: number, by: string, more?: RecordMore) => string
  readonly address: (
    record: string,
    ago: number,
    by: string,
    home: Somewhere,
    since: number,
    more?: { readonly type?: AddressType; readonly until?: number; readonly because?: string },
  ) => void
  readonly join: (ago: number, by: string, records: readonly string[], because: string) => void
  readonly family: (
    key: string,
    ago: number,
    by: string,
    ask: {
      readonly around: readonly string[]
      readonly members?: readonly (readonly [record: string, role: MemberRole, since?: number])[]
      readonly name?: string
    },
  ) => string
  readonly parent: (
    ago: number,
    by: string,
    from: Somebody,
    as: 'mother' | 'father' | 'step-parent' | 'adoptive',
    children: readonly string[],
  ) => void
  readonly related: (
    ago: number,
    by: string,
    from: Somebody,
    type: 'partner' | 'sibling' | 'grandparent' | 'carer' | 'other',
    to: string,
    more?: Provenance & { readonly ended?: boolean },
  ) => void
  readonly responsibility: (
    ago: number,
    by: string,
    holder: Somebody,
    children: readonly string[],
    state: ResponsibilityState,
    basis: ResponsibilityBasis,
    more?: { readonly evidence?: string; readonly verifiedBy?: string; readonly verified?: number },
  ) => void
  readonly involve: (
    family: string,
    ago: number,
    principal: string,
    role: string,
    more?: { readonly by?: string; readonly since?: number; readonly team?: string },
  ) => void
  readonly lead: (family: string, ago: number, user: string) => void
  readonly contact: (
    family: string,
    ago: number,
    by: string,
    what: string,
    persons: readonly string[],
    more?: ContactMore,
  ) => void
}

const givesNhsNumber = new Set(['agency:hospital-trust', 'agency:health-visiting', 'agency:quayside-practice'])
const isSchool = (agency: string): boolean => agency.endsWith('-primary') || agency.endsWith('-academy')

export const chronicle = (calendar: Calendar, numbers: Numbers, story: string): Chronicle => {
  const happenings: Happening[] = []
  let references = 0
  const does: Chronicle['does'] = (ago, by, deed) => void happenings.push({ ago, by, ...deed })
  const days = (since: number | undefined, until?: number): { trueFrom?: string; trueUntil?: string } => ({
    ...(since === undefined ? {} : { trueFrom: calendar.day(since) }),
    ...(until === undefined ? {} : { trueUntil: calendar.day(until) }),
  })
  return {
    calendar,
    happenings,
    does,
    home: (key, ago, by, { lines, postcode, unit, borough = 'inside' }) => {
      const id = demoHome(story, key)
      does(ago, by, {
        does: 'name home',
        ask: {
          home: id,
          lines,
          postcode,
          borough,
          ...given({ unit }),
          ...(borough === 'inside' ? { uprn: numbers.uprn() } : {}),
        },
      })
      return { id, lines: unit === undefined ? lines : [unit, ...lines], postcode }
    },
    patch: (home, by, since) =>
      does(since, by, {
        does: 'answer for home',
        ask: {
          home: home.id,
          principal: by,
          role: 'Housing officer for this home',
          from: calendar.today.subtract({ days: since }),
        },
      }),
    person: (key, name, sex, born) => ({
      key,
      names: 'use' in name ? [name] : name,
      sex,
      born,
      nhs: numbers.nhs(),
      upn: numbers.upn(Number(born.slice(0, 4))),
    }),
    record: (who, ago, by, more = {}) => {
      const agency = agencyOf(by)
      const record = demoRecord(story, who.key, agency)
      references += 1
      const { lives, since, until, type = 'home', without = [], unmatched = false } = more
      does(ago, by, {
        does: 'open record',
        ask: {
          record,
          reference: `${referencePrefix(agency)}-${record.slice(7, 13).toUpperCase()}${references}`,
          statements: [
            { say: 'names', names: more.names ?? who.names },
            ...(without.includes('birth') ? [] : [{ say: 'birth' as const, on: more.born ?? who.born }]),
            ...(without.includes('sex') ? [] : [{ say: 'sex' as const, sex: who.sex }]),
            ...(givesNhsNumber.has(agency) ? [{ say: 'nhs-number' as const, number: who.nhs }] : []),
            ...(isSchool(agency) ? [{ say: 'upn' as const, number: who.upn }] : []),
            ...(lives === undefined
              ? []
              : [
                  {
                    say: 'address' as const,
                    type,
                    address: { lines: lives.lines, postcode: lives.postcode },
                    ...(unmatched ? {} : { home: lives.id }),
                    ...days(since ?? ago, until),
                  },
                ]),
          ],
        },
      })
      return record
    },
    address: (record, ago, by, home, since, { type = 'home', until, because } = {}) =>
      does(ago, by, {
        does: 'state about person',
        ask: {
          record,
          statement: {
            say: 'address',
            type,
            address: { lines: home.lines, postcode: home.postcode },
            home: home.id,
            ...days(since, until),
            ...given({ because }),
          },
        },
      }),
    join: (ago, by, records, because) => does(ago, by, { does: 'join records', ask: { records, because } }),
    family: (key, ago, by, { around, members = [], name }) => {
      const family = demoFamily(story, key)
      does(ago, by, {
        does: 'open family',
        ask: {
          family,
          around,
          ...given({ name }),
          members: members.map(([record, role, since]) => ({
            record,
            role,
            ...(since === undefined ? {} : { trueFrom: calendar.day(since) }),
          })),
        },
      })
      return family
    },
    parent: (ago, by, from, as, children) => {
      for (const to of children) does(ago, by, { does: 'state relationship', ask: { from, type: 'parent', as, to } })
    },
    related: (ago, by, from, type, to, more = {}) =>
      does(ago, by, { does: 'state relationship', ask: { from, type, to, ...more } }),
    responsibility: (ago, by, holder, children, state, basis, { evidence, verifiedBy, verified } = {}) => {
      for (const child of children) {
        does(ago, by, {
          does: 'state responsibility',
          ask: {
            child,
            holder,
            state,
            basis,
            ...given({ evidence, verifiedBy }),
            ...(verified === undefined ? {} : { verifiedOn: calendar.day(verified) }),
          },
        })
      }
    },
    involve: (family, ago, principal, role, { by = principal, since = ago, team } = {}) =>
      does(ago, by, {
        does: 'start involvement',
        ask: { family, principal, role, from: calendar.today.subtract({ days: since }), ...given({ team }) },
      }),
    lead: (family, ago, user) =>
      does(ago, user, { does: 'name lead', ask: { family, user, from: calendar.today.subtract({ days: ago }) } }),
    contact: (
      family,
      ago,
      by,
      what,
      persons,
      {
        children = [],
        channel = 'home-visit',
        sensitivity = 'ordinary',
        alone = [],
        interpreter = 'not-needed',
        notSeen = [],
      } = {},
    ) =>
      does(ago, by, {
        does: 'record contact',
        ask: {
          family,
          happenedOn: calendar.day(ago),
          sensitivity,
          channel,
          what,
          persons,
          interpreter,
          children: [
            ...children.map((child) => ({
              child,
              seen: 'yes' as const,
              alone: alone.includes(child) ? ('yes' as const) : ('no' as const),
            })),
            ...notSeen.map((child) => ({ child, seen: 'no' as const })),
          ],
        },
      }),
  }
}

const referencePrefix = (agency: string): string =>
  agency
    .slice('agency:'.length)
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
