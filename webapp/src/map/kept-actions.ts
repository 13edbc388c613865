/** What lost to another hand at the same moment (P25): put back as a new edit, or let go. */

import { type Document, isConsent, type Kept } from '../../../sync/document.ts'
import { current, mayWriteAs } from '../document/current.ts'
import { isThingRoot, type Thing } from '../document/differences.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import type { Outcome } from '../document/outcomes.ts'
import { OwnDocument } from '../document/own-document.ts'
import { whoseOwn } from '../document/own-things.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { isSpot } from '../document/spot.ts'
import { place } from './actions.ts'

/**
 * The lost value stands again, as a new edit; a placing by whoever does not place people is a wonder again. What somebody
 * answered about themselves only their own hand puts back: where both hold the pen, `hand` says that it is theirs. `from` is the
 * open pair's document, or one's own.
 */
export function putBack(
  keptId: string,
  from: SharedDocument | null = current.peek(),
  hand = from?.pen.peek(),
): Outcome {
  const isOwn = from instanceof OwnDocument // all of it is one person's, and they alone open it
  const whose = isOwn ? undefined : whoAnswers(find(keptId, from), from?.snapshot.peek())
  if (whose !== undefined && (hand !== whose || !mayWriteAs(whose))) return { refused: 'theirs to say' }
  const edit = (draft: Draft, { entity, field, value }: Kept): void => {
    const person = draft.document.people.find(({ id }) => entity === `people/${id}`)
    if (person !== undefined && isSpot(value)) place(draft, person, value.ring, value.angle)
    else draft.write(entity, field, isSpot(value) ? [value.ring, value.angle] : asAgain(value))
  }
  return settle('put back', from, keptId, edit, whose)
}

/** What is kept beside is as somebody's app wrote it down: a yes to what may be told is asked for again, and not put back. */
function asAgain(value: unknown): unknown {
  const isYes = isConsent(value) && (value.kind === 'yes' || value.kind === 'exactly')
  return isYes ? { kind: 'open' } : value
}

/** The lost value was not wanted. */
export function letGo(keptId: string, from: SharedDocument | null = current.peek()): Outcome {
  return settle('let go', from, keptId, () => undefined)
}

function settle(
  how: 'put back' | 'let go',
  from: SharedDocument | null,
  keptId: string,
  edit: (draft: Draft, kept: Kept) => void,
  by?: number,
): Outcome {
  if (from === null) return { refused: 'nothing open' }
  const kept = find(keptId, from)
  if (kept === undefined) return { refused: 'gone' }
  const edits = (draft: Draft): void => {
    edit(draft, kept)
    draft.write('meta', `kept/${keptId}`, how)
  }
  from.change(how, edits, by)
  return 'done'
}

/**
 * Whose answer a value is, if it is one: whether a strength is theirs, whether what was heard of them is right, whether
 * something may be told of the owner, whether they take a goal, how much it matters to them, and what somebody said for themselves;
 * and a no thanks that stands, which nobody takes back on the owner's behalf.
 */
export function whoAnswers(kept: Kept | undefined, document: Document | undefined): number | undefined {
  if (kept === undefined || document === undefined) return undefined
  if (kept.field === 'consent' || kept.field === 'taken' || kept.field === 'importance') return OWNER
  const [root = '', id] = kept.entity.split('/')
  if (!isThingRoot(root)) return undefined
  if (root === 'strengths' && kept.field === 'agreed') return document.strengths.find((one) => one.id === id)?.about
  if (root === 'outings' && kept.field === 'state') {
    return document.outings.some((one) => one.id === id && one.state === 'no thanks') ? OWNER : undefined
  }
  const things: readonly Thing[] = document[root]
  const by = whoseOwn(
    root,
    things.find((one) => one.id === id),
    kept.field,
  )
  if (root !== 'sayings' || kept.field !== 'agreed' || by === undefined) return by
  return by === OWNER ? 1 : OWNER
}

const find = (keptId: string, from: SharedDocument | null): Kept | undefined =>
  from?.snapshot.peek().kept.find(({ id }) => id === keptId)
