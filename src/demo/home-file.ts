import type {
  DescribeHome,
  OccupancySays,
  SleepPlace,
  StateApplication,
  StateCondition,
  StatedRoom,
  StatePlacement,
  StateTenancy,
  toLead,
} from '#housing/index.ts'
import type { Chronicle, Somewhere } from './chronicle.ts'

/** What is said of one home by those who look after it or come into it: the building, its rooms, the three lists, who sleeps where, and what is wrong. */
export interface HomeFile {
  readonly describe: (ago: number, by: string, what: Of<DescribeHome>) => void
  readonly rooms: (ago: number, by: string, rooms: readonly StatedRoom[], checked?: number) => void
  readonly sleeps: (
    ago: number,
    by: string,
    who: readonly Sleeper[],
    more?: { readonly verified?: number; readonly until?: number },
  ) => void
  readonly onTenancy: (
    ago: number,
    by: string,
    who: readonly (readonly [record: string, part: 'tenant' | 'joint-tenant' | 'licensee'])[],
  ) => void
  readonly onApplication: (
    ago: number,
    by: string,
    application: string,
    who: readonly (readonly [record: string, part: 'applicant' | 'joint-applicant' | 'to-move-too'])[],
  ) => void
  /** Where somebody was seen to sleep, or was told to, on that day. */
  readonly place: (
    ago: number,
    by: string,
    record: string,
    room: string,
    on: SleepPlace,
    more?: { readonly with?: readonly string[]; readonly how?: 'seen' | 'told' },
  ) => void
  readonly condition: (ago: number, by: string, what: Of<StateCondition>) => void
  readonly stay: (ago: number, by: string, what: Of<StatePlacement>) => void
  readonly application: (ago: number, by: string, what: Of<StateApplication>) => void
  readonly tenancy: (ago: number, by: string, what: Of<StateTenancy>) => void
}

type Of<Ask> = Omit<Ask, 'home'>
export type Sleeper = readonly [record: string, toLead: (typeof toLead)[number], says?: OccupancySays]

/** @param hidden everything said of this home is withheld from those who may not know where somebody lives */
export const homeFile = (book: Chronicle, { id: home }: Somewhere, hidden = false): HomeFile => {
  const { day } = book.calendar
  const beside = { home, ...(hidden ? { sensitivity: 'hidden-address' as const } : {}) }
  return {
    describe: (ago, by, what) => book.does(ago, by, { does: 'describe home', ask: { ...beside, ...what } }),
    rooms: (ago, by, rooms, checked) =>
      book.does(ago, by, {
        does: 'state rooms',
        ask: { ...beside, rooms: [...rooms], ...(checked === undefined ? {} : { checkedOn: day(checked) }) },
      }),
    sleeps: (ago, by, who, { verified, until } = {}) => {
      for (const [record, relationshipToLead, says = 'yes'] of who) {
        book.does(ago, by, {
          does: 'state occupancy',
          ask: {
            ...beside,
            list: 'sleeps-here',
            record,
            says,
            relationshipToLead,
            ...(verified === undefined ? {} : { verifiedOn: day(verified) }),
            ...(until === undefined ? {} : { trueUntil: day(until) }),
          },
        })
      }
    },
    onTenancy: (ago, by, who) => {
      for (const [record, part] of who)
        book.does(ago, by, {
          does: 'state occupancy',
          ask: { ...beside, list: 'on-tenancy', record, says: 'yes', part },
        })
    },
    onApplication: (ago, by, application, who) => {
      for (const [record, part] of who)
        book.does(ago, by, {
          does: 'state occupancy',
          ask: { ...beside, list: 'on-application', record, says: 'yes', application, part },
        })
    },
    place: (ago, by, record, room, on, { with: others = [], how = 'seen' } = {}) =>
      book.does(ago, by, {
        does: 'state sleeping place',
        ask: {
          ...beside,
          record,
          room: { name: room },
          place: on,
          with: [...others],
          knownHow: how,
          happenedOn: day(ago),
        },
      }),
    condition: (ago, by, what) => book.does(ago, by, { does: 'state condition', ask: { ...beside, ...what } }),
    stay: (ago, by, what) => book.does(ago, by, { does: 'state placement', ask: { ...beside, ...what } }),
    application: (ago, by, what) => book.does(ago, by, { does: 'state application', ask: { ...beside, ...what } }),
    tenancy: (ago, by, what) => book.does(ago, by, { does: 'state tenancy', ask: { ...beside, ...what } }),
  }
}

/** A size in square metres, or in the unit in which it was taken; none: not measured. */
type Size = number | { readonly value: number; readonly unit: 'sqft' }

const room = (kind: StatedRoom['kind'], name: string, size?: Size): StatedRoom => ({
  name,
  kind,
  usable: 'yes',
  ...(size === undefined
    ? {}
    : {
        area: typeof size === 'number' ? { value: size, unit: 'm2' as const } : { ...size },
        areaFrom: 'measured' as const,
      }),
})
export const bedroom = (name: string, size?: Size): StatedRoom => room('bedroom', name, size)
export const livingRoom = (size?: Size): StatedRoom => room('living', 'Living room', size)
export const bedSittingRoom = (name: string, size?: Size): StatedRoom => room('bed-sitting', name, size)
export const kitchenAndBathroom: readonly StatedRoom[] = [room('kitchen', 'Kitchen'), room('bathroom', 'Bathroom')]
