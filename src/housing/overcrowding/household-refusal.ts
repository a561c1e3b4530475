/** Why the facts of a household cannot all be meant. */
export type HouseholdRefusal =
  | 'nobody-sleeps-here'
  | 'same-id-twice'
  | 'born-after-this-day'
  | 'age-not-possible'
  | 'age-and-birth-date-disagree'
  | 'partner-of-self'
  | 'partner-not-here'
  | 'partner-of-two'
  | 'child-of-self'
  | 'child-of-own-child'
  | 'parameters-unknown'
  | 'parameters-not-in-force'
