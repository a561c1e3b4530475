/**
 * What a rule answers when it is asked to let something happen: either what shall be recorded, or every reason why not.
 * A refusal is a value, never an exception, so that a form is corrected once.
 */
export type Decision<T, R extends string = string> =
  | { readonly accepted: true; readonly value: T }
  | { readonly accepted: false; readonly because: readonly Refusal<R>[] }

/** One reason. `field` names the form field or column at fault, when there is one. */
export interface Refusal<R extends string = string> {
  readonly reason: R
  readonly field?: string
}

export const accept = <T>(value: T): Decision<T, never> => ({ accepted: true, value })

export const refuse = <R extends string>(because: readonly Refusal<R>[]): Decision<never, R> => ({
  accepted: false,
  because,
})
