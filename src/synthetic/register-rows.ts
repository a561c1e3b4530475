import { chanceFor, type Chance } from './chance.ts'
import type { Books, HousingDelivery } from './books.ts'
import { roughAge, written, years } from './day.ts'
import type { Household } from './household.ts'
import { addPerson, type Listed } from './people-rows.ts'

/**
 * Who has applied to be housed: most who are short of bedrooms and rent, some of the rest. Set so that about one household in five has
 * an application, as on the borough's common register.
 */
export const hasApplied = ({ tenure, need, home, number }: Household, seed: string): boolean => {
  const social = tenure === 'council' || tenure === 'other-social'
  if (!social && tenure !== 'private-landlord' && tenure !== 'other-private' && tenure !== 'rent-free') return false
  const short = need > home.bedrooms
  return chanceFor(seed, 'register', number).yes(short ? (social ? 0.7 : 0.5) : social ? 0.165 : 0.19)
}

export const addApplication = (
  delivery: HousingDelivery,
  letters: string,
  homeRef: string,
  listed: readonly Listed[],
  household: Household,
  books: Books,
): void => {
  const chance = chanceFor(books.seed, 'application', household.number)
  const ref = `${letters}-A-${household.number}`
  const lead = household.people[0]
  const latest = lead === undefined ? 400 : Math.max(30, books.on - lead.born - years(18))
  const waited = Math.min(latest, chance.whole(20, chance.yes(0.15) ? years(18) : years(7)))
  const registered = books.on - waited
  const short = Math.max(0, household.need - household.home.bedrooms)
  const medical = chance.yes(0.07)
  const silent = chance.yes(0.35)
  const bids = silent ? 0 : chance.whole(1, 60)
  const lastBid = silent
    ? chance.yes(0.5)
      ? registered + chance.whole(0, waited)
      : undefined
    : books.on - chance.whole(1, Math.min(300, waited))
  const older = lead !== undefined && roughAge(lead.born, books.on) >= 60
  delivery.add('register', {
    application_ref: ref,
    home_ref: homeRef,
    status: chance.yes(0.93) ? 'active' : 'suspended',
    registered_on: written(registered),
    band: medical || (short === 0 && household.home.bedrooms > household.need) ? 1 : short > 0 ? 2 : older ? 3 : 2,
    sub_group: short > 1 ? 'A' : 'B',
    priority_date: written(registered + chance.whole(0, Math.min(waited, 700))),
    bedroom_need: household.need,
    bedrooms_short: short,
    overcrowding_award: short > 0 ? (chance.yes(0.9) ? 'yes' : undefined) : 'no',
    medical_priority: medical ? 'yes' : chance.yes(0.8) ? 'no' : undefined,
    medical_awarded_on: medical ? written(registered + chance.whole(0, waited)) : undefined,
    last_login_on: chance.yes(0.8) ? written(books.on - chance.whole(0, waited)) : undefined,
    last_bid_on: lastBid === undefined ? undefined : written(lastBid),
    bids_12m: bids,
    eligible_adverts_12m: bids + chance.whole(2, 90),
    shortlisted_12m: Math.floor(bids / 12),
    refusals: chance.yes(0.1) ? chance.whole(1, 2) : 0,
    assisted_or_auto_bid: chance.yes(0.05) ? 'yes' : chance.yes(0.7) ? 'no' : undefined,
    reason_recorded:
      silent && chance.yes(0.1)
        ? chance.oneOf(['does not read English', 'no way to get online', 'waits for a home near the school'])
        : undefined,
  })
  addApplicants(delivery, letters, ref, registered, listed, household, books, chance)
}

/** The register's own list: those who lived here when it was last filled in. One in eight applications was typed afresh, under new keys. */
const addApplicants = (
  delivery: HousingDelivery,
  letters: string,
  ref: string,
  registered: number,
  listed: readonly Listed[],
  household: Household,
  books: Books,
  chance: Chance,
): void => {
  const renewed = Math.min(books.on, registered + chance.whole(0, books.on - registered))
  const afresh = chance.yes(0.125)
  for (const { person, ref: known } of listed) {
    if (person.born > renewed) continue
    const own = afresh ? `${letters}-R-${household.number}-${person.place + 1}` : known
    if (afresh) addPerson(delivery, person, own, household, new Map(), books, chance)
    delivery.add('registerPeople', { application_ref: ref, person_ref: own, part: partOf(person.relation) })
  }
}

const partOf = (relation: string): 'applicant' | 'joint-applicant' | 'to-move-too' =>
  relation === 'lead' ? 'applicant' : relation === 'partner' ? 'joint-applicant' : 'to-move-too'
