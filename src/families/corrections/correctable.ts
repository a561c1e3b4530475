import { about, choice, day, fieldsOf, text, wrong } from '#platform/form/index.ts'
import type { Unnamed, Values } from '#platform/form/index.ts'
import { given } from '#platform/given.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { Entry, EntryBody, EntryKind } from '#record/index.ts'
import { nhsNumberCheck, upnCheck } from '../check-digits.ts'
import {
  AddressStated,
  BirthStated,
  ContactRecorded,
  DeathStated,
  NamesStated,
  NhsNumberStated,
  ParentalResponsibilityStated,
  responsibilityBases,
  responsibilityStates,
  SexStated,
  sexes,
  UpnStated,
} from '../entries/index.ts'
import { nameToShow } from '../facts/names.ts'
import { basisWords, sexWords, stateWords } from '../pages/words.ts'

/** The entry's body with the right value in it; whatever the form does not ask stays as it was. */
export interface Right {
  readonly body: EntryBody
  readonly happenedOn?: string
}

/** How one entry is put right in its place: what is asked, and what stands there now. */
interface Correctable {
  readonly asked: Unnamed<Right>
  readonly begin: FormFields
}

/** Undefined for a kind that is taken back and said anew instead. */
export const correctableOf = (entry: Entry): Correctable | undefined => {
  for (const of of kinds) {
    const found = of(entry)
    if (found !== undefined) return found
  }
  return undefined
}

type Asked = Readonly<Record<string, Unnamed<unknown>>>

const correctable =
  <B extends EntryBody, F extends Asked>(
    kind: EntryKind<B>,
    asked: F,
    begin: (entry: Entry & { readonly body: B }) => FormFields,
    right: (values: Values<F>, body: B) => Right | { readonly field: string; readonly wrong: string },
  ) =>
  (entry: Entry): Correctable | undefined => {
    if (!kind.is(entry)) return undefined
    const fields = fieldsOf(asked)
    return {
      begin: begin(entry),
      asked: ({ name }) => ({
        name,
        draw: (typing) => fields.draw(typing),
        read: (typed) => {
          const read = fields.read(typed)
          if ('errors' in read) return read
          const answer = right(read.value, entry.body)
          return 'wrong' in answer ? wrong(answer.field, answer.wrong) : { value: answer }
        },
      }),
    }
  }

const birthOrDeath = (kind: EntryKind<{ on: string }>, legend: string, hint: string) =>
  correctable(
    kind,
    { on: about({ legend, hint, what: 'The date' }) },
    ({ body }) => dateParts('on', body.on),
    ({ on }, body) => ({ body: { ...body, on: on ?? 'not-known' }, ...given({ happenedOn: on }) }),
  )

const numberAsked = text({ label: 'What is the number?', width: 20, missing: 'Enter the number', spellcheck: false })

const mostLines = 6

const kinds: readonly ((entry: Entry) => Correctable | undefined)[] = [
  birthOrDeath(BirthStated, 'What is the date of birth?', 'The year alone will do. Leave it empty if it is not known.'),
  birthOrDeath(DeathStated, 'On which day did they die?', 'Leave it empty if it is not known.'),
  correctable(
    NhsNumberStated,
    { number: numberAsked },
    ({ body }) => ({ number: body.number }),
    ({ number }, body) => ({ body: { ...body, number, check: nhsNumberCheck(number) } }),
  ),
  correctable(
    UpnStated,
    { number: numberAsked },
    ({ body }) => ({ number: body.number }),
    ({ number }, body) => ({ body: { ...body, number, check: upnCheck(number) } }),
  ),
  correctable(
    SexStated,
    {
      sex: choice({
        legend: 'What is their sex?',
        missing: 'Choose one',
        items: sexes.map((value) => ({ value, text: sexWords[value] })),
      }),
    },
    ({ body }) => ({ sex: body.sex }),
    ({ sex }, body) => ({ body: { ...body, sex } }),
  ),
  correctable(
    NamesStated,
    {
      given: text({ label: 'Given name', width: 20, spellcheck: false }),
      familyName: text({
        label: 'Family name',
        hint: 'Leave it empty where the name has one part',
        width: 20,
        spellcheck: false,
      }),
    },
    ({ body }) => {
      const name = nameToShow(body.names)
      if (name === undefined) return {}
      return 'full' in name ? { given: name.full } : { given: name.given, familyName: name.family }
    },
    ({ given: first, familyName }, body) => {
      if (first === undefined && familyName === undefined) return { field: 'given', wrong: 'Enter a name' }
      const before = nameToShow(body.names)
      const use = before?.use ?? 'usual'
      const name =
        first !== undefined && familyName !== undefined
          ? { use, given: first, family: familyName }
          : { use, full: first ?? familyName ?? '' }
      return { body: { ...body, names: [name, ...body.names.filter((one) => one !== before)] } }
    },
  ),
  correctable(
    AddressStated,
    {
      lines: text({ label: 'Address, one line each', rows: 4, missing: 'Enter the address', most: 1000 }),
      postcode: text({ label: 'Postcode', width: 10, most: 20, spellcheck: false }),
    },
    ({ body }) =>
      typeof body.address === 'string'
        ? {}
        : { lines: body.address.lines.join('\n'), postcode: body.address.postcode ?? '' },
    ({ lines: typed, postcode }, body) => {
      const lines = typed
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '')
      if (lines.length > mostLines) return { field: 'lines', wrong: `Write the address in ${mostLines} lines or fewer` }
      if (lines.some((line) => line.length > 300))
        return { field: 'lines', wrong: 'Use 300 characters or fewer a line' }
      const unit = typeof body.address === 'string' ? undefined : body.address.unit
      return { body: { ...body, address: { lines, ...given({ postcode, unit }) } } }
    },
  ),
  correctable(
    ContactRecorded,
    {
      happenedOn: day({ legend: 'When was it?', missing: 'Enter the day' }),
      what: text({
        label: { text: 'What was seen, said and done?', size: 's' },
        rows: 6,
        missing: 'Say what was seen, said and done',
      }),
    },
    ({ body, happenedOn }) => ({ ...dateParts('happenedOn', happenedOn ?? ''), what: body.what }),
    ({ happenedOn, what }, body) => ({ body: { ...body, what }, happenedOn }),
  ),
  correctable(
    ParentalResponsibilityStated,
    {
      state: choice({
        legend: 'What do you know?',
        missing: 'Say what you know',
        items: responsibilityStates.map((value) => ({ value, text: stateWords[value] })),
      }),
      basis: choice({
        legend: 'What does it rest on?',
        as: 'list',
        missing: 'Choose what it rests on',
        items: responsibilityBases.map((value) => ({ value, text: basisWords[value] })),
      }),
    },
    ({ body }) => ({ state: body.state, basis: body.basis }),
    ({ state, basis }, body) => ({ body: { ...body, state, basis } }),
  ),
]

const dateParts = (name: string, said: string): FormFields => {
  const [year, month, onDay] = said === 'not-known' ? [] : said.split('-')
  return {
    [`${name}-year`]: year ?? '',
    [`${name}-month`]: month === undefined ? '' : String(Number(month)),
    [`${name}-day`]: onDay === undefined ? '' : String(Number(onDay)),
  }
}
