import { z } from 'zod'
import { Fault } from './fault.ts'

/** Every setting there is, with what `serve --help` and `docs/running.md` say of it. A test holds the three together. */
export const settingsList = [
  { name: 'PORT', fallback: '3000', what: 'Port to listen on; 0 takes any free one.' },
  { name: 'HOST', fallback: '127.0.0.1', what: 'Address to listen on. Only this machine unless you say otherwise.' },
  {
    name: 'PUBLIC_URL',
    fallback: '',
    what: 'Address people type, such as https://rooftree.example. With https, cookies are sent over https only.',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    what: 'A PostgreSQL server (18 or newer). Without it, the embedded default in ROOFTREE_DATA is used.',
  },
  {
    name: 'ROOFTREE_MIGRATION_URL',
    fallback: '',
    what: 'The same database with credentials that may change its shape. Without it, DATABASE_URL is used.',
  },
  {
    name: 'ROOFTREE_DATA',
    fallback: './data',
    what: 'Folder of the embedded default and of the checkpoint kept outside the database.',
  },
  {
    name: 'ROOFTREE_DEMO',
    fallback: 'on',
    what: 'on: load the demo borough into an empty embedded database. off: never. in-this-postgresql: also into an empty PostgreSQL database.',
  },
  {
    name: 'ROOFTREE_PARTNERSHIP',
    fallback: 'Local safeguarding children partnership',
    what: 'Name of the partnership, written into the first entry of a record that is not a demo.',
  },
  { name: 'ROOFTREE_FEED_FILE_MB', fallback: '500', what: 'Largest file of an agency’s delivery, in megabytes.' },
  {
    name: 'ROOFTREE_FEED_DELIVERY_MB',
    fallback: '2000',
    what: 'Largest delivery, all its files together and unpacked, in megabytes.',
  },
  {
    name: 'ROOFTREE_FEED_FILE_ROWS',
    fallback: '5000000',
    what: 'Most rows in one file of a delivery. Their keys are held in memory.',
  },
  {
    name: 'ROOFTREE_UPLOAD_MB',
    fallback: '500',
    what: 'Largest zip that the page for deliveries takes, in megabytes. A larger one is loaded from the command line.',
  },
  { name: 'LOG_LEVEL', fallback: 'info', what: 'silent, error, warn, info or debug. Logs hold no names of people.' },
] as const

const emptyAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value)
const url = (...schemes: string[]): z.ZodType<string | undefined> =>
  z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .refine(
        (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
        `must be an address beginning ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
      )
      .optional(),
  )

const aPort = 'must be a whole number from 0 to 65535'
/** @param most a million megabytes, and rows as many as a 32-bit count holds: beyond it somebody typed a digit too many */
const count = (fallback: number, most: number) =>
  z.preprocess(
    emptyAsAbsent,
    z.coerce
      .number('must be a whole number')
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(most, `must be at most ${most}`)
      .default(fallback),
  )

const shape = z.object({
  PORT: z.preprocess(emptyAsAbsent, z.coerce.number(aPort).int(aPort).min(0, aPort).max(65_535, aPort).default(3000)),
  HOST: z.preprocess(emptyAsAbsent, z.string().default('127.0.0.1')),
  PUBLIC_URL: url('http:', 'https:'),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  ROOFTREE_MIGRATION_URL: url('postgres:', 'postgresql:'),
  ROOFTREE_DATA: z.preprocess(emptyAsAbsent, z.string().default('./data')),
  ROOFTREE_DEMO: z.preprocess(
    emptyAsAbsent,
    z.enum(['on', 'off', 'in-this-postgresql'], 'must be on, off or in-this-postgresql').default('on'),
  ),
  ROOFTREE_PARTNERSHIP: z.preprocess(emptyAsAbsent, z.string().default('Local safeguarding children partnership')),
  ROOFTREE_FEED_FILE_MB: count(500, 1_000_000),
  ROOFTREE_FEED_DELIVERY_MB: count(2000, 1_000_000),
  ROOFTREE_FEED_FILE_ROWS: count(5_000_000, 2_000_000_000),
  ROOFTREE_UPLOAD_MB: count(500, 1_000_000),
  // Leaves a rule out of the tests' house, to see its journey fail (recommendations --off). No record is opened without its rules.
  ROOFTREE_TEST_OFF: z.preprocess(emptyAsAbsent, z.undefined('must not be set: it belongs to the tests')),
  LOG_LEVEL: z.preprocess(
    emptyAsAbsent,
    z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug').default('info'),
  ),
})

export interface Settings {
  readonly port: number
  readonly host: string
  readonly publicUrl?: string
  readonly databaseUrl?: string
  readonly migrationUrl?: string
  readonly dataFolder: string
  readonly demo: 'on' | 'off' | 'in-this-postgresql'
  readonly partnership: string
  /** How much of an agency's delivery is read before it is refused. */
  readonly deliveries: {
    readonly bytesInAFile: number
    readonly bytesInADelivery: number
    readonly rowsInAFile: number
  }
  readonly uploadBytes: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

const megabyte = 1_000_000

/**
 * Read the settings from the environment, all at once.
 *
 * @throws Fault `settings.wrong` naming every setting that is wrong and what it must be; values are not repeated, they may hold secrets
 */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = shape.safeParse(environment)
  if (!parsed.success) {
    throw new Fault(
      'settings.wrong',
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    )
  }
  const given = parsed.data
  return {
    port: given.PORT,
    host: given.HOST,
    dataFolder: given.ROOFTREE_DATA,
    demo: given.ROOFTREE_DEMO,
    partnership: given.ROOFTREE_PARTNERSHIP,
    deliveries: {
      bytesInAFile: given.ROOFTREE_FEED_FILE_MB * megabyte,
      bytesInADelivery: given.ROOFTREE_FEED_DELIVERY_MB * megabyte,
      rowsInAFile: given.ROOFTREE_FEED_FILE_ROWS,
    },
    uploadBytes: given.ROOFTREE_UPLOAD_MB * megabyte,
    logLevel: given.LOG_LEVEL,
    ...(given.PUBLIC_URL === undefined ? {} : { publicUrl: given.PUBLIC_URL }),
    ...(given.DATABASE_URL === undefined ? {} : { databaseUrl: given.DATABASE_URL }),
    ...(given.ROOFTREE_MIGRATION_URL === undefined ? {} : { migrationUrl: given.ROOFTREE_MIGRATION_URL }),
  }
}
