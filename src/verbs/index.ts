import { askVerb } from './ask.ts'
import { backupVerb, restoreVerb } from './backup.ts'
import { boroughVerb } from './borough.ts'
import { demoPeopleVerb } from './demo-people.ts'
import { disposeVerb } from './dispose.ts'
import { feedVerb } from './feed.ts'
import { knownVerb } from './known.ts'
import { overcrowdingVerb } from './overcrowding.ts'
import { rebuildVerb } from './rebuild.ts'
import { recommendationsVerb } from './recommendations.ts'
import { serveVerb } from './serve.ts'
import type { Verb } from './verb.ts'
import { verifyVerb } from './verify.ts'

const others: readonly Verb[] = [
  demoPeopleVerb,
  knownVerb,
  askVerb,
  overcrowdingVerb,
  recommendationsVerb,
  feedVerb,
  boroughVerb,
  verifyVerb,
  disposeVerb,
  rebuildVerb,
  backupVerb,
  restoreVerb,
]

/** Every verb, in the order that the overview lists them. */
export const verbs: readonly Verb[] = [serveVerb(others.filter((verb) => verb.on === 'house')), ...others]
