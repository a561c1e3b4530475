export const paths = {
  deliveries: '/feeds',
  newDelivery: '/feeds/new',
  delivery: (id: string): string => `/feeds/${id}`,
  confirm: (id: string): string => `/feeds/${id}/confirm`,
} as const
