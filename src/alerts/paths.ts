/** The addresses of this room's pages. Ids stand in them as they are. */
export const paths = {
  alert: (alert: string) => `/alerts/${alert}`,
  load: '/alerts/load',
} as const
