import type { ConditionKind } from '#housing/index.ts'
import type { Chance } from '../chance.ts'
import type { Chronicle } from '../chronicle.ts'
import type { Let } from './homes.ts'

/** Who is on the tenancy, and an application on the housing register: most often where a bedroom is short, and often for years. */
export const waiting = (
  book: Chronicle,
  luck: Chance,
  { household: { adults, children, home, known }, by, file, own, short }: Let,
): void => {
  const { day } = book.calendar
  const lead = own.find(({ who }) => who === adults[0])
  const partner = own.find(({ who }) => who === adults[1])
  if (lead === undefined || children.length === 0) return
  const reference = home.id.slice(5, 11).toUpperCase()
  if (luck.inHundred(60)) {
    const joint = partner !== undefined && luck.inHundred(75)
    file.tenancy(lead.ago, by, {
      tenancy: `T-${reference}`,
      type: by === 'user:marcus-adeyemi' || by === 'user:jean-whitlock' ? 'secure' : 'assured',
    })
    file.onTenancy(
      lead.ago,
      by,
      joint
        ? [
            [lead.record, 'joint-tenant'],
            [partner.record, 'joint-tenant'],
          ]
        : [[lead.record, 'tenant']],
    )
  }
  if (!luck.inHundred(short > 0 ? 65 : 5)) return
  const registered = luck.between(150, 1500)
  const told = Math.min(known, lead.ago, luck.oneOf([120, 92, 64, 36]))
  const bids = luck.between(0, 6)
  const lastBid =
    bids === 0
      ? undefined
      : Math.min(registered - 20, told + (luck.inHundred(50) ? luck.between(3, 40) : luck.between(150, 520)))
  const application = `HR-${reference}`
  file.application(told, by, {
    application,
    status: 'active',
    registeredOn: day(registered < told ? told : registered),
    band: luck.oneOf(['2', '3', '3', '4']),
    bids,
    ...(lastBid === undefined || lastBid < told || lastBid > registered ? {} : { lastBidOn: day(lastBid) }),
    ...(short > 0 ? { bedroomsShort: short } : {}),
  })
  // An application is as old as the day it was made: whoever was born since is seldom on it.
  const then = own.filter(
    ({ who, ago }) => ago >= told && (adults.includes(who) || book.calendar.ago(who.born) > registered),
  )
  file.onApplication(
    told,
    by,
    application,
    then.map(
      ({ who, record }) =>
        [record, who === adults[0] ? 'applicant' : who === adults[1] ? 'joint-applicant' : 'to-move-too'] as const,
    ),
  )
}

/** Damp and mould and the like: reported by the household, some put right since and some not. */
export const whatIsWrong = (
  book: Chronicle,
  luck: Chance,
  { household: { home, known, children }, by, file }: Let,
): void => {
  if (!luck.inHundred(children.length === 0 ? 5 : 16)) return
  const { day } = book.calendar
  const condition = `D-${home.id.slice(5, 11).toUpperCase()}`
  const what: ConditionKind = luck.oneOf<ConditionKind>([
    'damp-and-mould',
    'damp-and-mould',
    'mould',
    'damp',
    'windows',
    'cold',
  ])
  const told = Math.min(known, luck.oneOf([148, 92, 36, 22]))
  const report = { condition, what, reportedOn: day(told + 3), foundBy: 'household' as const }
  file.condition(told, by, { ...report, stage: 'reported' })
  const then = Math.max(2, told - luck.between(14, 30))
  if (luck.inHundred(50)) file.condition(then, by, { ...report, stage: 'done', doneOn: day(then + 1) })
  else
    file.condition(then, by, {
      ...report,
      stage: luck.oneOf(['investigating', 'works-ordered', 'made-safe']),
      dueOn: day(then - luck.oneOf([14, 40])),
    })
}
