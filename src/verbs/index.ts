import { backupVerb, restoreVerb } from './backup.ts'
import { boroughVerb } from './borough.ts'
import { demoPeopleVerb } from './demo-people.ts'
import { knownVerb } from './known.ts'
import { overcrowdingVerb } from './overcrowding.ts'
import { rebuildVerb } from './rebuild.ts'
import { serveVerb } from './serve.ts'
import type { HouseVerb, Verb } from './verb.ts'
import { verifyVerb } from './verify.ts'

export const verbs: readonly Verb[] = [serveVerb, demoPeopleVerb, knownVerb, overcrowdingVerb, boroughVerb, verifyVerb, rebuildVerb, backupVerb, restoreVerb]

/** Those that a running server does on behalf of another process. */
export const houseVerbs: readonly HouseVerb[] = verbs.filter((verb) => verb.on === 'house')
