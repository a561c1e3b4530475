import { type FormErrors, type Link } from '#platform/govuk/index.ts'
import { type Html, html } from '#platform/html.ts'
import { page } from './page.ts'
import { type Ask, refusalPanel } from './refusal-panel.ts'
import type { Shell } from './shell.ts'

/** Pages for when it does not go as hoped. Each says what happened, that nothing was lost or what was, and what to do. */

const told = (shell: Shell, title: string, ...paragraphs: readonly (Html | string | false)[]): string =>
  page({
    ...shell,
    title,
    heading: title,
    body: html`<div class="rt-reading">
      ${paragraphs.map((words) => words !== false && html`<p class="govuk-body">${words}</p>`)}
    </div>`,
  })

const linkTo = ({ text, href }: Link): Html => html`<a class="govuk-link" href="${href}">${text}</a>`

/** The same page whether a thing never was or may not be known to be: the answer must not tell them apart. */
export const notFoundPage = (shell: Shell): string =>
  told(
    shell,
    'We cannot find that page',
    'The address may be mistyped, or the page may have moved. If you followed a link in Rooftree, please tell the partnership office.',
    html`${linkTo({ text: 'Go to the first page', href: '/' })}`,
  )

interface Forbidden {
  readonly because: readonly string[]
  readonly ask: readonly Ask[]
  readonly next?: readonly Link[] | undefined
}

export const forbiddenPage = (shell: Shell, { because, ask, next }: Forbidden): string => {
  const title = 'This is not open to you'
  return page({
    ...shell,
    title,
    body: html`<div class="rt-reading">${refusalPanel({ heading: title, headingLevel: 1, because, ask, next })}</div>`,
  })
}

/** A mistake of ours: the reference finds it in the log, which holds no names. */
export const faultPage = (shell: Shell, { reference }: { readonly reference: string }): string =>
  told(
    shell,
    'Something went wrong on our side',
    'What you just did may not have been recorded. Please look before you send it again.',
    html`If you tell the partnership office about it, this reference helps: <strong class="rt-reference">${reference}</strong>`,
    html`If a child may be in danger now, do not wait for Rooftree: ring 999.`,
  )

interface BadForm {
  /** What could not be read, in words; `field` may be empty, as the form itself is not on this page. */
  readonly problems: FormErrors
  readonly back: Link
}

/** A form that could not be read at all: stale, cut short, or not from one of our pages. */
export const badFormPage = (shell: Shell, { problems, back }: BadForm): string =>
  told(
    shell,
    'We could not read that form',
    'Nothing was recorded.',
    problems.length > 0 && html`${problems.map(({ text }, index) => html`${index > 0 && html`<br>`}${text}`)}`,
    html`${linkTo(back)}`,
  )

export const tooManyRequestsPage = (shell: Shell, { waitSeconds }: { readonly waitSeconds: number }): string => {
  const minutes = Math.ceil(waitSeconds / 60)
  return told(
    shell,
    'Please wait a moment',
    'There were too many tries in a short time, so we have paused. This keeps guesses at passwords and references out.',
    `You can try again in ${minutes <= 1 ? 'a minute' : `${minutes} minutes`}.`,
  )
}

interface TimedOut {
  readonly signIn: Link
  /** Says so only when it is true. */
  readonly draft: 'kept' | 'none' | 'lost'
}

const draftWords: Readonly<Record<TimedOut['draft'], Html | string>> = {
  kept: html`<strong>Your draft is kept.</strong> Sign in again and it will be where you left it. Nobody else can see it.`,
  none: 'You had nothing unfinished.',
  lost: 'What you had typed since the last page could not be kept. We are sorry.',
}

export const timedOutPage = (shell: Shell, { signIn, draft }: TimedOut): string =>
  told(
    shell,
    'You have been signed out',
    'You signed out, or nothing happened here for a while and we signed you out. Families’ information should not stand open on a screen.',
    draftWords[draft],
    html`${linkTo(signIn)}`,
  )
