import type { Telling } from '#families/index.ts'
import { shortName } from '#families/index.ts'
import { longDate } from '#platform/page/index.ts'
import {
  ConditionStated,
  HomeDescribed,
  OnApplicationStated,
  OnTenancyStated,
  PlacementStated,
  RegisterApplicationStated,
  RoomsStated,
  SleepingArrangementStated,
  SleepsHereStated,
  TenancyStated,
} from './entries/index.ts'
import type { OccupancySays } from './entries/index.ts'
import { applicationWords, conditionWords, placementWords, placeWords, stageWords } from './words.ts'

/** How this room's entries are told on a family's timeline. */
export const housingTelling: Telling = (entry, names) => {
  const told = inWords(entry, names)
  return told !== undefined && standing.has(entry.kind) ? { ...told, standing: true } : told
}

/** Lists and descriptions that an agency keeps: of what happened last, only moves, damp and sleeping places are told. */
const standing: ReadonlySet<string> = new Set(
  [SleepsHereStated, OnTenancyStated, OnApplicationStated, TenancyStated, RoomsStated, HomeDescribed].map(
    ({ kind }) => kind,
  ),
)

const inWords: Telling = (entry, names) => {
  const who = (record: string): string => {
    const name = names.people.get(names.persons.get(record) ?? record)?.names.display.shown?.value
    return name === undefined ? 'Somebody whose name is not known here' : shortName(name)
  }
  if (SleepsHereStated.is(entry))
    return {
      title: `${who(entry.body.record)} ${sleepsWords[entry.body.says]}`,
      ...textOf(entry.body.verifiedOn === undefined ? undefined : `Verified ${day(entry.body.verifiedOn)}.`),
    }
  if (OnTenancyStated.is(entry)) return { title: `${who(entry.body.record)} ${onWords[entry.body.says]} the tenancy` }
  if (OnApplicationStated.is(entry))
    return { title: `${who(entry.body.record)} ${onWords[entry.body.says]} the housing application` }
  if (SleepingArrangementStated.is(entry)) {
    const { record, room, place, with: others, knownHow } = entry.body
    const shared = others.length === 0 ? '' : `, with ${others.map(who).join(' and ')}`
    return {
      title: `Where ${who(record)} sleeps`,
      text: `${room === 'not-known' ? 'The room is not known' : room.name}: ${placeWords[place]}${shared}.${knownHow === 'not-known' ? '' : knownHow === 'seen' ? ' Seen.' : ' Told.'}`,
    }
  }
  if (ConditionStated.is(entry))
    return {
      title: `${upper(conditionWords(entry.body.what))} in the home: ${stageWords[entry.body.stage] ?? entry.body.stage}`,
      text: `Reported ${day(entry.body.reportedOn)}.`,
    }
  if (PlacementStated.is(entry))
    return {
      title: placementWords[entry.body.type] ?? 'Temporary accommodation',
      text: `From ${day(entry.body.startedOn)}${entry.body.endedOn === undefined ? '' : ` to ${day(entry.body.endedOn)}`}.`,
    }
  if (RegisterApplicationStated.is(entry))
    return {
      title: `Housing register: ${(applicationWords[entry.body.status] ?? entry.body.status).toLowerCase()}`,
      ...textOf(
        entry.body.registeredOn === undefined
          ? undefined
          : `Registered ${day(entry.body.registeredOn)}${entry.body.band === undefined ? '' : `, band ${entry.body.band}`}.`,
      ),
    }
  if (TenancyStated.is(entry)) return { title: 'Tenancy of the home' }
  if (RoomsStated.is(entry))
    return {
      title: `Rooms of the home: ${entry.body.rooms.length}`,
      text: entry.body.rooms.map(({ name }) => name).join(', '),
    }
  if (HomeDescribed.is(entry)) return { title: 'What the home is like' }
  return undefined
}

const sleepsWords: Readonly<Record<OccupancySays, string>> = {
  yes: 'sleeps in the home',
  no: 'does not sleep in the home',
  'not-known': 'may sleep in the home; it is not known',
  'no-longer-listed': 'is no longer on the list of who sleeps in the home',
}
const onWords: Readonly<Record<OccupancySays, string>> = {
  yes: 'is on',
  no: 'is not on',
  'not-known': 'may be on',
  'no-longer-listed': 'is no longer listed on',
}
const day = (written: string): string => longDate(Temporal.PlainDate.from(written))
const textOf = (text: string | undefined): { text?: string } => (text === undefined ? {} : { text })
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
