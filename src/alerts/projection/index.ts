import type { Projection } from '#record/index.ts'
import { alertRows } from './alerts.ts'

export const alertsProjections: readonly Projection[] = [alertRows]
