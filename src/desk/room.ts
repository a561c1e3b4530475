import { navigation, routes } from '#access/index.ts'
import { room } from '#record/index.ts'
import { deskRoutes } from './routes.ts'

export const deskRoom = room({
  name: 'desk',
  plugs: [
    ...routes.plug(deskRoutes),
    ...navigation.plug(
      { text: 'My work', href: '/', place: 'first' },
      { text: 'About', href: '/about', place: 'last' },
    ),
  ],
})
