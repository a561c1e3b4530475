import { waysTo } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { shortName } from '#families/index.ts'
import { sleepers } from '#housing/index.ts'
import type { HomeView } from '#housing/index.ts'
import { infantSleepPaths, isInfant } from '#infant-sleep/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Database } from '#platform/database/index.ts'
import type { AlertFacts } from './facts.ts'
import type { MissingFact } from './reasons.ts'

/** What the form about a baby answers. */
const ofABaby: ReadonlySet<MissingFact> = new Set<MissingFact>(['premature', 'smoker', 'illness'])

/**
 * Where an alert asks somebody to find out about a baby: the forms on which they write it down, of those babies whose families they
 * work with. A baby who is expected is asked about where nothing else is.
 */
export const foundOutLinks = async (
  database: Database,
  viewer: Viewer,
  facts: AlertFacts,
  { facts: { sleeping }, people }: HomeView,
  today: Temporal.PlainDate,
): Promise<Link[]> => {
  const asked =
    facts.resolved === undefined &&
    facts.reasons.some((reason) => reason.code === 'not-known' && ofABaby.has(reason.what))
  if (!asked) return []
  const here = sleepers({ sleeping }).flatMap(({ person, records }) => {
    const known = people.get(person)
    return known === undefined || known.noticesStop ? [] : [{ known, records }]
  })
  const born = here.filter(({ known }) => isInfant(known.age))
  const concerned =
    born.length > 0 ? born : here.filter(({ known }) => known.pregnancies.some(({ unborn }) => unborn !== 0))
  return database.transaction('app', async (tx) => {
    const links: Link[] = []
    for (const { known, records } of concerned) {
      const name =
        known.names.display.shown === undefined
          ? 'somebody whose name is not known here'
          : shortName(known.names.display.shown.value)
      for (const record of records) {
        if (!(await waysTo(tx, viewer, record, today)).includes('involved')) continue
        links.push(
          born.length > 0
            ? { text: name, href: infantSleepPaths.baby(record) }
            : { text: `the baby whom ${name} expects`, href: infantSleepPaths.expectedBaby(record) },
        )
        break
      }
    }
    return links
  })
}
