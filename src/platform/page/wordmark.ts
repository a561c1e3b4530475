import { type Html, html } from '#platform/html.ts'

/**
 * Two rafters meeting over the rooftree, the beam that carries them, above the name. It stretches with the word, so
 * the roof always covers it.
 */
export const wordmark: Html = html`<span class="rt-wordmark__roof"
    ><svg viewBox="0 0 160 30" width="160" height="30" aria-hidden="true" focusable="false">
      <path class="rt-wordmark__rafters" d="M4 21 80 4l76 17" />
      <path class="rt-wordmark__beam" d="M4 27h152" /></svg></span
  ><span class="rt-wordmark__name">Rooftree</span>`
