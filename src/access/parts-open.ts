import type { Sensitivity } from '#record/index.ts'
import type { Role } from './roles.ts'
import { views } from './views.ts'
import type { ViewedTopic, Way } from './views.ts'

/**
 * Which parts of a page a role sees by its ways in, whatever stands there. A page says by this, and never by what it found, that a
 * part is not open, so that saying so tells nothing.
 */
export interface PartsOpen {
  /** `own`: only what the viewer's own agency said. */
  readonly part: (topic: ViewedTopic, sensitivity?: Sensitivity) => 'whole' | 'own' | 'closed'
}

export const partsOpen = (role: Role, ways: readonly Way[]): PartsOpen => ({
  part: (topic, sensitivity = 'ordinary') => {
    const rows = views.filter(
      (row) => row.role === role && ways.includes(row.way) && row.topic === topic && row.sensitivity === sensitivity,
    )
    return rows.some(({ whose }) => whose === 'any') ? 'whole' : rows.length > 0 ? 'own' : 'closed'
  },
})
