export { housing } from './housing/index.ts'
export { ssd } from './ssd/index.ts'
export { checkDelivery, readDelivery, type Batch, type Circumstances, type Reading } from './read-delivery.ts'
export { inWords, type FileRead, type More, type Place, type Problem, type Report } from './report.ts'
export { reasons, type Reason } from './reasons.ts'
export { keysOf, type Columns, type Format, type KeyOf, type RowOf, type Table } from './format.ts'
export { usualLimits, type Limits } from './limits.ts'
export { neutralised } from './neutralised.ts'
export { applyDelivery, type LoadParts, type Progress } from './loading/apply.ts'
export { feedKinds, isFeedKind, type FeedKind } from './loading/feed-kinds.ts'
export { sendersOf, whoMaySend, type Sender } from './loading/senders.ts'
export { loadDelivery, type LoadDelivery } from './loading/load.ts'
export { deliveriesLately, deliveryById, type AppliedProblems, type Delivery } from './loading/deliveries.ts'
export { forgetRowsOf } from './loading/disposal.ts'
export { feedsKinds, noLongerSaidIn } from './describe.ts'
export { DeliveryApplied, NoLongerSaid } from './loading/entries.ts'
export { familyIdFor, homeIdFor, homeIdOfUprn, recordIdFor } from './loading/ids.ts'
export { feedGoneShare, feedsPolicies } from './loading/policies.ts'
export { changedForAll, changedForViewer, type Changes } from './loading/changed-for.ts'
export {
  checkedReport,
  goneInWords,
  readingInWords,
  reportInWords,
  reportOf,
  stateInWords,
  whatStateMeans,
} from './loading/report-of.ts'
export { deliveryLimits, feedRoutes } from './routes.ts'
export { feedsRoom } from './room.ts'
