export { loadDemo } from './load-demo.ts'
export type { DemoHouse } from './load-demo.ts'
export { people as demoUsers } from './people.ts'
