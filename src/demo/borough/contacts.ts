import type { Sensitivity } from '#record/index.ts'
import type { Chance } from '../chance.ts'
import type { Chronicle } from '../chronicle.ts'

interface Saying {
  readonly what: (name: string) => string
  readonly sensitivity: Sensitivity
  readonly channel: 'home-visit' | 'seen-elsewhere' | 'telephone' | 'meeting'
}
type Sayings = readonly [Saying, ...Saying[]]

const saying = (channel: Saying['channel'], what: Saying['what'], sensitivity: Sensitivity = 'ordinary'): Saying => ({
  what,
  channel,
  sensitivity,
})

const care: Sayings = [
  saying(
    'home-visit',
    (name) =>
      `Visited as agreed. ${name} showed me a drawing and told me who is who in it. We went through what each of us said that we would do.`,
  ),
  saying(
    'home-visit',
    (name) =>
      `Visited after school. Tea was on the table. ${name} is pleased about the swimming lessons; the form for the bus pass is sent.`,
  ),
  saying(
    'meeting',
    (name) =>
      `Met with the family and those who work with them. Everybody said what goes well first. ${name} wants the meetings to be shorter.`,
  ),
  saying(
    'telephone',
    () =>
      'Rang to ask how the week had been. The washing machine is mended; the letter from the benefits office is answered. Next visit agreed.',
  ),
  saying(
    'home-visit',
    (name) =>
      `Talked with the parents about money without ${name} in the room. They asked that this stay with us and the hub.`,
    'third-party',
  ),
  saying('telephone', () => 'The school rang and we agreed who tells the parents what, so that they hear it once.'),
]
const hub: Sayings = [
  saying(
    'seen-elsewhere',
    (name) =>
      `Came to stay and play. ${name} built a tower as high as himself or herself and let another child knock it down.`,
  ),
  saying('seen-elsewhere', () => 'Helped with the nursery application and the fare for the first week.'),
  saying('home-visit', () => 'Brought the stair gate and fitted it together. A bed for the second child is ordered.'),
]
const health: Sayings = [
  saying(
    'home-visit',
    (name) =>
      `Seen at home. ${name} is growing along the same line; sleeping and eating talked over. Nothing that worries anybody.`,
    'health',
  ),
  saying(
    'seen-elsewhere',
    (name) =>
      `Clinic. ${name} weighed and measured, second immunisations given. Asked how the parents themselves sleep.`,
    'health',
  ),
  saying(
    'telephone',
    () => 'Was not brought to the clinic; rang the same day: the bus did not come. New time given for next week.',
    'health',
  ),
]
const school: Sayings = [
  saying(
    'seen-elsewhere',
    (name) => `${name} has settled with the new teacher and reads to the younger ones on Fridays.`,
  ),
  saying('telephone', (name) => `Rang home about three late mornings. From Monday ${name} may come to breakfast club.`),
]
const police: Sayings = [
  saying(
    'seen-elsewhere',
    () =>
      'Called to a loud quarrel between neighbours on the landing; the children were with their aunt. Advice given, nobody hurt.',
    'police',
  ),
  saying('telephone', () => 'Rang the mother about the bicycle that was stolen; it was found and can be fetched.'),
]

const sayingsOf = (by: string): Sayings => {
  if (['user:ada-obi', 'user:daniel-ferreira', 'user:samira-khatun'].includes(by)) return care
  if (['user:kofi-boateng', 'user:mei-lin-chen'].includes(by)) return hub
  if (['user:susan-pritchard', 'user:yusuf-demir', 'user:carol-nwosu'].includes(by)) return school
  return by === 'user:nadia-rahimi' ? police : health
}

interface Followed {
  readonly family: string
  readonly opened: number
  readonly by: string
  readonly partners: readonly string[]
  readonly parents: readonly string[]
  readonly children: readonly string[]
  readonly names: readonly string[]
}

/** Every three months whoever leads the work is in touch, now and then one of the others. */
export const contactsOf = (
  book: Chronicle,
  luck: Chance,
  { family, opened, by, partners, parents, children, names }: Followed,
): void => {
  for (let ago = opened - 28; ago > 1; ago -= 84) {
    const at = luck.between(0, children.length - 1)
    tell(book, luck, family, ago, by, parents, children[at], names[at])
    const [partner, ...others] = partners
    if (partner !== undefined && luck.inHundred(50))
      tell(book, luck, family, ago, luck.oneOf([partner, ...others]), parents, children[at], names[at])
  }
}

const tell = (
  book: Chronicle,
  luck: Chance,
  family: string,
  ago: number,
  by: string,
  parents: readonly string[],
  child: string | undefined,
  name: string | undefined,
): void => {
  const { what, sensitivity, channel } = luck.oneOf(sayingsOf(by))
  const seen = child !== undefined && channel !== 'telephone'
  book.contact(family, ago, by, what(name ?? 'The eldest'), parents.slice(0, 1), {
    channel,
    sensitivity,
    children: seen ? [child] : [],
    interpreter: luck.inHundred(8) ? 'not-known' : 'not-needed',
  })
}
