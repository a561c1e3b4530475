import { z } from 'zod'
import { accept, refuse, type Decision, type Refusal } from '#platform/decision.ts'
import { compose } from './compose.ts'
import { roomKinds, type Household, type HouseholdFacts } from './household.ts'
import type { LineRefusal } from './line-refusal.ts'
import { parameterSets } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'

/** One household as it arrives: unknown fields are let be, null says the same as leaving a field out. */
const id = z.union([z.string().min(1), z.number()])

/** A day that the calendar has, from year 1800: checked by counting, read once. */
const day = z.string().transform((text, context) => {
  const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayFrom(text) : undefined
  if (read !== undefined) return read
  context.addIssue({ code: 'custom', message: 'not-a-date' })
  return z.NEVER
})

const dayFrom = (text: string): Temporal.PlainDate | undefined => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return new Temporal.PlainDate(year, month, day)
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const person = z.object({
  id,
  age: z.number().int().nullish(),
  dateOfBirth: day.nullish(),
  sex: z.enum(['male', 'female', 'unknown']).nullish(),
  partnerOf: id.nullish(),
  childOf: z.array(id).nullish(),
})

const area = z.object({ value: z.number().positive('area-not-positive').max(100_000), unit: z.enum(['sqft', 'm2']) })

const room = z.object({
  name: z.string(),
  kind: z.enum(roomKinds),
  area: area.nullish(),
  usable: z.boolean().nullish(),
})

/** Far more than any household; a longer list is a slip, and would keep all other lines waiting. */
const mostListed = 200

const household = z.object({
  id,
  on: day,
  people: z.array(person).max(mostListed),
  rooms: z.array(room).max(mostListed).nullish(),
  bedrooms: z.number().int().min(0).max(200).nullish(),
  overnightCarer: z.boolean().nullish(),
  expected: z
    .array(z.object({ due: day }))
    .max(10)
    .nullish(),
  parameters: z.string().nullish(),
})

/** Read one line: every reason why it cannot be answered, or a household whose facts agree. */
export const readLine = (
  text: string,
  sets: ReadonlyMap<string, ParameterSet> = parameterSets,
): Decision<Household, LineRefusal> => {
  const value = json(text)
  if (value === undefined) return refuse([{ reason: 'not-json' }])
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse([{ reason: 'not-a-household' }])
  const parsed = household.safeParse(value)
  if (!parsed.success) return refuse(parsed.error.issues.map(refusalFrom))
  const composed = compose(factsFrom(parsed.data), sets)
  return composed.accepted ? accept(composed.value) : refuse(composed.because)
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `people[2].dateOfBirth`: the place of the fault, never its content. */
const refusalFrom = ({
  path,
  code,
  message,
  input,
}: z.core.$ZodIssue & { readonly input?: unknown }): Refusal<LineRefusal> => {
  const field = path.reduce<string>(
    (whole, step) =>
      typeof step === 'number' ? `${whole}[${step}]` : whole === '' ? String(step) : `${whole}.${String(step)}`,
    '',
  )
  if (message === 'not-a-date' || message === 'area-not-positive') return { reason: message, field }
  return {
    reason:
      code === 'invalid_type' && input === undefined && message.endsWith('received undefined')
        ? 'missing'
        : 'not-as-expected',
    field,
  }
}

const factsFrom = ({
  id,
  on,
  people,
  rooms,
  bedrooms,
  overnightCarer,
  expected,
  parameters,
}: z.infer<typeof household>): HouseholdFacts => ({
  id,
  on,
  people: people.map(({ id, age, dateOfBirth, sex, partnerOf, childOf }) => ({
    id: String(id),
    sex: sex ?? 'unknown',
    ...(dateOfBirth == null ? {} : { bornOn: dateOfBirth }),
    ...(age == null ? {} : { age }),
    ...(partnerOf == null ? {} : { partnerOf: String(partnerOf) }),
    ...(childOf == null ? {} : { childOf: childOf.map(String) }),
  })),
  ...(rooms == null ? {} : { rooms: rooms.map(roomFacts) }),
  ...(bedrooms == null ? {} : { bedrooms }),
  ...(overnightCarer == null ? {} : { overnightCarer }),
  ...(expected == null ? {} : { expected }),
  ...(parameters == null ? {} : { parameters }),
})

const roomFacts = ({ name, kind, area, usable }: z.infer<typeof room>) => ({
  name,
  kind,
  ...(area == null ? {} : { area }),
  ...(usable == null ? {} : { usable }),
})
