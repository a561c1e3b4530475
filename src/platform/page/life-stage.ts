import { type Html, html } from '#platform/html.ts'

/** Whose life this is, at a summary. The words beside the figure always say the same. */
export type LifeStage = 'unborn' | 'baby' | 'child' | 'adult' | 'not known'

const shapes: Readonly<Record<LifeStage, Html>> = {
  unborn: html`<circle class="rt-figure__dashed" cx="24" cy="25" r="13" /><circle cx="24" cy="25" r="4" />`,
  baby: html`<circle cx="24" cy="18" r="7" /><path d="M24 27c-8 0-11 5-9 9 2 5 16 5 18 0 2-4-1-9-9-9z" />`,
  child: html`<circle cx="24" cy="17" r="6.5" /><path d="M14 40c0-9 4-14 10-14s10 5 10 14z" />`,
  adult: html`<circle cx="24" cy="14" r="7.5" /><path d="M9 41c0-11 6-17 15-17s15 6 15 17z" />`,
  'not known': html`<path class="rt-figure__dashed" d="M24 7a7.500 7.500 0 1 1 0 15a7.500 7.500 0 1 1 0-15zM9 41c0-11 6-17 15-17s15 6 15 17z" />`,
}

export const figure = (stage: LifeStage): Html =>
  html`<svg class="rt-figure" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">${
    shapes[stage]
  }</svg>`

/** Under two a baby, under eighteen a child (Children Act 1989, section 105). */
export const lifeStage = (birth: Temporal.PlainDate | undefined, on: Temporal.PlainDate): LifeStage => {
  if (birth === undefined) return 'not known'
  if (Temporal.PlainDate.compare(birth, on) > 0) return 'unborn'
  const years = birth.until(on, { largestUnit: 'year' }).years
  if (years < 2) return 'baby'
  return years < 18 ? 'child' : 'adult'
}
