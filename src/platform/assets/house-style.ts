/**
 * GOV.UK's font, crown and crest are reserved for gov.uk sites (the licence of govuk-frontend covers the code, not them).
 * The published style sheets name them, so they are taken out as the sheets are served. The house font is a variable
 * that rooftree.css sets, so that another script's font is added in one place.
 */
export const withHouseFont = (css: string): string =>
  css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/\/\*![^*]*Margaret Calvert[^*]*\*\//g, '')
    .replaceAll('font-family:GDS Transport,arial,sans-serif', 'font-family:var(--rt-font,sans-serif)')
    .replaceAll('font-family:GDS Transport', 'font-family:var(--rt-font,sans-serif)')

/** The few rules that place or draw the crown and the crest; they belong to a header and footer that we do not use. */
export const withoutReservedMarks = (css: string): string =>
  css
    .replace(/(?<=[{}])[^{}]*(?:crown|crest)[^{}]*\{[^{}]*\}/g, '')
    .replace(/(?<=[{}])[^{}]*\{[^{}]*(?:crown|crest)[^{}]*\}/g, '')

/** The maps are not served, and a browser's tools would ask for them. */
export const withoutSourceMap = (source: string): string =>
  source.replace(/\/[/*][#@]\s*sourceMappingURL=[^\n*]*(\*\/)?\s*$/, '')
