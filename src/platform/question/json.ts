/** What a line of JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json }

/** An object of JSON, in the order in which its fields are written. */
export type JsonObject = Readonly<Record<string, Json>>

/** @returns undefined where the text is not one complete JSON value */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
