import { type Content, tag, type TagColour } from '#platform/govuk/index.ts'
import { type Html, html } from '#platform/html.ts'
import { figure, type LifeStage } from './life-stage.ts'
import { notKnown } from './not-known.ts'

export interface PersonCard {
  readonly name: string | undefined
  readonly href?: string | undefined
  readonly stage: LifeStage
  /** From `ageInWords`, `expectedOn`, or "died 3 May 2025". Left undefined it is shown as not known. */
  readonly age: string | undefined
  /** Their place in this family: "Mother of Tolu and Ife", "Child of this family". */
  readonly place: string | undefined
  readonly tags?: readonly { readonly text: string; readonly colour?: TagColour | undefined }[] | undefined
  readonly lines?: readonly Content[] | undefined
  readonly source?: Html | undefined
}

const nameOf = ({ name, href }: PersonCard): Html => {
  if (name === undefined) return notKnown('name')
  return href === undefined ? html`${name}` : html`<a class="govuk-link" href="${href}">${name}</a>`
}

const line = (content: Content): Html => html`<p class="rt-card__line">${content.html ?? content.text}</p>`

/** One person in the list of a family. */
const personCard = (person: PersonCard): Html => html`<li class="rt-card">
  ${figure(person.stage)}
  <div class="rt-card__words">
    <p class="rt-card__name">${nameOf(person)}</p>
    <p class="rt-card__age">${person.age ?? notKnown('age')}</p>
    <p class="rt-card__line">${person.place ?? notKnown('place in this family')}</p>
    ${(person.tags ?? []).length > 0 && html`<p class="rt-card__tags">${(person.tags ?? []).map(tag)}</p>`}
    ${(person.lines ?? []).map(line)} ${person.source}
  </div>
</li>`

/** `label` names the list for those who cannot see the heading above it. */
export const personCards = (label: string, people: readonly PersonCard[]): Html =>
  html`<ul class="rt-cards" aria-label="${label}">
  ${people.map(personCard)}
</ul>`
