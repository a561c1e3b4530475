import { openServer } from '#platform/http/index.ts'
import {
  installViews,
  openFrontDesk,
  enrolUser,
  nameAgency,
  nameLead,
  nameTeam,
  startInvolvement,
  startResponsibility,
  setReachOf,
} from '#access/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import type { SteppedClock } from '#platform/dates.ts'
import { openLog } from '#platform/log.ts'
import { beginRecord } from '#record/index.ts'
import {
  addMember,
  hideAddress,
  nameHome,
  openFamily,
  openRecord,
  recordContact,
  stateAboutPerson,
  statePregnancy,
  stateRelationship,
  stateResponsibility,
} from '../index.ts'
import type { PersonStatement } from '../index.ts'
import { at, book, day, made, only, saying, seal, house } from './harbour.ts'
import { doorsOf } from '../../../test/support/some-rooms.ts'

/** Two families and a home of Harbour Reach, with the people who work there, behind the house's own door. Everybody is invented. */
export interface Street {
  readonly server: Awaited<ReturnType<typeof openServer>>
  readonly clock: SteppedClock
  readonly database: Database
  readonly family: string
  readonly hiddenFamily: string
  readonly home: string
  readonly refuge: string
  readonly child: string
  readonly mother: string
  readonly father: string
  readonly schoolChild: string
  readonly hiddenMother: string
  readonly contact: string
}

export const refugeAddress = 'The Old Ropewalk'

export const openStreet = async (database: Database): Promise<Street> => {
  await migrate(database, house.rooms)
  const app = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction('app', work)
  await app(async (tx) => {
    await installViews(tx)
    await beginRecord(book, tx, saying('partnership', '2025-01-01'), 'Harbour Reach', true)
    const office = saying('partnership', '2025-01-02', 'user:office')
    await nameAgency.record(book, tx, office, [
      {
        agency: 'agency:csc',
        name: 'Harbour Reach Children’s Social Care',
        kind: 'childrens-social-care',
        dutyFlag: 'yes',
        phone: '01632 960 100',
      },
      { agency: 'agency:landlord', name: 'Quayside Homes', kind: 'social-landlord', dutyFlag: 'not-known' },
      { agency: 'agency:visiting', name: 'Harbour Reach Health Visiting', kind: 'health-visiting', dutyFlag: 'yes' },
      { agency: 'agency:hospital', name: 'St Brannoc’s Hospital', kind: 'hospital', dutyFlag: 'yes' },
      { agency: 'agency:school', name: 'Pell Quay Primary School', kind: 'school', dutyFlag: 'yes' },
    ])
    await nameTeam.record(book, tx, office, [
      { team: 'team:assess', name: 'Assessment team', agency: 'agency:csc', phone: '01632 960 141' },
      { team: 'team:visit', name: 'Quay health visitors', agency: 'agency:visiting', phone: '01632 960 152' },
      { team: 'team:patch', name: 'Ropewalk patch', agency: 'agency:landlord', phone: '01632 960 163' },
    ])
    await enrolUser.record(book, tx, office, [
      {
        user: 'user:ada',
        name: 'Imogen Sallow',
        role: 'social-worker',
        title: 'Social worker',
        agency: 'agency:csc',
        teams: ['team:assess'],
      },
      {
        user: 'user:vera',
        name: 'Vera Quist',
        role: 'health-visitor',
        title: 'Health visitor',
        agency: 'agency:visiting',
        teams: ['team:visit'],
      },
      {
        user: 'user:hal',
        name: 'Hal Brook',
        role: 'housing-officer',
        title: 'Housing officer',
        agency: 'agency:landlord',
        teams: ['team:patch'],
      },
      {
        user: 'user:wim',
        name: 'Wim Loder',
        role: 'ward-nurse',
        title: 'Ward nurse',
        agency: 'agency:hospital',
        teams: [],
      },
      {
        user: 'user:stan',
        name: 'Stan Orme',
        role: 'designated-safeguarding-lead',
        title: 'Safeguarding lead',
        agency: 'agency:school',
        teams: [],
      },
      {
        user: 'user:sys',
        name: 'Sid Yarrow',
        role: 'system-administrator',
        title: 'Administrator',
        agency: 'agency:csc',
        teams: [],
      },
    ])
  })
  const open = async (agency: string, on: string, ...statements: PersonStatement[]): Promise<string> =>
    app(async (tx) =>
      only(
        made(
          await openRecord.record(book, tx, saying(agency, on), [
            { reference: `${agency}-${statements.length}`, statements },
          ]),
        ),
      ),
    )
  const say = async (agency: string, on: string, record: string, ...statements: PersonStatement[]): Promise<void> =>
    void (await app(async (tx) =>
      made(
        await stateAboutPerson.record(
          book,
          tx,
          saying(agency, on),
          statements.map((statement) => ({ record, statement })),
        ),
      ),
    ))
  const named = (given: string, family: string): PersonStatement => ({
    say: 'names',
    names: [{ use: 'usual', given, family }],
  })

  const mother = await open(
    'csc',
    '2025-02-01',
    named('Marisol', 'Okparavi'),
    { say: 'birth', on: '1997-02-11' },
    { say: 'sex', sex: 'female' },
  )
  const father = await open(
    'csc',
    '2025-02-01',
    named('Jonah', 'Pellow'),
    { say: 'birth', on: '1995-08-02' },
    { say: 'sex', sex: 'male' },
  )
  const schoolChild = await open(
    'csc',
    '2025-02-01',
    named('Teodor', 'Okparavi'),
    { say: 'birth', on: '2021-04-15' },
    { say: 'nhs-number', number: '943 476 5910' },
  )
  const child = await open('csc', '2026-09-30', named('Wren', 'Okparavi'), { say: 'birth', on: '2026-09-20' })
  const [home, refuge] = await app(async (tx) =>
    made(
      await nameHome.record(book, tx, saying('landlord', '2025-01-10'), [
        { lines: ['12 Chandlery House', 'Ropewalk'], postcode: 'HR1 4QB', borough: 'inside' },
        { lines: [refugeAddress, 'Upper Reach'], postcode: 'HR7 1ZZ', borough: 'inside' },
      ]),
    ),
  )
  if (home === undefined || refuge === undefined) throw new Error('two homes were named')
  const lives = (where: string, lines: readonly string[], postcode: string, from: string): PersonStatement => ({
    say: 'address',
    type: 'home',
    home: where,
    address: { lines: [...lines], postcode },
    trueFrom: from,
  })
  await open(
    'landlord',
    '2025-01-12',
    named('M', 'Okparavi'),
    lives(home, ['12 Chandlery House', 'Ropewalk'], 'HR1 4QB', '2025-01-12'),
  )
  for (const record of [mother, father, schoolChild])
    await say('csc', '2025-02-03', record, lives(home, ['12 Chandlery House', 'Ropewalk'], 'HR1 4QB', '2025-01-12'))
  await say('csc', '2026-10-01', child, lives(home, ['12 Chandlery House', 'Ropewalk'], 'HR1 4QB', '2026-09-22'))
  const hiddenMother = await open(
    'csc',
    '2025-03-01',
    named('Thessaly', 'Marrowby'),
    { say: 'birth', on: '1999-05-06' },
    lives(refuge, [refugeAddress, 'Upper Reach'], 'HR7 1ZZ', '2025-03-01'),
  )
  const hiddenChild = await open(
    'csc',
    '2025-03-01',
    named('Ottoline', 'Marrowby'),
    { say: 'birth', on: '2023-11-30' },
    lives(refuge, [refugeAddress, 'Upper Reach'], 'HR7 1ZZ', '2025-03-01'),
  )
  await seal(database, '2025-03-02T09:00:00Z')
  const families = await app(async (tx) =>
    made(
      await openFamily.record(book, tx, saying('csc', '2025-03-02'), [
        {
          around: [schoolChild],
          members: [
            { record: mother, role: 'parent' },
            { record: father, role: 'parent' },
          ],
        },
        { around: [hiddenChild], members: [{ record: hiddenMother, role: 'parent' }] },
      ]),
    ),
  )
  const [family, hiddenFamily] = families
  if (family === undefined || hiddenFamily === undefined) throw new Error('two families were opened')
  await app(async (tx) => {
    const said = saying('csc', '2025-03-05')
    await startInvolvement.record(book, tx, said, [
      { family, principal: 'user:ada', role: 'social worker', from: day('2025-03-02') },
      { family, principal: 'user:vera', role: 'health visitor', from: day('2025-03-10') },
      { family, principal: 'user:stan', role: 'school', from: day('2025-03-10') },
      { family: hiddenFamily, principal: 'user:ada', role: 'social worker', from: day('2025-03-02') },
      { family: hiddenFamily, principal: 'user:stan', role: 'school', from: day('2025-03-10') },
    ])
    await nameLead.record(book, tx, said, [{ family, user: 'user:ada', from: day('2025-03-03') }])
    // The housing room keeps this in step from what it knows of a home.
    await setReachOf(
      tx,
      [home, refuge].map((one) => ({ source: one, rows: [{ scope: one, subject: one }] })),
    )
    await startResponsibility.record(
      book,
      tx,
      saying('landlord', '2025-01-15', 'user:hal'),
      [home, refuge].map((one) => ({ home: one, principal: 'team:patch', role: 'patch', from: day('2025-01-15') })),
    )
  })
  await app(async (tx) =>
    made(
      await hideAddress.record(book, tx, saying('csc', '2025-03-06'), [
        { record: hiddenMother, why: 'Her former partner looks for her.', askedBy: 'Thessaly Marrowby' },
      ]),
    ),
  )
  await seal(database, '2025-03-07T09:00:00Z')
  const contact = await app(async (tx) => {
    made(
      await addMember.record(book, tx, saying('csc', '2026-09-30'), [
        { family, record: child, role: 'child', trueFrom: '2026-09-20' },
      ]),
    )
    const said = saying('csc', '2026-09-30')
    made(
      await stateRelationship.record(book, tx, said, [
        { from: { record: mother }, type: 'parent', as: 'mother', to: schoolChild },
        { from: { record: mother }, type: 'parent', as: 'mother', to: child },
        { from: { record: father }, type: 'parent', as: 'father', to: child },
        { from: 'not-known', type: 'parent', as: 'father', to: schoolChild },
      ]),
    )
    made(
      await stateResponsibility.record(
        book,
        tx,
        said,
        [mother].flatMap((record) =>
          [schoolChild, child].map((of) => ({
            child: of,
            holder: { record },
            state: 'has' as const,
            basis: 'birth-mother' as const,
            evidence: 'birth certificate',
            verifiedBy: 'Imogen Sallow',
          })),
        ),
      ),
    )
    made(
      await statePregnancy.record(book, tx, saying('visiting', '2026-11-02', 'user:vera'), [
        { mother, expected: '2027-05', babies: 1 },
      ]),
    )
    const [entry] = await recordContact
      .record(book, tx, saying('visiting', '2026-11-19', 'user:vera'), [
        {
          family,
          happenedOn: '2026-11-19',
          sensitivity: 'ordinary',
          channel: 'home-visit',
          what: 'The cot stands beside the parents’ bed. Damp behind the wardrobe was seen.',
          persons: [mother],
          children: [
            { child, seen: 'yes' },
            { child: schoolChild, seen: 'no' },
          ],
          interpreter: 'not-needed',
        },
        {
          family,
          happenedOn: '2026-11-10',
          sensitivity: 'health',
          channel: 'telephone',
          what: 'Asked about feeding: slow weight gain.',
          persons: [mother],
          children: [],
          interpreter: 'not-needed',
        },
      ])
      .then((done) => (done.accepted ? done.value.entries : []))
    return entry?.id ?? ''
  })
  await say('visiting', '2026-11-01', schoolChild, { say: 'birth', on: '2021-04-25' })
  await seal(database, '2026-11-20T09:00:00Z')
  const clock = steppedClock(at('2026-11-23T10:00:00Z'))
  const server = await openServer({
    database,
    clock,
    log: openLog('error'),
    routes: doorsOf(house, database),
    desk: openFrontDesk({
      database,
      nav: [
        { text: 'My work', href: '/' },
        { text: 'Find a family', href: '/find' },
      ],
      isDemo: () => true,
    }),
    notReady: () => undefined,
  })
  return {
    server,
    clock,
    database,
    family,
    hiddenFamily,
    home,
    refuge,
    child,
    mother,
    father,
    schoolChild,
    hiddenMother,
    contact,
  }
}
