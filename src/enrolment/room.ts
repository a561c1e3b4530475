import { navigation, routes } from '#access/index.ts'
import { room } from '#record/index.ts'
import { enrolmentRoutes } from './routes.ts'

export const enrolmentRoom = room({
  name: 'enrolment',
  plugs: [
    ...routes.plug(enrolmentRoutes),
    ...navigation.plug({
      text: 'People and teams',
      href: '/people-and-teams',
      roles: ['system-administrator'],
      place: 'last',
    }),
  ],
})
