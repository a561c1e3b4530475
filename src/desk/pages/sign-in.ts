import { button, insetText } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { DemoPerson } from '../people.ts'

interface SignInView {
  /** Where to go afterwards: a path of this address. */
  readonly next: string
  readonly demo: 'none' | 'loading' | readonly DemoPerson[]
}

export const signInPage = (shell: Shell, view: SignInView): string =>
  page({
    ...shell,
    title: 'Sign in',
    heading: 'Sign in',
    body: view.demo === 'none' ? noWayIn : view.demo === 'loading' ? loading : people(view.demo, view.next),
  })

const people = (list: readonly DemoPerson[], next: string): Html => html`
  <p class="govuk-body-l">Choose whose work you want to see. Everyone here is invented, and so is the borough.</p>
  <div class="rt-sign-in">
    ${[...Map.groupBy(list, ({ agencyName }) => agencyName)].map(
      ([agency, members]) => html`<section class="rt-sign-in__agency">
        <h2 class="govuk-heading-s">${agency}</h2>
        <ul class="govuk-list">${members.map((person) => html`<li>${signInAs(person, next)}</li>`)}</ul>
      </section>`,
    )}
  </div>`

const signInAs = (person: DemoPerson, next: string): Html => html`<form method="post" action="/sign-in/demo">
  <input type="hidden" name="person" value="${person.id}">
  <input type="hidden" name="next" value="${next}">
  <button class="rt-sign-in__person" type="submit"><span class="rt-sign-in__name">${person.name}</span> <span class="rt-sign-in__role">${person.title}</span></button>
</form>`

const loading: Html = html`${insetText({ text: 'The demo borough is being loaded. It takes a few seconds the first time.' })}
  ${button({ text: 'Look again', href: '/sign-in' })}`

const noWayIn: Html = html`<p class="govuk-body">This is not a demo, and no way to sign in has been set up yet. Ask whoever runs Rooftree for your partnership.</p>`
