import { type Html, html } from '#platform/html.ts'
import { csrfField } from './csrf-field.ts'
import type { NavItem, Shell, SignedIn } from './shell.ts'
import { wordmark } from './wordmark.ts'

const demoStrip = html`<div class="rt-demo">
  <p class="govuk-width-container rt-demo__words"><strong>Demo borough:</strong> everyone here is invented.</p>
</div>`

const signedIn = (user: SignedIn): Html => html`<div class="rt-person">
  <p class="rt-person__who">
    <span class="govuk-visually-hidden">Signed in as </span><strong>${user.name}</strong
    ><span class="rt-person__role"><span class="govuk-visually-hidden">, </span>${user.role}, ${user.agency}</span>
  </p>
  <form class="rt-person__out" method="post" action="${user.signOut.action}">
    ${csrfField(user.signOut.csrfToken)}
    <button class="rt-plain-button" type="submit">Sign out</button>
  </form>
</div>`

const navLink = (item: NavItem): Html => html`<li class="rt-nav__item">
  <a class="rt-nav__link" href="${item.href}"${item.current === true && html` aria-current="page"`}>${item.text}</a>
</li>`

const navigation = (items: readonly NavItem[]): Html => html`<nav class="rt-nav" aria-label="Main">
  <ul class="govuk-width-container rt-nav__list">
    ${items.map(navLink)}
  </ul>
</nav>`

export const header = (shell: Shell): Html => html`<header class="rt-header">
  ${shell.demo === true && demoStrip}
  <div class="govuk-width-container rt-header__row">
    <a class="rt-wordmark" href="/">${wordmark}</a>
    ${shell.user !== undefined && signedIn(shell.user)}
  </div>
  ${shell.nav.length > 0 && navigation(shell.nav)}
</header>`
