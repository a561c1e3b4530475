/** The recommendations of the review, in our own words, and what measures each in daily practice. */
export interface Recommendation {
  readonly number: number
  readonly under: Theme
  /** What it asks, in one sentence. */
  readonly asks: string
  /** Where the partnership sees whether it works. */
  readonly measure?: { readonly what: string; readonly page: string }
}

type Theme = 'Housing' | 'Neglect' | 'Thinking family' | 'Working together' | 'Safe sleep'

/** Kept from the public for the sake of the families. Nobody guesses at them here. */
export const withheld: readonly number[] = [11, 12, 24, 25]

const alertLoad = {
  what: 'alerts raised, waiting, acted on, referred, not now, not right and never answered, by rule and by what is asked, with the days to the first answer',
  page: '/alerts/load',
}

export const recommendations: readonly Recommendation[] = [
  {
    number: 1,
    under: 'Housing',
    asks: 'A child protection conference has up-to-date housing facts about everybody in the family, and an assessment of who holds parental responsibility for each child and how they can speak for them.',
  },
  {
    number: 2,
    under: 'Housing',
    asks: 'A social care assessment says how the housing bears on the risks in the family.',
  },
  {
    number: 3,
    under: 'Housing',
    asks: 'The partnership tells the council and the country what overcrowding does to children, and has a strategy of all agencies that eases it.',
  },
  {
    number: 4,
    under: 'Housing',
    asks: 'Where a family with children is on the priority housing list, their housing officer considers a safeguarding referral.',
    measure: alertLoad,
  },
  {
    number: 5,
    under: 'Housing',
    asks: 'The partnership considers whether overcrowding raises an alert by itself, so that social care can assess, also how the space at home is used.',
    measure: alertLoad,
  },
  { number: 6, under: 'Housing', asks: 'An assessment of special educational needs takes in how the child is housed.' },
  {
    number: 7,
    under: 'Neglect',
    asks: 'Schools pass records on in time, share worries about a child unasked, and spot early signs of neglect.',
  },
  {
    number: 8,
    under: 'Neglect',
    asks: 'Professionals have a way to raise concerns about a child in need plan, or to disagree with it.',
  },
  {
    number: 9,
    under: 'Neglect',
    asks: 'A child protection or child in need plan seeks the reason for neglect, so that all know what has to change.',
  },
  {
    number: 10,
    under: 'Neglect',
    asks: 'The partnership asks agencies how professionals are helped to see neglect, to explore its reasons with families, and with what knowledge, resources and supervision.',
  },
  {
    number: 13,
    under: 'Thinking family',
    asks: 'Each agency’s policy shows staff how to reach a family’s history when there is a child protection conference.',
  },
  {
    number: 14,
    under: 'Thinking family',
    asks: 'Midwives, health visitors and designated safeguarding leads have safeguarding supervision that helps them to practise safely.',
  },
  {
    number: 15,
    under: 'Thinking family',
    asks: 'The partners make sure that front-line staff receive what was learned, and act on it.',
  },
  {
    number: 16,
    under: 'Working together',
    asks: 'Where a home is significantly overcrowded, the child protection conference includes a housing officer of its provider.',
  },
  {
    number: 17,
    under: 'Working together',
    asks: 'A child in need plan ends only on corroborated evidence that the risks are resolved; professionals meet about low-level concerns, and the family is told afterwards.',
  },
  {
    number: 18,
    under: 'Working together',
    asks: 'Anybody at a child in need meeting may challenge a decision to step down, as they may at a conference.',
  },
  {
    number: 19,
    under: 'Working together',
    asks: 'The network has ways to meet and challenge one another, such as shared reflective supervision with somebody independent.',
  },
  {
    number: 20,
    under: 'Safe sleep',
    asks: 'How a baby sleeps is assessed again and again, above all where the home is crowded, a parent smokes or the baby came early.',
  },
  {
    number: 21,
    under: 'Safe sleep',
    asks: 'Every agency passes the Lullaby Trust’s guidance on to staff who work with families.',
  },
  {
    number: 22,
    under: 'Safe sleep',
    asks: 'Agencies audit together how babies at risk sleep: what was recorded, what was planned, and how fathers and male carers were involved.',
  },
  {
    number: 23,
    under: 'Safe sleep',
    asks: 'In hospital, where parents do not follow the advice, an agreement with them says what is expected and what staff do if it is not kept.',
  },
]
