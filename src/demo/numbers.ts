import { nhsNumberCheck, upnCheck } from '#families/index.ts'
import { Fault } from '#platform/fault.ts'

/** Numbers that no living person has: each is handed out once, in the order asked. */
export interface Numbers {
  readonly nhs: () => string
  readonly upn: (bornIn: number) => string
  readonly uprn: () => string
}

export const numbers = (): Numbers => {
  let nhs = 0
  let pupil = 0
  let property = 0
  return {
    nhs: () => {
      // 999 is the range that is never issued to a patient; where the check digit would be ten no number exists.
      for (;;) {
        nhs += 1
        const found = complete(`999${String(nhs * 7).padStart(6, '0')}`)
        if (found !== undefined) return found
      }
    },
    upn: (bornIn) => {
      pupil += 1
      // Local authority 999 does not exist.
      const digits = `999${4000 + (pupil % 7)}${String((bornIn + 4) % 100).padStart(2, '0')}${String(pupil % 1000).padStart(3, '0')}`
      const letter = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ').find((one) => upnCheck(`${one}${digits}`) === 'holds')
      if (letter === undefined) throw new Fault('demo.no-number', 'No check letter fits a pupil number.')
      return `${letter}${digits}`
    },
    uprn: () => {
      property += 1
      return `9990${String(property).padStart(8, '0')}`
    },
  }
}

const complete = (nine: string): string | undefined => {
  const ten = Array.from('0123456789', (digit) => `${nine}${digit}`).find((whole) => nhsNumberCheck(whole) === 'holds')
  return ten === undefined ? undefined : `${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`
}
