import type { HouseRoute } from '#access/index.ts'
import { hideAddressForm } from './addresses/hide-form.ts'
import { contactForm } from './contacts/form.ts'
import { correctionForms } from './corrections/forms.ts'
import { involvementForms } from './involvement/forms.ts'
import { linkageForms } from './linkage/forms.ts'
import { memberForms } from './members/forms.ts'
import { openFamilyForm } from './members/open-family-form.ts'
import { reasonForm } from './reasons/form.ts'
import { relationshipForm } from './relationships/form.ts'
import { responsibilityForm } from './relationships/responsibility-form.ts'
import { familyRoutes } from './routes/family.ts'
import { findRoutes } from './routes/find.ts'
import { homeRoutes } from './routes/home.ts'
import { joinRoutes } from './routes/join.ts'
import { personRoutes } from './routes/person.ts'
import type { FamiliesRooms } from './routes/rooms.ts'

/** Every way into this room: its pages first, then its forms. */
export const familiesRoutes = (rooms: FamiliesRooms): HouseRoute[] =>
  [
    findRoutes,
    familyRoutes,
    personRoutes,
    homeRoutes,
    joinRoutes,
    contactForm,
    involvementForms,
    relationshipForm,
    responsibilityForm,
    memberForms,
    openFamilyForm,
    correctionForms,
    hideAddressForm,
    linkageForms,
    reasonForm,
  ].flatMap((of) => of(rooms))
