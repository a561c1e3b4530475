import assert from 'node:assert/strict'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readSettings, settingsList } from '#platform/settings.ts'
import {
  aHousingDelivery,
  anSsdDelivery,
  csvOf,
  inAFolder,
  type DeliveryBuilder,
  type DeliveryFiles,
} from '../../test/support/deliveries.ts'
import { zipOf, type ZipEntry } from '../../test/support/zips.ts'
import {
  checkDelivery,
  housing,
  inWords,
  readingInWords,
  reasons,
  ssd,
  usualLimits,
  type Format,
  type Limits,
  type Reason,
  type Report,
} from './index.ts'

const receivedAt = Temporal.Instant.from('2026-11-20T06:00:00Z')
const reached = new Set<Reason>()

const reportOn = async (format: Format, files: DeliveryFiles, limits: Partial<Limits> = {}): Promise<Report> =>
  remember(await inAFolder(files, (folder) => checkDelivery(format, [folder], { receivedAt, limits })))

const remember = (report: Report): Report => {
  for (const { reason } of [...report.refused.listed, ...report.pointedOut.listed]) reached.add(reason)
  return report
}

const said = (report: Report): string[] =>
  report.refused.listed.map((problem) => `${inWords(problem)}: ${problem.reason}`)
const pointedOut = (report: Report): string[] =>
  report.pointedOut.listed.map((problem) => `${inWords(problem)}: ${problem.reason}`)

const wholeZip = (more: readonly ZipEntry[] = []): Buffer =>
  zipOf([...[...aHousingDelivery().files()].map(([name, content]) => ({ name: `extract/${name}`, content })), ...more])

const reportOnZip = async (zip: Buffer): Promise<Report> =>
  remember(
    await inAFolder(new Map([['delivery.zip', zip]]), (folder) =>
      checkDelivery(housing, [join(folder, 'delivery.zip')], { receivedAt }),
    ),
  )

const homes = (lines: readonly string[]): string => `${lines.join('\n')}\n`

const refused: readonly [sentence: string, DeliveryBuilder, expected: readonly string[], limits?: Partial<Limits>][] = [
  ['no manifest', aHousingDelivery().withManifest('none'), ['the delivery as a whole: manifest.missing']],
  [
    'a manifest that is not JSON',
    aHousingDelivery().holding('manifest.json', '{"format":'),
    ['manifest.json as a whole: manifest.not-json'],
  ],
  [
    'a manifest without a source',
    aHousingDelivery().withManifest({ source: '' }),
    ['manifest.json, source: manifest.wrong'],
  ],
  [
    'a manifest of another format',
    aHousingDelivery().withManifest({ format: 'ssd' }),
    ['manifest.json, format: manifest.another-format'],
  ],
  [
    'a manifest of a later version',
    aHousingDelivery().withManifest({ version: '2' }),
    ['manifest.json, version: manifest.another-version'],
  ],
  [
    'an extract of tomorrow',
    aHousingDelivery().extractedAt('2026-11-21T02:15:00Z'),
    ['manifest.json, extracted_at: manifest.from-the-future'],
  ],
  [
    'a listed file that did not come',
    aHousingDelivery().promising('spare.csv', 1),
    ['spare.csv as a whole: manifest.file-missing'],
  ],
  [
    'a file that came unlisted',
    aHousingDelivery().promising('rooms.csv', 'nothing'),
    ['rooms.csv as a whole: manifest.file-not-listed'],
  ],
  [
    'a file listed twice',
    aHousingDelivery().withManifest({ files: twice('rooms.csv') }),
    ['rooms.csv as a whole: manifest.file-listed-twice'],
  ],
  [
    'fewer rows than promised',
    aHousingDelivery().promising('rooms.csv', 4),
    ['rooms.csv as a whole: manifest.count-differs'],
  ],
  [
    'a misspelt file',
    aHousingDelivery()
      .without('rooms.csv')
      .without('conditions.csv')
      .withoutColumn('occupancy.csv', 'room_ref')
      .holding('room.csv', 'a\n'),
    ['room.csv as a whole: delivery.file-unknown'],
  ],
  ['no homes', aHousingDelivery().without('homes.csv'), ['homes.csv as a whole: delivery.file-needed']],
  ['an empty file', aHousingDelivery().holding('placements.csv', ''), ['placements.csv as a whole: file.empty']],
  [
    'UTF-16 with its mark',
    aHousingDelivery().holding('placements.csv', Buffer.from('\uFEFFplacement_ref\r\n', 'utf16le')),
    ['placements.csv as a whole: file.utf-16'],
  ],
  [
    'UTF-16 without its mark',
    aHousingDelivery().holding('placements.csv', Buffer.from('placement_ref\r\n', 'utf16le')),
    ['placements.csv as a whole: file.utf-16'],
  ],
  [
    'Latin-1',
    aHousingDelivery().holding('officers.csv', Buffer.from('officer_ref,name\nO1,Petra\nO2,Zo\u00EB\n', 'latin1')),
    ['officers.csv, line 3, the whole row: file.not-utf-8'],
  ],
  [
    'a letter cut at the end of the file',
    aHousingDelivery().holding('officers.csv', Buffer.from('officer_ref,name\nO1,Zo\u00EB').subarray(0, -1)),
    ['officers.csv, line 2, the whole row: file.not-utf-8'],
  ],
  [
    'NUL bytes',
    aHousingDelivery().holding('officers.csv', 'officer_ref,name\nO1,Pet\0ra\n'),
    ['officers.csv, line 2, the whole row: file.nul-bytes'],
  ],
  [
    'a workbook called CSV',
    aHousingDelivery().holding('officers.csv', Buffer.from('PK\u0003\u0004 and so on')),
    ['officers.csv as a whole: file.spreadsheet'],
  ],
  [
    'semicolons',
    aHousingDelivery().holding('officers.csv', 'officer_ref;name\nO1;Petra\n'),
    ['officers.csv as a whole: file.not-commas'],
  ],
  [
    'no header row',
    aHousingDelivery().holding('officers.csv', 'O1,Petra\n').promising('officers.csv', 0),
    ['officers.csv as a whole: file.no-header'],
  ],
  [
    'a column twice',
    aHousingDelivery().holding('officers.csv', 'officer_ref,name,name\nO1,Petra,Petra\n'),
    ['officers.csv, name: file.header-twice'],
  ],
  [
    'a misspelt column',
    aHousingDelivery().where('officers.csv', 0, { fone: '020 7946 0101' }),
    ['officers.csv, fone: file.column-unknown'],
  ],
  [
    'no key column',
    aHousingDelivery().withoutColumn('conditions.csv', 'condition_ref'),
    ['conditions.csv, condition_ref: file.column-missing'],
  ],
  [
    'a delta without the column change',
    aHousingDelivery()
      .asDelta()
      .without('homes.csv')
      .without('people.csv')
      .without('rooms.csv')
      .without('occupancy.csv')
      .without('tenancies.csv')
      .without('tenancy_people.csv')
      .without('register.csv')
      .without('register_people.csv')
      .without('conditions.csv')
      .without('placements.csv'),
    ['officers.csv, change: file.change-missing'],
  ],
  [
    'too many columns',
    aHousingDelivery(),
    [
      'homes.csv as a whole: file.too-many-columns',
      'people.csv as a whole: file.too-many-columns',
      'occupancy.csv as a whole: file.too-many-columns',
      'register.csv as a whole: file.too-many-columns',
      'rooms.csv as a whole: file.too-many-columns',
      'placements.csv as a whole: file.too-many-columns',
    ],
    { columnsInAFile: 6 },
  ],
  [
    'a file larger than allowed',
    aHousingDelivery().holding('officers.csv', `officer_ref,name\nO1,${'x'.repeat(2_000)}\n`),
    ['officers.csv as a whole: file.too-big'],
    { bytesInAFile: 1_500 },
  ],
  [
    'more rows than allowed',
    aHousingDelivery()
      .with('officers.csv', { officer_ref: 'O2', name: 'Edda Marsh' })
      .without('rooms.csv')
      .without('conditions.csv')
      .withoutColumn('occupancy.csv', 'room_ref'),
    [
      'officers.csv, line 3, the whole row: file.too-many-rows',
      'homes.csv, line 3, the whole row: file.too-many-rows',
      'people.csv, line 3, the whole row: file.too-many-rows',
      'occupancy.csv, line 3, the whole row: file.too-many-rows',
      'register_people.csv, line 3, the whole row: file.too-many-rows',
    ],
    { rowsInAFile: 1 },
  ],
  [
    'a quotation mark that never closes',
    aHousingDelivery().holding('officers.csv', 'officer_ref,name\nO1,Petra\nO2,"Edda\nO3,Marsh\n'),
    ['officers.csv, line 3, the whole row: file.quote-open'],
  ],
  [
    'a quotation mark within a cell',
    aHousingDelivery().holding('officers.csv', 'officer_ref,name\nO1,Petra\nO2,Ed"da\n'),
    ['officers.csv, line 3, the whole row: file.quote-misplaced'],
  ],
  [
    'an endless row',
    aHousingDelivery().holding('officers.csv', `officer_ref,name\nO1,"${'x\n'.repeat(900)}"\n`),
    ['officers.csv, line 2, the whole row: file.record-too-long'],
    { bytesInARecord: 1_000 },
  ],
  [
    'a row with too few cells',
    aHousingDelivery().holding('officers.csv', 'officer_ref,name\nO1,Petra\nO2\n').promising('officers.csv', 2),
    ['officers.csv, line 3, the whole row: row.wrong-number-of-cells'],
  ],
  [
    'the same key twice',
    aHousingDelivery().with('officers.csv', { officer_ref: 'O1', name: 'Somebody else' }),
    ['officers.csv, line 3, the whole row: row.key-twice'],
  ],
  [
    'a change that is neither',
    aHousingDelivery().where('officers.csv', 0, { change: 'deleted' }),
    ['officers.csv, line 2, the whole row: row.change-wrong'],
  ],
  [
    'a row said to be gone in a full delivery',
    aHousingDelivery().with('officers.csv', { officer_ref: 'O2', change: 'gone' }),
    ['officers.csv, line 3, the whole row: row.gone-in-full'],
  ],
  [
    'an empty cell that must be filled',
    aHousingDelivery().where('homes.csv', 1, { address: ' ' }),
    ['homes.csv, line 3, address: cell.must-be-filled'],
  ],
  [
    'a text longer than is kept of it, which is never cut',
    aHousingDelivery().where('register.csv', 0, { reason_recorded: 'x'.repeat(301) }),
    ['register.csv, line 2, reason_recorded: cell.too-long'],
  ],
  [
    'a very long cell',
    aHousingDelivery().where('homes.csv', 1, { address: 'x'.repeat(300) }),
    ['homes.csv, line 3, address: cell.too-long'],
    { charactersInACell: 200 },
  ],
  [
    'a bell in a cell',
    aHousingDelivery().where('homes.csv', 1, { address: 'Room 4\u0007' }),
    ['homes.csv, line 3, address: cell.control-character'],
  ],
  [
    '31 February',
    aHousingDelivery().where('people.csv', 2, { date_of_birth: '2019-02-31' }),
    ['people.csv, line 4, date_of_birth: cell.date-does-not-exist'],
  ],
  [
    '29 February of a common year',
    aHousingDelivery().where('people.csv', 2, { date_of_birth: '2025-02-29' }),
    ['people.csv, line 4, date_of_birth: cell.date-does-not-exist'],
  ],
  [
    'a date in another form',
    aHousingDelivery().where('people.csv', 2, { date_of_birth: '30/08/2019' }),
    ['people.csv, line 4, date_of_birth: cell.not-a-date'],
  ],
  [
    'a birth after the extract',
    aHousingDelivery().where('people.csv', 2, { date_of_birth: '2026-11-21' }),
    ['people.csv, line 4, date_of_birth: cell.after-the-extract'],
  ],
  [
    'moved out before moved in',
    aHousingDelivery().where('occupancy.csv', 0, { moved_out: '2019-09-01' }),
    ['occupancy.csv, line 2, moved_out: cell.before'],
  ],
  [
    'an area without its unit',
    aHousingDelivery().where('rooms.csv', 0, { area_unit: '' }),
    ['rooms.csv, line 2, area_unit: cell.only-one-of-two'],
  ],
  [
    'two bedrooms and a half',
    aHousingDelivery().where('homes.csv', 0, { bedrooms_recorded: '2.5' }),
    ['homes.csv, line 2, bedrooms_recorded: cell.not-a-whole-number'],
  ],
  [
    'a room without a floor',
    aHousingDelivery().where('rooms.csv', 0, { area: '0', area_unit: 'm2' }),
    ['rooms.csv, line 2, area: cell.out-of-range'],
  ],
  [
    'ninety bedrooms',
    aHousingDelivery().where('homes.csv', 0, { bedrooms_recorded: '90' }),
    ['homes.csv, line 2, bedrooms_recorded: cell.out-of-range'],
  ],
  [
    'an area in words',
    aHousingDelivery().where('rooms.csv', 0, { area: 'large' }),
    ['rooms.csv, line 2, area: cell.not-a-number'],
  ],
  [
    'a maybe',
    aHousingDelivery().where('occupancy.csv', 0, { sleeps_here: 'maybe' }),
    ['occupancy.csv, line 2, sleeps_here: cell.not-yes-or-no'],
  ],
  [
    'a tenure nobody knows',
    aHousingDelivery().where('homes.csv', 0, { tenure: 'feudal' }),
    ['homes.csv, line 2, tenure: cell.not-an-allowed-value'],
  ],
  [
    'a UPRN that a spreadsheet spoilt',
    aHousingDelivery().where('homes.csv', 0, { uprn: '1.00023E+11' }),
    ['homes.csv, line 2, uprn: cell.not-a-uprn'],
  ],
  [
    'two columns swapped',
    aHousingDelivery().where('homes.csv', 0, { bedrooms_recorded: 'none', lift: '2' }),
    ['homes.csv, line 2, bedrooms_recorded: cell.looks-swapped', 'homes.csv, line 2, lift: cell.looks-swapped'],
  ],
  [
    'a birth date and a name swapped',
    aHousingDelivery().where('people.csv', 0, { full_name: '1993-04-11', date_of_birth: 'Solveig Adeyemi' }),
    ['people.csv, line 2, date_of_birth: cell.looks-swapped'],
  ],
  [
    'a sleeper whom nobody described',
    aHousingDelivery().where('occupancy.csv', 3, { person_ref: 'P9' }),
    ['occupancy.csv, line 5, person_ref: cell.unknown-reference'],
  ],
  [
    'a room of another home',
    aHousingDelivery().where('occupancy.csv', 3, { room_ref: '1' }),
    ['occupancy.csv, line 5, room_ref: cell.unknown-reference'],
  ],
]

function twice(file: string): { name: string; rows: number }[] {
  const once = [...aHousingDelivery().files()]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, content]) => ({ name, rows: content.toString().split('\r\n').length - 2 }))
  return [...once, ...once.filter(({ name }) => name === file)]
}

for (const [sentence, delivery, expected, limits] of refused) {
  test(`a delivery is refused for ${sentence}`, async () => {
    const report = await reportOn(housing, delivery.files(), limits)
    assert.equal(report.accepted, false)
    assert.deepEqual(said(report).toSorted(), [...expected].toSorted())
  })
}

test('cells that look swapped name the column in which they may belong', async () => {
  const report = await reportOn(
    housing,
    aHousingDelivery().where('homes.csv', 0, { lift: '3', entrance_floor: 'present' }).files(),
  )
  assert.deepEqual(said(report), [
    'homes.csv, line 2, entrance_floor: cell.looks-swapped',
    'homes.csv, line 2, lift: cell.looks-swapped',
  ])
  assert.match(report.refused.listed[0]?.whatToDo ?? '', /may belong in lift/u)
})

test('a delivery of nothing that the format knows is refused', async () => {
  assert.deepEqual(said(await reportOn(ssd, new Map([['letter.csv', 'a\n']]))), [
    'the delivery as a whole: delivery.empty',
  ])
})

test('more files than are taken are refused', async () => {
  assert.ok(
    said(await reportOn(housing, aHousingDelivery().files(), { filesInADelivery: 3 })).includes(
      'the delivery as a whole: delivery.too-many-files',
    ),
  )
})

test('a delivery larger than the setting allows is refused at the file that passes it, and the sentence names the setting', async () => {
  const report = await reportOn(housing, aHousingDelivery().files(), { bytesInADelivery: 1_000 })
  assert.ok(
    report.refused.listed.some(
      ({ reason, says }) => reason === 'delivery.too-big' && says.includes('ROOFTREE_FEED_DELIVERY_MB'),
    ),
  )
  const named = Object.values(reasons).flatMap(({ says }) => [...says.matchAll(/ROOFTREE_\w+/gu)].map(([name]) => name))
  assert.deepEqual(
    named.filter((name) => !settingsList.some((setting) => setting.name === name)),
    [],
  )
  assert.equal(named.length, 3)
})

test('the sizes that are settings are read from the environment, and a wrong one stops the start', () => {
  assert.deepEqual(
    readSettings({ ROOFTREE_FEED_FILE_MB: '3', ROOFTREE_FEED_DELIVERY_MB: '5', ROOFTREE_FEED_FILE_ROWS: '70' })
      .deliveries,
    { bytesInAFile: 3_000_000, bytesInADelivery: 5_000_000, rowsInAFile: 70 },
  )
  const { bytesInAFile, bytesInADelivery, rowsInAFile } = usualLimits
  assert.deepEqual(readSettings({}).deliveries, { bytesInAFile, bytesInADelivery, rowsInAFile })
  for (const name of [
    'ROOFTREE_FEED_FILE_MB',
    'ROOFTREE_FEED_DELIVERY_MB',
    'ROOFTREE_FEED_FILE_ROWS',
    'ROOFTREE_UPLOAD_MB',
  ])
    for (const value of ['0', '-3', 'much', '1.5', '1e15'])
      assert.throws(() => readSettings({ [name]: value }), new RegExp(name, 'u'), `${name}=${value}`)
})

test('a path that leads nowhere is one mistake, told in one line', async () => {
  const report = await checkDelivery(housing, ['/nowhere/at/all'], { receivedAt })
  assert.deepEqual([report.accepted, readingInWords(report).length], [false, 1])
  assert.match(readingInWords(report)[0] ?? '', /There is no such file or folder/u)
})

test('files that a delivery lacks stand in one line together', async () => {
  const report = await reportOn(ssd, anSsdDelivery().files())
  assert.deepEqual(
    readingInWords(report)
      .filter((line) => line.startsWith('Lacks the files '))
      .map((line) => line.includes('ssd_cp_plans.csv') && line.includes('ssd_cp_reviews.csv')),
    [true],
  )
})

test('what a case system’s extract says in JSON must be JSON', async () => {
  assert.deepEqual(
    said(
      await reportOn(
        ssd,
        anSsdDelivery().where('ssd_contacts.csv', 0, { cont_contact_outcome_json: '{OUTCOME' }).files(),
      ),
    ),
    ['ssd_contacts.csv, line 2, cont_contact_outcome_json: cell.not-json'],
  )
})

test('paths that lead nowhere, links and folders inside folders are refused', async () => {
  await inAFolder(aHousingDelivery().files(), async (folder) => {
    await mkdir(join(folder, 'older'))
    await symlink(join(folder, 'homes.csv'), join(folder, 'homes-again.csv'))
    const report = remember(
      await checkDelivery(
        housing,
        [folder, join(folder, 'nowhere.zip'), join(folder, 'n'.repeat(300)), join(folder, 'rooms.csv')],
        { receivedAt },
      ),
    )
    assert.deepEqual(said(report), [
      'homes-again.csv as a whole: path.not-a-file',
      'older as a whole: path.not-a-file',
      'nowhere.zip as a whole: path.not-found',
      `${'n'.repeat(77)}… as a whole: path.cannot-be-read`,
      'rooms.csv as a whole: delivery.file-twice',
    ])
  })
})

test('a zip with its files in one folder, as most are made, is taken', async () => {
  const report = await reportOnZip(
    wholeZip([
      { name: '__MACOSX/extract/._homes.csv', content: 'x' },
      { name: 'extract/README.txt', content: 'from the landlord' },
    ]),
  )
  assert.deepEqual(said(report), [])
  assert.equal(report.accepted, true)
  assert.equal(report.read, 21)
})

for (const [sentence, zip, expected] of [
  [
    'an encrypted file',
    wholeZip([{ name: 'extract/extra.csv', content: 'x', encrypted: true }]),
    'extra.csv as a whole: zip.encrypted',
  ],
  [
    'a name that climbs out of its folder',
    wholeZip([{ name: '../../etc/cron.csv', content: 'x' }]),
    'cron.csv as a whole: zip.name-leads-out',
  ],
  [
    'a name that begins at the root',
    wholeZip([{ name: '/etc/cron.csv', content: 'x' }]),
    'cron.csv as a whole: zip.name-leads-out',
  ],
  [
    'a name with backslashes',
    wholeZip([{ name: 'C:\\cron.csv', content: 'x' }]),
    'C:\\cron.csv as a whole: zip.name-leads-out',
  ],
  [
    'a link',
    wholeZip([{ name: 'extract/link.csv', content: '/etc/passwd', link: true }]),
    'link.csv as a whole: zip.link',
  ],
  ['a zip inside the zip', wholeZip([{ name: 'extract/more.zip', content: 'x' }]), 'more.zip as a whole: zip.inside'],
  [
    'a file that claims to be enormous',
    wholeZip([{ name: 'extract/big.csv', content: 'x', claims: 3_000_000_000 }]),
    'big.csv as a whole: file.too-big',
  ],
  [
    'the same file in two folders',
    wholeZip([{ name: 'again/homes.csv', content: 'x' }]),
    'homes.csv as a whole: delivery.file-twice',
  ],
  [
    'a file that would swell a thousandfold',
    wholeZip([{ name: 'extract/zeros.csv', content: '0'.repeat(2_000_000) }]),
    'zeros.csv as a whole: zip.swells',
  ],
  ['a zip cut in half', wholeZip().subarray(0, 900), 'delivery.zip as a whole: zip.damaged'],
] as const) {
  test(`a zip is refused for ${sentence}`, async () => {
    const report = await reportOnZip(zip)
    assert.ok(said(report).includes(expected), said(report).join('\n'))
    assert.equal(report.accepted, false)
  })
}

test('a zip is refused when a file turns out longer than it claims, or other than its checksum', async () => {
  const [name, content] = ['ssd_contacts.csv', anSsdDelivery().files().get('ssd_contacts.csv') ?? '']
  for (const lie of [{ claims: 10 }, { wrongChecksum: true }]) {
    const files = new Map([['d.zip', zipOf([{ name, content, ...lie }])]])
    const report = remember(
      await inAFolder(files, (folder) => checkDelivery(ssd, [join(folder, 'd.zip')], { receivedAt })),
    )
    assert.deepEqual(
      report.refused.listed.map(({ reason }) => reason),
      ['file.cannot-be-read'],
    )
  }
})

test('numbers whose check digit fails and dates that systems fill in are pointed out, and the delivery is taken', async () => {
  const report = await reportOn(
    housing,
    aHousingDelivery().where('people.csv', 0, { nhs_number: '943 476 5918', date_of_birth: '1900-01-01' }).files(),
  )
  assert.equal(report.accepted, true)
  assert.deepEqual(pointedOut(report), [
    'people.csv, line 2, date_of_birth: cell.date-unlikely',
    'people.csv, line 2, nhs_number: cell.check-digit-fails',
  ])
  const children = await reportOn(
    ssd,
    anSsdDelivery()
      .where('ssd_send.csv', 0, { send_upn: 'A123456789123' })
      .where('ssd_person.csv', 1, { pers_common_child_id: '9434765918' })
      .files(),
  )
  assert.equal(children.accepted, true)
  assert.deepEqual(pointedOut(children), [
    'ssd_person.csv, line 3, pers_common_child_id: cell.check-digit-fails',
    'ssd_send.csv, line 2, send_upn: cell.check-digit-fails',
  ])
})

test('a worker who is in no list is pointed out; a child who is in none is refused', async () => {
  const report = await reportOn(
    ssd,
    anSsdDelivery().where('ssd_involvements.csv', 0, { invo_professional_id: 'W9', invo_person_id: 'C9' }).files(),
  )
  assert.deepEqual(pointedOut(report), ['ssd_involvements.csv, line 2, invo_professional_id: cell.unknown-reference'])
  assert.deepEqual(said(report), ['ssd_involvements.csv, line 2, invo_person_id: cell.unknown-reference'])
})

test('one bad column cannot hide another: problems of a kind are listed up to a limit, then counted', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    officer_ref: `O${at}`,
    name: at === 59 ? '' : 'Petra',
    email: at < 50 ? 'x\u0007' : '',
  }))
  const report = await reportOn(
    housing,
    aHousingDelivery().holding('officers.csv', csvOf(rows)).promising('officers.csv', 60).files(),
  )
  assert.equal(report.refused.inAll, 51)
  assert.equal(report.refused.listed.length, 21)
  assert.deepEqual(report.refused.more, [
    { file: 'officers.csv', field: 'email', reason: 'cell.control-character', count: 30 },
  ])
})

test('a report never repeats what a cell holds, nor a first row of people in place of a header', async () => {
  const secret = 'Solveig Adeyemi'
  const wrong = aHousingDelivery()
    .where('people.csv', 0, { date_of_birth: secret, sex: secret, nhs_number: secret })
    .where('homes.csv', 0, { tenure: secret })
    .holding('officers.csv', `officer_ref,${secret}\nO1,${secret}\n`)
  assert.ok(!JSON.stringify(await reportOn(housing, wrong.files())).includes(secret))
})

test('lines are counted as an editor counts them, blank lines and line ends inside cells included', async () => {
  const content = homes([
    'home_ref,address,tenure',
    'H1,"Flat 9,\r\nTide Court",council',
    '',
    'H2,"Room 4,\nAnchor Lodge",council',
    'H3,Hut,feudal',
  ]).replaceAll(/(?<!\r)\n/gu, '\r\n')
  const report = await reportOn(housing, aHousingDelivery().holding('homes.csv', content).files())
  assert.ok(said(report).includes('homes.csv, line 7, tenure: cell.not-an-allowed-value'), said(report).join('\n'))
})

// What is met only when a delivery is applied: loading/load.pg.test.ts.
const whenApplied: ReadonlySet<string> = new Set(['row.rule-refuses', 'manifest.older-than-the-last'])
after(() =>
  assert.deepEqual(
    Object.keys(reasons).filter((reason) => !whenApplied.has(reason) && !(reached as ReadonlySet<string>).has(reason)),
    [],
    'every reason is reached by a test above',
  ),
)
