import { adoption } from './adoption.ts'
import { correctedBirthDate } from './corrected-birth-date.ts'
import { endedPlan } from './ended-plan.ts'
import { familySplit } from './family-split.ts'
import { fathersAskedFor } from './fathers-asked-for.ts'
import { fine } from './fine.ts'
import { grandmotherDied } from './grandmother-died.ts'
import { hiddenAddress } from './hidden-address.ts'
import { mouldThreeFlights } from './mould-three-flights.ts'
import { nightForty } from './night-forty.ts'
import { oneName } from './one-name.ts'
import { sealedCase } from './sealed-case.ts'
import type { Story } from './story.ts'
import { twinsExpected } from './twins-expected.ts'
import { twoBirthDates } from './two-birth-dates.ts'
import { twoUnderOneRoof } from './two-under-one-roof.ts'
import { youngParent } from './young-parent.ts'

/** In the order of docs/demo.md. */
export const stories: readonly Story[] = [
  mouldThreeFlights,
  endedPlan,
  nightForty,
  twinsExpected,
  hiddenAddress,
  sealedCase,
  fine,
  youngParent,
  fathersAskedFor,
  twoUnderOneRoof,
  correctedBirthDate,
  oneName,
  familySplit,
  twoBirthDates,
  adoption,
  grandmotherDied,
]
