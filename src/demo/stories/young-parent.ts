import type { StateOfBaby } from '#infant-sleep/index.ts'
import { demoRecord } from '../ids.ts'
import { bedSittingRoom, homeFile, kitchenAndBathroom } from '../home-file.ts'
import type { Story } from './story.ts'

/** A mother of nineteen with a five-month-old, alone in a small flat and doing well at it, with a midwife and a family worker beside her. */
export const youngParent: Story = {
  name: 'young-parent',
  families: ['reid'],
  homes: { studio: ['user:leila-hosseini'] },
  openTo: ['user:shanice-campbell', 'user:mei-lin-chen', 'user:rosa-delgado'],
  closedTo: ['user:daniel-ferreira', 'user:leila-hosseini', 'user:kofi-boateng', 'user:wim-de-vries'],
  tell: (book) => {
    const { bornAt, day, ago } = book.calendar
    const studio = book.home('studio', 330, 'user:leila-hosseini', {
      unit: 'Studio 6',
      lines: ['Keel House', '11 Sailmaker Row'],
      postcode: 'QQ6 2SR',
    })
    book.patch(studio, 'user:leila-hosseini', 330)
    const lives = { lives: studio, since: 320 }
    const mother = book.person(
      'mother',
      { use: 'usual', given: 'Tiana', family: 'Reid' },
      'female',
      bornAt({ years: 19, months: 3 }),
    )
    const kyrie = book.person(
      'kyrie',
      { use: 'usual', given: 'Kyrie', family: 'Reid' },
      'female',
      bornAt({ months: 5, days: 6 }),
    )
    const tenant = book.record(mother, 320, 'user:leila-hosseini', lives)
    const ward = book.record(mother, 300, 'user:rosa-delgado', lives)
    book.does(300, 'user:rosa-delgado', {
      does: 'state pregnancy',
      ask: { mother: ward, expected: day(ago(kyrie.born) + 3), babies: 1 },
    })
    const hub = book.record(mother, 250, 'user:mei-lin-chen', lives)
    const family = book.family('reid', 290, 'user:rosa-delgado', {
      around: [ward],
      members: [[ward, 'parent']],
      name: 'Reid, Keel House',
    })
    const clinic = book.record(mother, 200, 'user:shanice-campbell', lives)
    const baby = demoRecord('young-parent', 'kyrie', 'agency:hospital-trust')
    book.does(ago(kyrie.born), 'user:rosa-delgado', {
      does: 'bear children',
      ask: {
        mother: ward,
        on: kyrie.born,
        outcome: 'births',
        born: [
          {
            record: baby,
            statements: [
              { say: 'names', names: kyrie.names },
              { say: 'nhs-number', number: kyrie.nhs },
              { say: 'sex', sex: 'female' },
            ],
          },
        ],
      },
    })
    const visited = book.record(kyrie, 145, 'user:shanice-campbell', { lives: studio, since: ago(kyrie.born) })
    book.does(145, 'user:shanice-campbell', {
      does: 'add member',
      ask: { family, record: visited, role: 'child', trueFrom: kyrie.born },
    })
    book.parent(145, 'user:shanice-campbell', { record: clinic }, 'mother', [visited])
    book.responsibility(140, 'user:shanice-campbell', { record: clinic }, [visited], 'has', 'birth-mother', {
      evidence: 'Birth certificate',
      verifiedBy: 'Shanice Campbell',
      verified: 140,
    })
    book.join(140, 'user:shanice-campbell', [visited, baby], 'Same NHS number.')
    book.join(
      140,
      'user:shanice-campbell',
      [clinic, ward, hub, tenant],
      'Same name, birth date and flat; Tiana confirmed it.',
    )
    book.involve(family, 290, 'user:rosa-delgado', 'Specialist midwife for young parents')
    book.involve(family, 249, 'user:mei-lin-chen', 'Family worker')
    book.involve(family, 200, 'user:shanice-campbell', 'Health visitor')
    book.lead(family, 288, 'user:rosa-delgado')
    book.contact(
      family,
      280,
      'user:rosa-delgado',
      'Tiana came with her friend Jodie. She left care last year and has her own studio since the spring. She knows what she wants: to breastfeed, and to sit her nursery nurse exam next summer.',
      [ward],
      { channel: 'seen-elsewhere', sensitivity: 'health' },
    )
    book.contact(
      family,
      240,
      'user:mei-lin-chen',
      'Helped Tiana apply for the maternity grant and a cot from the hub. Nobody has asked her about the baby’s father; I did not want to at a first meeting and will next time.',
      [ward],
      { channel: 'seen-elsewhere' },
    )
    book.contact(
      family,
      138,
      'user:shanice-campbell',
      'New birth visit. Kyrie feeds well and gains weight. Her cot stands beside the bed. Jodie stays over twice a week so that Tiana can sleep.',
      [clinic],
      { children: [visited], sensitivity: 'health' },
    )
    book.contact(
      family,
      20,
      'user:shanice-campbell',
      'Weighed at the clinic; Kyrie rolls over and laughs at the scales. Tiana is revising with her books on the changing table.',
      [clinic],
      { channel: 'seen-elsewhere', children: [visited], sensitivity: 'health' },
    )

    // Born at term. Whether Jodie smokes nobody could say at first.
    const ofBaby = (at: number, by: string, what: StateOfBaby): void =>
      book.does(at, by, { does: 'state of baby', ask: { ...what, happenedOn: day(at) } })
    ofBaby(ago(kyrie.born), 'user:rosa-delgado', {
      record: baby,
      knownHow: 'seen',
      say: 'gestation',
      at: { weeks: 39, days: 4 },
    })
    ofBaby(ago(kyrie.born), 'user:rosa-delgado', { record: baby, knownHow: 'seen', say: 'birth-weight', grams: 3240 })
    ofBaby(138, 'user:shanice-campbell', {
      record: visited,
      knownHow: 'told',
      toldBy: 'Tiana',
      say: 'smoking',
      says: 'not-known',
    })
    ofBaby(20, 'user:shanice-campbell', {
      record: visited,
      knownHow: 'told',
      toldBy: 'Tiana',
      say: 'smoking',
      says: 'no',
    })
    ofBaby(20, 'user:shanice-campbell', { record: visited, knownHow: 'seen', say: 'illness', says: 'no' })

    const file = homeFile(book, studio)
    file.describe(330, 'user:leila-hosseini', {
      landlord: 'Lantern Housing Trust',
      landlordAgency: 'agency:lantern-trust',
      tenure: 'housing-association',
      unitType: 'bedsit',
      bedrooms: 0,
      entranceFloor: 2,
      lift: 'none',
      flights: 2,
      stepFree: 'no',
      heating: 'Electric panel heaters',
      epcBand: 'C',
    })
    file.rooms(330, 'user:leila-hosseini', [bedSittingRoom('Bed-sitting room', 19.5), ...kitchenAndBathroom], 332)
    // The landlord’s list was made before Kyrie was born.
    file.sleeps(318, 'user:leila-hosseini', [[tenant, 'lead']], { verified: 319 })
    file.tenancy(318, 'user:leila-hosseini', { tenancy: 'LT-5520', type: 'assured-periodic', startedOn: day(320) })
    file.onTenancy(318, 'user:leila-hosseini', [[tenant, 'tenant']])
    file.place(138, 'user:shanice-campbell', clinic, 'Bed-sitting room', 'own-bed')
    file.place(138, 'user:shanice-campbell', visited, 'Bed-sitting room', 'cot')
    file.place(20, 'user:shanice-campbell', visited, 'Bed-sitting room', 'cot', { how: 'told' })
  },
}
