export { familyMembers } from './family-members.ts'
export { people } from './people.ts'
export { persons, personsOf } from './persons.ts'
