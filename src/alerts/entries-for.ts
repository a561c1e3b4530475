import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { sensitivities } from '#record/index.ts'
import type { NewEntry, Sensitivity, Subject, SubjectId } from '#record/index.ts'
import type { Cause } from './causes.ts'
import { aboutAlert, AlertChanged, AlertRaised, AlertResolved } from './entries.ts'
import type { WhyResolved } from './entries.ts'
import type { HomeRead } from './homes-for-rules.ts'
import { changedId, raisedId, resolvedId } from './ids.ts'
import type { Move } from './moves.ts'

/** What is to be recorded of each move: about whom, how sensitive, and why it moved. */
export const entriesFor = async (
  tx: Tx,
  moves: readonly Move[],
  causes: ReadonlyMap<string, readonly Cause[]>,
  homes: ReadonlyMap<SubjectId, HomeRead>,
): Promise<NewEntry[]> => {
  const rests = moves.flatMap((move) => (move.move === 'resolve' ? [] : move.finding.restsOn))
  const marked = await sensitivitiesOf(tx, rests)
  const before = await envelopesOf(
    tx,
    moves.flatMap((move) => (move.move === 'resolve' ? [move.alert] : [])),
  )
  return moves.flatMap((move): NewEntry[] => {
    const why = causes.get(move.alert)
    const movedBy = why === undefined ? {} : { movedBy: [...why] }
    if (move.move === 'resolve') {
      const envelope = before.get(move.alert)
      return envelope === undefined
        ? []
        : [
            AlertResolved.of({
              id: resolvedId(move.alert),
              subjects: envelope.subjects,
              sensitivity: envelope.sensitivity,
              body: { why: whyResolved(why, move.why), ...movedBy },
            }),
          ]
    }
    const { finding } = move
    const home = homes.get(finding.home)
    const subjects: Subject[] = [
      aboutAlert(move.alert),
      { id: finding.home, type: 'home', role: 'about' },
      ...(home?.records ?? []).map((id): Subject => ({ id, type: 'record', role: 'about' })),
      ...(home?.families ?? []).map((id): Subject => ({ id, type: 'family', role: 'about' })),
    ]
    // What is said of a baby's circumstances is health, whatever it rests on: its very presence tells of them.
    const sensitivity = strictest([
      finding.part === 'infant' || finding.part === 'health-visitor' || finding.part === 'lead-practitioner'
        ? 'health'
        : 'ordinary',
      ...finding.restsOn.map((id) => marked.get(id) ?? 'ordinary'),
    ])
    const found = {
      level: finding.level,
      reasons: [...finding.reasons],
      restsOn: [...finding.restsOn],
      audience: [...finding.audience],
      policy: finding.policy,
      ...movedBy,
    }
    return move.move === 'raise'
      ? [
          AlertRaised.of({
            id: raisedId(move.alert),
            subjects,
            sensitivity,
            body: {
              rule: finding.rule,
              part: finding.part,
              episode: move.episode,
              recommendations: [...finding.recommendations],
              ...found,
            },
          }),
        ]
      : [
          AlertChanged.of({
            id: changedId(move.alert, move.change),
            subjects,
            sensitivity,
            body: { change: move.change, asksAgain: move.asksAgain, ...found },
          }),
        ]
  })
}

/** The one word of it: what was decided counts before facts, and those before a day that came. */
const whyResolved = (causes: readonly Cause[] | undefined, otherwise: WhyResolved): WhyResolved => {
  if (causes === undefined) return otherwise
  if (causes.some(({ by }) => by === 'policy')) return otherwise === 'rule-switched-off' ? otherwise : 'rule-changed'
  return causes.some(({ by }) => by === 'facts') ? 'facts-no-longer-hold' : 'day-came'
}

/** In the order in which fewer and fewer may read it; a sealed case is for the fewest. */
const strictest = (all: readonly Sensitivity[]): Sensitivity =>
  all.includes('sealed') ? 'sealed' : (sensitivities.findLast((one) => all.includes(one)) ?? 'ordinary')

const sensitivitiesOf = async (tx: Tx, entries: readonly string[]): Promise<Map<string, Sensitivity>> => {
  const found = await sql<{
    id: string
    sensitivity: Sensitivity
  }>`select id, sensitivity from entry where id = any (${[...new Set(entries)]}::uuid[]) and sensitivity <> 'ordinary'`.execute(
    tx,
  )
  return new Map(found.rows.map(({ id, sensitivity }) => [id, sensitivity]))
}

const envelopesOf = async (
  tx: Tx,
  alerts: readonly string[],
): Promise<Map<string, { subjects: Subject[]; sensitivity: Sensitivity }>> => {
  const found = await sql<{
    alert_id: string
    subjects: Subject[]
    sensitivity: Sensitivity
  }>`select alert_id, subjects, sensitivity from alert where alert_id = any (${[...alerts]}::text[])`.execute(tx)
  return new Map(found.rows.map(({ alert_id: alert, subjects, sensitivity }) => [alert, { subjects, sensitivity }]))
}
