import {
  AccessReasonGiven,
  AddressHidden,
  AddressHidingExplained,
  AddressShown,
  CaseSealed,
  CaseUnsealed,
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
} from '#access/index.ts'
import { EntryWithdrawn } from '#record/index.ts'
import { recordAbout } from '../subjects.ts'
import type { Telling } from './entry-in-words.ts'
import { agencyName, listing, recordShort } from './names.ts'
import type { Names } from './names.ts'

/** Who works with a family and what is withheld, in words. */
export const accessInWords: Telling = (entry, names) => {
  const whose = recordAbout(entry)
  const of = whose === undefined ? 'this family' : recordShort(names, whose)
  if (InvolvementStarted.is(entry))
    return { title: `${principal(entry.body.principal, names)} works with the family`, text: entry.body.role }
  if (InvolvementEnded.is(entry))
    return { title: `${principal(entry.body.principal, names)} no longer works with the family` }
  if (LeadPractitionerNamed.is(entry)) return { title: `${principal(entry.body.user, names)} leads the work` }
  if (ResponsibilityForHomeStarted.is(entry))
    return { title: `${principal(entry.body.principal, names)} looks after the home`, text: entry.body.role }
  if (ResponsibilityForHomeEnded.is(entry))
    return { title: `${principal(entry.body.principal, names)} no longer looks after the home` }
  if (AccessReasonGiven.is(entry))
    return { title: `${principal(entry.body.user, names)} gave a reason to see the family`, text: entry.body.reason }
  if (AddressHidden.is(entry)) return { title: `The address of ${of} must not be disclosed` }
  if (AddressShown.is(entry)) return { title: `The address of ${of} may be told again` }
  if (AddressHidingExplained.is(entry))
    return {
      title: `Why the address of ${of} ${entry.body.about === 'hidden' ? 'must not be disclosed' : 'may be told again'}`,
      text: `${entry.body.why} Asked by ${entry.body.askedBy}.`,
    }
  if (CaseSealed.is(entry)) return { title: `The case of ${of} is sealed`, text: entry.body.why }
  if (CaseUnsealed.is(entry)) return { title: `The case of ${of} is no longer sealed`, text: entry.body.why }
  if (EntryWithdrawn.is(entry)) return { title: 'An entry was taken back', text: entry.body.reason }
  return undefined
}

const principal = (id: string, names: Names): string => {
  const { name, title, agency } = listing(names, id)
  const rest = [title, agency === undefined ? undefined : agencyName(names, agency)].filter(
    (part) => part !== undefined,
  )
  return rest.length === 0 ? name : `${name} (${rest.join(', ')})`
}
