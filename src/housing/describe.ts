import { given } from '#platform/given.ts'
import { longDate } from '#platform/page/index.ts'
import { worded } from '#record/index.ts'
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

const record = 'record:1'

/** What this room may record, in words. Of what happened last only moves, damp and sleeping places are told: lists stand. */
export const housingKinds = worded(
  {
    HomeDescribed,
    RoomsStated,
    SleepsHereStated,
    OnTenancyStated,
    OnApplicationStated,
    SleepingArrangementStated,
    ConditionStated,
    PlacementStated,
    RegisterApplicationStated,
    TenancyStated,
  },
  {
    HomeDescribed: {
      noun: 'what the home is',
      standing: true,
      examples: [{}, { tenure: 'council', bedrooms: 2 }],
      tell: () => ({ title: 'What the home is like' }),
    },
    RoomsStated: {
      noun: 'its rooms',
      standing: true,
      examples: [{ rooms: [{ name: 'Box room', kind: 'bedroom', usable: 'not-known' }] }],
      tell: ({ body }) => ({
        title: `Rooms of the home: ${body.rooms.length}`,
        text: body.rooms.map(({ name }) => name).join(', '),
      }),
    },
    SleepsHereStated: {
      noun: 'who sleeps there',
      standing: true,
      examples: [
        { record, says: 'yes', verifiedOn: '2026-01-05' },
        { record, says: 'no' },
        { record, says: 'not-known' },
        { record, says: 'no-longer-listed' },
      ],
      tell: ({ body }, naming) => ({
        title: upper(`${naming.person(body.record)} ${sleepsWords[body.says]}`),
        ...given({ text: body.verifiedOn === undefined ? undefined : `Verified ${day(body.verifiedOn)}.` }),
      }),
    },
    OnTenancyStated: {
      noun: 'who is on the tenancy',
      standing: true,
      examples: [
        { record, says: 'yes' },
        { record, says: 'not-known' },
      ],
      tell: ({ body }, naming) => ({ title: upper(`${naming.person(body.record)} ${onWords[body.says]} the tenancy`) }),
    },
    OnApplicationStated: {
      noun: 'who is on the application',
      standing: true,
      examples: [{ record, says: 'no-longer-listed' }],
      tell: ({ body }, naming) => ({
        title: upper(`${naming.person(body.record)} ${onWords[body.says]} the housing application`),
      }),
    },
    SleepingArrangementStated: {
      noun: 'where people sleep in it',
      examples: [
        { record, room: { name: 'Box room' }, place: 'cot', with: [record], knownHow: 'seen' },
        { record, room: 'not-known', place: 'not-known', with: [], knownHow: 'not-known' },
      ],
      tell: ({ body: { record: of, room, place, with: others, knownHow } }, naming) => {
        const shared = others.length === 0 ? '' : `, with ${others.map((one) => naming.person(one)).join(' and ')}`
        const where = room === 'not-known' ? 'The room is not known' : room.name
        return {
          title: `Where ${naming.person(of)} sleeps`,
          text: `${where}: ${placeWords[place]}${shared}.${{ seen: ' Seen.', told: ' Told.', 'not-known': '' }[knownHow]}`,
        }
      },
    },
    ConditionStated: {
      noun: 'the state of the home',
      examples: [
        { condition: 'C1', what: 'mould', reportedOn: '2026-02-11', stage: 'works-ordered' },
        { condition: 'C1', what: 'mould', reportedOn: '2026-02-11', stage: 'not-known' },
      ],
      tell: ({ body }) => ({
        title: `${upper(conditionWords(body.what))} in the home: ${stageWords[body.stage] ?? body.stage}`,
        text: `Reported ${day(body.reportedOn)}.`,
      }),
    },
    PlacementStated: {
      noun: 'temporary accommodation',
      examples: [
        { placement: 'P1', type: 'bed-and-breakfast', startedOn: '2026-01-01', endedOn: '2026-02-01' },
        { placement: 'P1', type: 'not-known', startedOn: '2026-01-01' },
      ],
      tell: ({ body }) => ({
        title: placementWords[body.type] ?? 'Temporary accommodation',
        text: `From ${day(body.startedOn)}${body.endedOn === undefined ? '' : ` to ${day(body.endedOn)}`}.`,
      }),
    },
    RegisterApplicationStated: {
      noun: 'the housing application',
      examples: [
        { application: 'A1', status: 'active', registeredOn: '2017-03-09', band: '2' },
        { application: 'A1', status: 'not-known' },
      ],
      tell: ({ body: { status, registeredOn, band } }) => ({
        title: `Housing register: ${(applicationWords[status] ?? status).toLowerCase()}`,
        ...given({
          text:
            registeredOn === undefined
              ? undefined
              : `Registered ${day(registeredOn)}${band === undefined ? '' : `, band ${band}`}.`,
        }),
      }),
    },
    TenancyStated: {
      noun: 'the tenancy',
      standing: true,
      examples: [{ tenancy: 'T1', type: 'secure' }],
      tell: () => ({ title: 'Tenancy of the home' }),
    },
  },
)

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
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
