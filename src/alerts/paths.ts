/** The addresses of this room's pages. Ids stand in them as they are. */
export const paths = {
  alert: (alert: string) => `/alerts/${alert}`,
  referral: (referral: string) => `/referrals/${referral}`,
  load: '/alerts/load',
} as const
