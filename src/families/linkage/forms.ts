import { versionsOf } from '#record/index.ts'
import { form } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { carried, fieldsOf, text } from '#platform/form/index.ts'
import { html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import { joinRecords, partRecords } from '../commands/index.ts'
import { RecordsJoined } from '../entries/index.ts'
import { byWhoWorksWithThisPerson, personWay } from '../forms/person-form.ts'
import { elsewhereBefore, joinBefore, joinWay, notToJoinPage } from '../pages/join.ts'
import { paths } from '../paths.ts'
import { readJoin } from '../routes/join.ts'
import { personShown, readPerson } from '../routes/person.ts'
import type { FamiliesRooms } from '../routes/rooms.ts'

/** The forms by which two records are joined as one person, and parted again. */
export const linkageForms = (rooms: FamiliesRooms): HouseRoute[] => [...joinForm(rooms), ...partForm(rooms)]

const joinForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/join',
    name: 'join',
    what: 'two records as one person',
    // Both records are asked of the access room in reading: the ids are no part of this address.
    rule: { who: 'signed-in' },
    read: async (request) => readJoin(rooms, request),
    shown: (facts) =>
      'join' in facts ? facts.join.sides.flatMap(({ records }) => records) : [...facts.own.view.records, facts.right],
    // Of a record that this reader sees nothing of, also how much is written about it stays closed.
    seen: (facts) => {
      if (!('join' in facts)) return new Map([[facts.left, facts.own.view.version]])
      const [left, right] = facts.join.sides
      return new Map([
        [facts.left, left.version],
        [facts.right, right.version],
      ])
    },
    instead: (facts, { shell }) => ('join' in facts && !facts.join.mayJoin ? notToJoinPage(shell, facts) : undefined),
    frame: (facts) => ({
      title: 'Join two records',
      heading: 'Is this the same person?',
      ...('join' in facts
        ? { way: joinWay(facts), look: paths.person(facts.left), before: joinBefore(facts) }
        : { ...personWay(facts.own, 'Join two records'), before: elsewhereBefore(facts) }),
      submit: 'Join them as one person',
      hidden: { left: facts.left, right: facts.right },
    }),
    fields: () =>
      fieldsOf({
        because: text({
          label: { text: 'How do you know that it is the same person?', size: 's' },
          hint: 'For example: the mother showed the red book with both numbers',
          rows: 3,
          missing: 'Say how you know that it is the same person',
        }),
      }),
    record: async ({ book, tx, said, expect }, { because }, { left, right }) =>
      joinRecords.record(book, tx, said, [{ records: [left, right], because }], expect),
    place: ({ field }) => (field === 'because' ? field : ''),
    done: (_ids, { left }) => ({ goTo: paths.person(left), message: 'The records were joined as one person.' }),
  })

const partForm = (rooms: FamiliesRooms): HouseRoute[] =>
  form(rooms, {
    path: '/people/:record/part',
    name: 'part',
    what: 'records told apart again',
    rule: byWhoWorksWithThisPerson,
    read: async (request, fields) => {
      const person = await readPerson(rooms, { ...request, query: {} })
      if (person === undefined) return undefined
      const asked = fieldText(fields, 'joining')
      const joining = person.view.joinings.filter(RecordsJoined.is).find(({ id }) => id === asked)
      const versions = await rooms.database.transaction('app', async (tx) => versionsOf(tx, person.view.records))
      return { person, asked, joining, versions }
    },
    shown: ({ person }) => personShown(person),
    seen: ({ versions }) => versions,
    frame: ({ person, joining }) => ({
      title: 'Part records',
      heading: 'Are these not the same person after all?',
      ...personWay(person, 'Part records'),
      submit: 'Part them again',
      before: html`<p class="govuk-body">${joining === undefined ? 'That joining has been taken back already.' : `They were joined because: ${joining.body.because}`}</p><p class="govuk-body">Each record will be shown by itself again, as before. The decision and its taking back both stay on the timeline.</p>`,
    }),
    fields: ({ asked }) =>
      fieldsOf({
        joining: carried(asked),
        because: text({ label: { text: 'How do you know?', size: 's' }, rows: 3, missing: 'Say how you know' }),
      }),
    record: async ({ book, tx, said, expect }, { joining = '', because }, { person }) =>
      partRecords.record(book, tx, said, [{ joining, because, records: person.view.records }], expect),
    place: ({ field }) => (field === 'because' ? field : ''),
    done: (_ids, { person }) => ({ goTo: paths.person(person.record), message: 'The records were parted again.' }),
  })
