import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, civilDay, count, line, yesOrNo } from './shapes.ts'

export const tenures = [
  'council',
  'housing-association',
  'private-rent',
  'owned',
  'owned-with-mortgage',
  'shared-ownership',
  'rent-free',
  'temporary',
  'other',
  'not-known',
] as const
export type Tenure = (typeof tenures)[number]
const unitTypes = [
  'house',
  'flat',
  'maisonette',
  'bungalow',
  'bedsit',
  'room',
  'caravan',
  'houseboat',
  'other',
  'not-known',
] as const
const lifts = ['none', 'present', 'out-of-service', 'not-known'] as const

/**
 * What an agency knows of a home as a building and a letting; whatever is left out it does not know. Name, address and UPRN are
 * told by the families room. No national set holds lifts and flights, yet with a pram they decide how shut in a home is.
 */
export const HomeDescribed = entryKind({
  kind: 'HomeDescribed',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    landlord: line.exactOptional(),
    landlordAgency: z.string().startsWith('agency:').exactOptional(),
    tenure: z.enum(tenures).exactOptional(),
    unitType: z.enum(unitTypes).exactOptional(),
    bedrooms: count(30).exactOptional(),
    livingRooms: count(10).exactOptional(),
    sharedFacilities: yesOrNo.exactOptional(),
    entranceFloor: z.int().min(-5).max(80).exactOptional(),
    lift: z.enum(lifts).exactOptional(),
    flights: count(80).exactOptional(),
    internalFlights: count(10).exactOptional(),
    stepFree: yesOrNo.exactOptional(),
    heating: line.exactOptional(),
    epcBand: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G']).exactOptional(),
    licence: z
      .strictObject({
        type: z.enum(['mandatory-hmo', 'additional-hmo', 'selective', 'none-needed']),
        persons: count(200).exactOptional(),
        expiresOn: civilDay.exactOptional(),
      })
      .exactOptional(),
    patch: line.exactOptional(),
    ward: line.exactOptional(),
    parentUprn: z
      .string()
      .regex(/^\d{1,12}$/u)
      .exactOptional(),
    checkedOn: civilDay.exactOptional(),
  }),
})
