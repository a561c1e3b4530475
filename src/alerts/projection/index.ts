import type { Projection } from '#record/index.ts'
import { referralsWaitingRows } from '../referrals/waiting-rows.ts'
import { alertRows } from './alerts.ts'

export const alertsProjections: readonly Projection[] = [alertRows, referralsWaitingRows]
