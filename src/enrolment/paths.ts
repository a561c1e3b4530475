export const paths = {
  list: '/people-and-teams',
  newAgency: '/people-and-teams/new-agency',
  newTeam: '/people-and-teams/new-team',
  newPerson: '/people-and-teams/new-person',
  person: (user: string): string => `/people-and-teams/${encodeURIComponent(user)}`,
  left: (user: string): string => `/people-and-teams/${encodeURIComponent(user)}/left`,
} as const
