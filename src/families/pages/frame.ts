import { alert, button, details, subNavigation } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { knownAtBanner, longDate, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { asKnown, paths } from '../paths.ts'
import type { FamilyPageView, Known } from './family-view.ts'

/** What a family is called where its children's names are not known or may not be seen. */
export const titleOf = (title: string | undefined): string => title ?? 'A family whose name is not known here'

/** The pages of one family share their way back, heading, sub-pages and the way to the past. */
export const familyFrame = (
  shell: Shell,
  view: FamilyPageView,
  current: 'family' | 'timeline' | 'looks',
  window: string,
  body: Html,
): string => {
  const { family, title } = view.view
  const here = { family: paths.family(family), timeline: paths.timeline(family), looks: paths.looks(family) }[current]
  const back = { text: titleOf(title), href: asKnown(paths.family(family), view.known?.text) }
  return page({
    ...shell,
    title: window,
    ...(current === 'family' ? {} : { caption: { timeline: 'Timeline', looks: 'Who has looked' }[current] }),
    heading: titleOf(title),
    breadcrumbs: [{ text: 'Find a family', href: paths.find }, current === 'family' ? { text: titleOf(title) } : back],
    ...(view.known === undefined ? {} : { knownAtBanner: knownAtBanner(view.known.said, here) }),
    errors: knownErrors(view.knownError),
    body: html`${tabs(view, current)} ${body} ${current === 'looks' ? '' : knownForm(here, view)}`,
  })
}

const tabs = (view: FamilyPageView, current: 'family' | 'timeline' | 'looks'): Html => {
  const { family } = view.view
  const known = view.known?.text
  return subNavigation({
    label: 'This family',
    items: [
      { text: 'The family', href: asKnown(paths.family(family), known), current: current === 'family' },
      { text: 'Timeline', href: asKnown(paths.timeline(family), known), current: current === 'timeline' },
      ...(view.parts.part('looks') === 'closed'
        ? []
        : [{ text: 'Who has looked', href: paths.looks(family), current: current === 'looks' }]),
    ],
  })
}

export const knownErrors = (error: string | undefined): FormErrors =>
  error === undefined ? [] : [{ field: 'known', text: error }]

interface AskKnown {
  readonly known: Known | undefined
  readonly knownError: string | undefined
  readonly askedKnown: string
  readonly today: Temporal.PlainDate
}

/** Asks for an earlier day. It needs no script, and the address it leads to can be kept or sent to a colleague. */
export const knownForm = (action: string, { known, knownError, askedKnown, today }: AskKnown): Html =>
  details({
    summary: 'See what was known on an earlier day',
    open: knownError !== undefined,
    content: {
      html: html`<form method="get" action="${action}" novalidate>
        <div class="govuk-form-group${knownError !== undefined && ' govuk-form-group--error'}">
          <label class="govuk-label" for="known">Day</label>
          <div class="govuk-hint" id="known-hint">Shows what had been recorded by the end of that day, with the access you have today.</div>
          ${knownError !== undefined && html`<p class="govuk-error-message" id="known-error"><span class="govuk-visually-hidden">Error:</span> ${knownError}</p>`}
          <input class="govuk-input govuk-input--width-10${knownError !== undefined && ' govuk-input--error'}" type="date" id="known" name="known" max="${today.toString()}" value="${
            known?.day.toString() ?? askedKnown
          }" aria-describedby="known-hint${knownError !== undefined && ' known-error'}">
        </div>
        ${button({ text: 'Show that day', kind: 'secondary' })}
      </form>`,
    },
  })

export const nothingThen = (known: Known): Html =>
  alert({
    kind: 'information',
    title: 'Nothing was recorded yet',
    content: { text: `On ${longDate(known.day)} nothing that you may see had been recorded here.` },
  })
