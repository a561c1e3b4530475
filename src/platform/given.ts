/** The keys whose value may be undefined become keys that may be absent. */
export type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/**
 * What is said, without what is not: a key whose value is undefined is left out, because an entry and a page tell apart what nobody
 * said from what was said to be nothing.
 *
 * @example given({ role: 'midwife', team: undefined }) → { role: 'midwife' }
 */
// The two signatures say the same; the compiler cannot follow entries of an object back to its type.
export function given<T extends object>(said: T): Given<T>
export function given(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
