/**
 * Something that should not happen: a broken disk, a wrong setting, a mistake of ours. Caught once at the edge, logged by
 * its code, answered with a kind page and a reference number. The message never holds the name of a person.
 */
export class Fault extends Error {
  readonly code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'Fault'
    this.code = code
  }
}
