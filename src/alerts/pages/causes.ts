import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import { valueInWords } from '#policies/index.ts'
import type { Entry } from '#record/index.ts'
import type { Cause, ComingDay } from '../causes.ts'
import { listed } from '../in-words.ts'
import { ruleSettings } from '../policies.ts'
import { factInWords } from './facts.ts'

/** Why an alert moved, in words. `facts` are those of its causes that the reader may see; the others are not named, nor counted. */
const causeInWords = (cause: Cause, facts: readonly Entry[] = []): string => {
  switch (cause.by) {
    case 'facts': {
      const named = [...new Set(facts.filter(({ id }) => cause.entries.includes(id)).map(factInWords))].map(
        (text) => text.charAt(0).toLowerCase() + text.slice(1),
      )
      return named.length === 0 ? 'The facts changed.' : `The facts changed: ${listed(named)}.`
    }
    case 'policy': {
      const policy = ruleSettings.find(({ id }) => id === cause.policy)
      const value = policy === undefined ? String(cause.value) : valueInWords(policy, cause.value)
      return `The partnership’s rule changed: “${policy?.title ?? cause.policy}” is “${value}”${cause.from === undefined ? ' again' : ` from ${day(cause.from)}`}.`
    }
    case 'day':
      return `A date came, ${day(cause.on)}: ${dayInWords[cause.what]}.`
  }
}

const day = (text: string): string => longDate(Temporal.PlainDate.from(text))

const dayInWords: Readonly<Record<ComingDay, string>> = {
  birthday: 'the birthday of somebody here, from which the rule counts otherwise',
  'birth-near': 'a birth is near enough to count',
  'birth-due': 'a baby was due',
  'bed-and-breakfast': 'one night in bed and breakfast more than the partnership allows',
  'no-bid': 'as many weeks without a bid as the partnership allows',
  'works-overdue': 'the landlord’s next step was due before it',
  'facts-old': 'nobody has confirmed the facts for as long as the partnership allows',
}

export const causesInWords = (causes: readonly Cause[], facts: readonly Entry[] = []): string =>
  causes.map((one) => causeInWords(one, facts)).join(' ')

/** The same, each policy with the way to where it was decided. */
export const causesShown = (causes: readonly Cause[], facts: readonly Entry[]): Html =>
  html`${causes.map((one) => html`${causeInWords(one, facts)} ${one.by === 'policy' && html`<a class="govuk-link" href="/settings#${one.policy}">See who decided it, and why</a>. `}`)}`
