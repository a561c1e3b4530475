import type { Recorded } from '#access/index.ts'
import type { Performed } from '../commands/index.ts'
import { sentenceFor } from '../commands/index.ts'

/** Every reason why not, at the field it is about; `places` names the form's field for a command's. */
export const recordedOr = <T>(
  done: Performed<T>,
  goTo: (made: readonly T[]) => string,
  message: string,
  places: Readonly<Record<string, string>> = {},
): Recorded =>
  done.accepted
    ? { goTo: goTo(done.value.made), message }
    : {
        errors: done.because.map(({ reason, field }) => ({
          field: field === undefined ? '' : (places[field] ?? field),
          text: sentenceFor(reason),
        })),
      }
