import { navigation, routes } from '#access/index.ts'
import { room } from '#record/index.ts'
import { policiesKinds } from './describe.ts'
import { policyRoutes } from './routes.ts'

export const policiesRoom = room({
  name: 'policies',
  kinds: policiesKinds,
  plugs: [...routes.plug(policyRoutes), ...navigation.plug({ text: 'Settings', href: '/settings', place: 'last' })],
})
