import type { Range } from './answers.ts'
import type { RoomNotCounted } from './household.ts'

/** Why an answer is as it is, as codes with numbers. `explain` turns them into sentences for people to read. */
export type Reason = StatutoryReason | BedroomReason

type StatutoryReason =
  | { readonly code: 'under-tens-left-out'; readonly people: number }
  | { readonly code: 'two-rooms-are-enough'; readonly rooms: number }
  | { readonly code: 'at-least-two-bedrooms'; readonly bedrooms: number }
  | { readonly code: 'nobody-must-share-with-the-other-sex'; readonly people: number; readonly couple: boolean }
  | { readonly code: 'opposite-sexes-must-share'; readonly people: number; readonly rooms: number }
  | { readonly code: 'sharing-turns-on-sex-or-age'; readonly rooms: number }
  | { readonly code: 'sharing-turns-on-rooms' }
  | {
      readonly code: 'units'
      readonly tenAndOver: number
      readonly oneToNine: number
      readonly underOne: number
      readonly ageUnknown: number
      readonly halves: Range
    }
  | { readonly code: 'table-one'; readonly rooms: number; readonly halves: number }
  | { readonly code: 'table-two'; readonly rooms: readonly number[]; readonly halves: number }
  | { readonly code: 'permitted'; readonly halves: number; readonly lesser: 'one' | 'two' | 'both' }
  | { readonly code: 'table-one-decides'; readonly halves: number }
  | { readonly code: 'rooms-not-measured'; readonly rooms: number }
  | { readonly code: 'measured-rooms-decide'; readonly overcrowded: boolean }
  | { readonly code: 'rooms-not-recorded' }
  | { readonly code: 'only-bedrooms-recorded'; readonly bedrooms: number }
  | { readonly code: 'no-room-counts' }
  | { readonly code: 'room-not-counted'; readonly room: string; readonly why: RoomNotCounted['why'] }
  | { readonly code: 'tiny-room-counted'; readonly room: string }
  | { readonly code: 'borderline'; readonly room: string; readonly line: number; readonly changes: boolean }
  | { readonly code: 'borderline-together' }

export type BedroomReason =
  | { readonly code: 'couples'; readonly rooms: number }
  | { readonly code: 'own-room-by-age'; readonly rooms: number; readonly age: number }
  | { readonly code: 'lone-parent'; readonly rooms: number }
  | { readonly code: 'same-sex-pairs'; readonly rooms: number; readonly to: number }
  | { readonly code: 'older-with-younger'; readonly rooms: number; readonly to: number }
  | { readonly code: 'older-alone'; readonly rooms: number; readonly to: number }
  | { readonly code: 'under-ten-pairs'; readonly rooms: number }
  | { readonly code: 'under-ten-alone'; readonly rooms: number }
  | { readonly code: 'under-sixteens-of-one-sex'; readonly rooms: number }
  | { readonly code: 'mixed-pair-under-ten'; readonly rooms: number }
  | { readonly code: 'overnight-carer'; readonly rooms: number }
  | { readonly code: 'limit'; readonly bedrooms: number; readonly bites: boolean }
  | {
      readonly code: 'required-between'
      readonly from: number
      readonly to: number
      readonly sexUnknown: number
      readonly ageUnknown: number
    }
  | { readonly code: 'unknown-changes-nothing'; readonly sexUnknown: number; readonly ageUnknown: number }
  | { readonly code: 'infants-count-in-full'; readonly infants: number }
  | { readonly code: 'infants-not-counted'; readonly infants: number }
  | { readonly code: 'unborn-not-counted'; readonly unborn: number }
  | { readonly code: 'unborn-counted'; readonly unborn: number }
  | { readonly code: 'bed-sitting-room' }
  | { readonly code: 'bedrooms-not-recorded' }
  | { readonly code: 'no-bedroom-recorded' }
  | { readonly code: 'shared-accommodation-may-apply' }
