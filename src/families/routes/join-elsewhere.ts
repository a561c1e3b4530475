import { knownElsewhere, viewerStanding, views } from '#access/index.ts'
import type { KnownElsewhere, Role } from '#access/index.ts'
import { entriesAbout, standing } from '#record/index.ts'
import { PersonRecordOpened } from '../entries/index.ts'
import { agencyName } from '../pages/names.ts'
import type { PersonView } from '../queries/index.ts'
import { sameElsewhere } from '../queries/index.ts'
import type { RecordId } from '../subjects.ts'
import { namesWithAgencies } from './reading.ts'
import type { Asked, FamiliesRooms } from './rooms.ts'

/**
 * A record that bears exactly the name and birth date, or a number, of somebody whom the viewer works with, and of which they see nothing.
 * `holders`: whose record it is, where it may be joined: nobody has a family file for it, and nobody hides.
 */
interface HeldElsewhere {
  readonly record: RecordId
  readonly by: string
  readonly known: KnownElsewhere
  readonly holders?: readonly string[]
}

/** Roles that see name and age of whoever lives under one roof with a family of theirs, so that records can be joined. */
const joinsRecords = (role: Role): boolean => views.some((row) => row.role === role && row.way === 'under-one-roof')

/**
 * What may be told of such records. A tenant's child whose address nobody could tie to the home is found by this alone; a child whom another
 * family file knows is not joined from here: the page says whom to ring.
 */
export const heldElsewhere = async (
  rooms: FamiliesRooms,
  { visitor: viewer, today }: Asked,
  view: PersonView,
): Promise<HeldElsewhere[]> => {
  if (!joinsRecords(viewer.role)) return []
  const same = await rooms.database.transaction(viewerStanding(viewer, today), async (tx) =>
    sameElsewhere(tx, view, { on: today }),
  )
  if (same.length === 0) return []
  return rooms.database.transaction('app', async (tx) => {
    const held: HeldElsewhere[] = []
    for (const { record, by, hidden } of same) {
      const known = await knownElsewhere(tx, viewer, record, today)
      if (known === undefined) continue
      if (hidden || known.families.length > 0) held.push({ record, by, known })
      else {
        const agencies = standing(await entriesAbout(tx, { subjects: [record], kinds: [PersonRecordOpened.kind] })).map(
          ({ agency }) => agency,
        )
        const directory = await namesWithAgencies(tx, agencies)
        held.push({
          record,
          by,
          known,
          holders: [
            ...new Set(
              agencies.map((agency) => agencyName({ people: new Map(), persons: new Map(), directory }, agency)),
            ),
          ],
        })
      }
    }
    return held
  })
}
