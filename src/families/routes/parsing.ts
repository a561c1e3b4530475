import type { Recorded as Answered } from '#access/index.ts'
import type { Recorded } from '#record/index.ts'

/** Every reason why not, at the field it is about; `places` names the form's field for a command's. */
export const recordedOr = <T>(
  done: Recorded<T>,
  goTo: (ids: readonly T[]) => string,
  message: string,
  places: Readonly<Record<string, string>> = {},
): Answered =>
  done.accepted
    ? { goTo: goTo(done.value.ids), message }
    : {
        errors: done.because.map(({ says, field }) => ({
          field: field === undefined ? '' : (places[field] ?? field),
          text: says,
        })),
      }
