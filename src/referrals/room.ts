import { familySections } from '#families/index.ts'
import { room } from '#record/index.ts'
import { referralsKinds } from './describe.ts'
import { familySectionForCases } from './pages/family-section.ts'

export const referralsRoom = room({
  name: 'referrals',
  kinds: referralsKinds,
  plugs: familySections.plug(familySectionForCases),
})
