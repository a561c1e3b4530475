import type { GrantRow, PartsOpen, Viewer } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Html } from '#platform/html.ts'
import { socket } from '#record/index.ts'
import type { SubjectId, Kinds, Plug } from '#record/index.ts'
import type { FamilyView, PersonView } from '../queries/index.ts'
import type { FamilyId } from '../subjects.ts'
import type { Names } from './names.ts'

/** As known when: how it was asked for, and the instant and day that this means. */
export interface Known {
  readonly text: string
  readonly at: Temporal.Instant
  readonly day: Temporal.PlainDate
  /** What the banner says: a bare day, or a moment. */
  readonly said: Temporal.PlainDate | Temporal.Instant
}

/** Who works with the family on the day shown. */
export interface Involved {
  readonly grants: readonly GrantRow[]
  /** The user id of whoever leads. */
  readonly lead: string | undefined
}

export interface FamilyPageView {
  readonly view: FamilyView
  readonly names: Names
  readonly parts: PartsOpen
  readonly involved: Involved
  /** The day that ages are told for. */
  readonly on: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly known: Known | undefined
  /** Why the day asked for could not be shown. */
  readonly knownError: string | undefined
  readonly askedKnown: string
  /** Whether the viewer works with the family and may record here. */
  readonly mayRecord: boolean
  readonly viewer: Viewer
  readonly sections: readonly Section[]
  readonly kinds: Kinds
}

/** What another room knows of a family, shown on its page after who is involved. */
export interface FamilySection {
  readonly heading: string
  /** Subjects beyond the family, its people and their homes whose entries it reads, such as policies: they are read with the rest. */
  readonly reads?: readonly SubjectId[]
  /** In the viewer's own transaction, as known then where the page is. Undefined where there is nothing to say. */
  readonly read: (ask: SectionAsk) => Promise<Html | SectionRead | undefined>
}

/** What another room knows of one person, shown on their page after who they are related to. */
export interface PersonSection {
  readonly heading: string
  readonly read: (ask: PersonSectionAsk) => Promise<SectionRead | undefined>
}

/** A section that is drawn by what the viewer's role sees, and that names agencies and people. */
export interface SectionRead {
  /** Ids that the directory must know for it. */
  readonly ids: readonly string[]
  /** Undefined where the viewer's role sees nothing of the kind. */
  readonly draw: (seen: SectionSeen) => Html | undefined
}

export interface SectionSeen {
  readonly names: Names
  readonly parts: PartsOpen
  /** Whether the viewer works with the family and looks at today: then it may lead to a form. */
  readonly mayRecord: boolean
}

export interface Section {
  readonly heading: string
  readonly body: Html
}

/** The sections that have something to say to this viewer. */
export const drawnSections = (
  read: readonly { readonly heading: string; readonly section: Html | SectionRead }[],
  seen: SectionSeen,
): Section[] =>
  read.flatMap(({ heading, section }) => {
    const body = 'draw' in section ? section.draw(seen) : section
    return body === undefined ? [] : [{ heading, body }]
  })

/** Sections of other rooms on a family's page, and on a person's. */
export const familySections = socket<FamilySection>('sections of a family’s page')
export const personSections = socket<PersonSection>('sections of a person’s page')

export interface SectionAsk {
  readonly tx: Tx
  /** What rooms hand to each other. */
  readonly plugs: readonly Plug[]
  readonly family: FamilyId
  readonly view: FamilyView
  readonly viewer: Viewer
  readonly on: Temporal.PlainDate
  readonly knownAt: Temporal.Instant | undefined
}

interface PersonSectionAsk extends Omit<SectionAsk, 'family' | 'view'> {
  readonly view: PersonView
}
