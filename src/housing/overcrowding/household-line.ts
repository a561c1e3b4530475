import { z } from 'zod'
import { civilDay, lineId } from '#platform/question/codec.ts'
import { roomKinds, type HouseholdFacts } from './household.ts'

const person = z.object({
  id: lineId,
  age: z.number().int().nullish(),
  dateOfBirth: civilDay.nullish(),
  sex: z.enum(['male', 'female', 'unknown']).nullish(),
  partnerOf: lineId.nullish(),
  childOf: z.array(lineId).nullish(),
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

/** One household as it arrives: unknown fields are let be, null says the same as leaving a field out. */
export const householdLine = z.object({
  id: lineId,
  on: civilDay,
  people: z.array(person).max(mostListed),
  rooms: z.array(room).max(mostListed).nullish(),
  bedrooms: z.number().int().min(0).max(200).nullish(),
  overnightCarer: z.boolean().nullish(),
  expected: z
    .array(z.object({ due: civilDay }))
    .max(10)
    .nullish(),
  parameters: z.string().nullish(),
})
type HouseholdLine = z.infer<typeof householdLine>

export const factsFrom = ({
  id,
  on,
  people,
  rooms,
  bedrooms,
  overnightCarer,
  expected,
  parameters,
}: HouseholdLine): HouseholdFacts => ({
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
