import type { HouseRoute, Premises } from '#access/index.ts'
import { openRecord } from '#families/index.ts'
import {
  stateApplication,
  stateCondition,
  stateOccupancy,
  statePlacement,
  stateRooms,
  stateSleepingArrangement,
  stateTenancy,
} from '../commands/index.ts'
import {
  OnApplicationStated,
  OnTenancyStated,
  PlacementStated,
  RegisterApplicationStated,
  RoomsStated,
  SleepingArrangementStated,
  SleepsHereStated,
  TenancyStated,
} from '../entries/index.ts'
import { conditionForm, roomsBegin, roomsForm, sleepingForm } from '../pages/forms.ts'
import {
  registerBegins,
  registerForm,
  stayBegins,
  stayForm,
  tenancyBegins,
  tenancyForm,
} from '../pages/letting-forms.ts'
import { listForm } from '../pages/list-form.ts'
import type { ListName } from '../paths.ts'
import { readCondition, readRooms, readSleeping } from './asks.ts'
import { homeFormRoutes } from './home-form.ts'
import type { HomeFormDeclared } from './home-form.ts'
import { readApplication, readStay, readTenancy } from './letting-asks.ts'
import { readList } from './list-asks.ts'
import type { ListAsk } from './list-asks.ts'

/** What an agreement, the register and a placement say is for the officer who looks after the home. */
const byWhoLooksAfterIt = ['responsible-for-home'] as const

/** The forms by which a home is recorded. */
export const formsOfHomes = (premises: Premises): HouseRoute[] => [
  ...homeFormRoutes(premises, {
    name: 'sleeping',
    what: 'who sleeps where',
    replaces: [SleepingArrangementStated],
    draw: sleepingForm,
    read: readSleeping,
    command: stateSleepingArrangement.record,
    fieldFor: (field, row) => (field === undefined || field === 'happenedOn' ? 'on' : `${field}-${row}`),
    message: 'It is recorded who sleeps where.',
  }),
  ...homeFormRoutes(premises, {
    name: 'rooms',
    what: 'rooms of a home',
    replaces: [RoomsStated],
    draw: roomsForm,
    begin: roomsBegin,
    read: readRooms,
    command: stateRooms.record,
    fieldFor: roomField,
    message: 'The rooms are recorded.',
  }),
  ...homeFormRoutes(premises, {
    name: 'condition',
    what: 'condition of a home',
    replaces: [],
    draw: conditionForm,
    read: readCondition,
    command: stateCondition.record,
    fieldFor: (field) => (field === 'reportedOn' ? 'reported' : 'what'),
    message: 'The report is recorded. Tell the landlord too, if you are not the landlord.',
  }),
  ...homeFormRoutes(premises, listed('sleeps-here', 'who sleeps in a home', 'It is recorded who sleeps here.')),
  ...homeFormRoutes(premises, listed('on-tenancy', 'who is on a tenancy', 'It is recorded who is on the tenancy.')),
  ...homeFormRoutes(
    premises,
    listed('on-application', 'who is on a housing application', 'It is recorded who is on the application.'),
  ),
  ...homeFormRoutes(premises, {
    name: 'tenancy',
    what: 'a tenancy',
    replaces: [TenancyStated],
    ways: byWhoLooksAfterIt,
    draw: tenancyForm,
    begin: tenancyBegins,
    read: readTenancy,
    command: stateTenancy.record,
    fieldFor: placed({ startedOn: 'started', endedOn: 'ended', notice: 'served' }, 'tenancy'),
    message: 'The tenancy is recorded.',
  }),
  ...homeFormRoutes(premises, {
    name: 'register',
    what: 'a housing application',
    replaces: [RegisterApplicationStated],
    ways: byWhoLooksAfterIt,
    draw: registerForm,
    begin: registerBegins,
    read: readApplication,
    command: stateApplication.record,
    fieldFor: placed({ registeredOn: 'registered', lastBidOn: 'last-bid', priorityDate: 'priority' }, 'application'),
    message: 'The application is recorded.',
  }),
  ...homeFormRoutes(premises, {
    name: 'stay',
    what: 'a stay in temporary accommodation',
    replaces: [PlacementStated],
    ways: byWhoLooksAfterIt,
    draw: stayForm,
    begin: stayBegins,
    read: readStay,
    command: statePlacement.record,
    fieldFor: placed(
      { startedOn: 'first', endedOn: 'left', surgery: 'surgery', school: 'school', healthVisitors: 'healthVisitors' },
      'type',
    ),
    message: 'The stay is recorded.',
  }),
]

/** Where each refusal stands on the form; what is about no field of it stands with the first. */
const placed =
  (places: Readonly<Record<string, string>>, first: string) =>
  (field: string | undefined): string =>
    places[field ?? ''] ?? first

/** `rooms.2.name` is the third row's name. A list as a whole leads to its first field. */
const roomField = (field: string | undefined): string => {
  const [, row, name] = /^rooms\.(\d+)\.(\w+)$/u.exec(field ?? '') ?? []
  return row === undefined ? 'name-0' : `${name === 'measuredOn' ? 'area' : name}-${row}`
}

/** Somebody who has no record yet is given one with the same click; if either is refused, neither is kept. */
const listed = (list: ListName, what: string, message: string): HomeFormDeclared<ListAsk> => ({
  name: list,
  what,
  message,
  replaces: [SleepsHereStated, OnTenancyStated, OnApplicationStated],
  ...(list === 'sleeps-here' ? {} : { ways: byWhoLooksAfterIt }),
  draw: listForm(list),
  read: readList(list),
  command: async (book, tx, said, asks, expect) => {
    const opens = asks.flatMap(({ occupancy: { record }, opens: statements }) =>
      statements === undefined ? [] : [{ record, statements }],
    )
    const opened = await openRecord.record(book, tx, said, opens)
    return opened.accepted
      ? stateOccupancy.record(
          book,
          tx,
          said,
          asks.map(({ occupancy }) => occupancy),
          expect,
        )
      : opened
  },
  fieldFor: placed({ trueFrom: 'from', trueUntil: 'until', verifiedOn: 'on', 'statements.1.on': 'born' }, 'who'),
})
