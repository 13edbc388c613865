/** What two devices of one person said of the same thing before they met: what lost is beside it here too, and can stand again (P25). */

import type { Kept } from '../../../sync/document.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { KeptNotices } from '../working/KeptBeside.tsx'

interface KeptOfOwnProps {
  readonly own: OwnDocument
  /** Of these notes, contacts, good things or lines, by id. */
  readonly of: 'notes' | 'offers' | 'strengths' | 'sayings'
  readonly ids: readonly string[]
}

export function KeptOfOwn({ own, of, ids }: KeptOfOwnProps) {
  const document = own.snapshot.value
  return <KeptNotices document={document} kept={lostOf(document.kept, of, ids)} own={own} />
}

/** Exported for its tests. In fields that their keeper fills: whom a note is about, and whose a contact is, are no words of theirs. */
export function lostOf(kept: readonly Kept[], of: string, ids: readonly string[]): readonly Kept[] {
  return kept.filter(({ entity, field }) => SAID.includes(field) && ids.some((id) => entity === `${of}/${id}`))
}

const SAID: readonly string[] = ['name', 'asked', 'kind', 'place', 'archived', 'distance', 'topic', 'nature']
