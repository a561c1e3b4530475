export { csrfField } from './csrf-field.ts'
export { ageInWords, dateOrTime, dateTime, expectedOn, longDate } from './dates.ts'
export {
  badFormPage,
  faultPage,
  forbiddenPage,
  notFoundPage,
  timedOutPage,
  tooManyRequestsPage,
} from './error-pages.ts'
export { formPage, type FormParts, type FormState } from './form.ts'
export { dateField, dateFields, datePartsTyped, typed, type Typing } from './form-fields.ts'
export { knownAtBanner } from './known-at-banner.ts'
export { figure, lifeStage, type LifeStage } from './life-stage.ts'
export { notKnown } from './not-known.ts'
export { page } from './page.ts'
export { type PersonCard, personCards } from './person-card.ts'
export { type Ask, refusalPanel } from './refusal-panel.ts'
export { csrfFieldName, type NavItem, type Shell, type SignedIn } from './shell.ts'
export { type Source, type SourceKind, sourceNote } from './source-note.ts'
