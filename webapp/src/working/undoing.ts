/** Undo, with its words: one's own last change, unless the other has changed the same thing since. */

import type { By } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { announce, tell, told } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { seen } from './hidden-names.ts'
import { callName } from './names.ts'

/** `by` is the hand whose last change it is; the pen's where none is given. What the two share is meant, where nothing else is given. */
export function undoLast(by?: By, shared = current.value): void {
  if (shared === null) return
  const outcome = shared.undo(by)
  told.value = ''
  if (outcome === 'undone') announce(words.working.undone)
  else if (outcome === 'nothing to undo') announce(words.working.nothingToUndo)
  else tell(words.working.changedSince(callName(outcome.changedSince, seen(shared.snapshot.value))))
}

/** Ctrl+Z or Cmd+Z, but not in a field that has an undo of its own. */
export function undoKey(event: KeyboardEvent, undo = () => undoLast()): void {
  if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
  const { target } = event
  const ownUndo =
    target instanceof HTMLInputElement || (target instanceof HTMLTextAreaElement && !target.closest('.app-cotext'))
  if (ownUndo) return
  event.preventDefault()
  undo()
}
