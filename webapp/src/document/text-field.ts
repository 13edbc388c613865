/** One shared text as an input on screen sees it: its value, this device's selection, and edits letter by letter. */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type * as Y from 'yjs'
import type { By } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import type { Outcome, Refused } from './outcomes.ts'
import { applyEdit, findEdit, moveIndex, rebase, type TextEdit } from './text-edit.ts'
import type { UndoHistory } from './undo.ts'
import { countCodePoints, inPieces, wellFormed } from './well-formed.ts'

/** Where the caret or the selection is, in UTF-16 units as inputs count. */
export interface Selection {
  readonly start: number
  readonly end: number
}

export interface TextField {
  readonly value: ReadonlySignal<string>
  /** Moves along when the other writes before it. Set it back on the input after `value` has changed. */
  readonly selection: ReadonlySignal<Selection>
  /** Tells where the selection is. */
  select(start: number, end: number): void
  /**
   * The input now holds `next`, with the caret at `caret`. `from` is what the input held before, where that may lag behind
   * `value` (while composing): what others wrote meanwhile stays. A text that grows beyond the limit is refused.
   */
  edit(next: string, caret: number, from?: string): Outcome
  /** Stops listening: the input is gone. */
  close(): void
}

/** What a field needs of the document: a local transaction, and the hand that writes. */
export interface Desk {
  readonly pen: ReadonlySignal<By>
  readonly history: UndoHistory
  transact(edit: () => void): void
}

export class SharedText implements TextField {
  readonly value: Signal<string>
  readonly selection = signal<Selection>({ start: 0, end: 0 })
  readonly #text: Y.Text
  readonly #undo: () => Y.UndoManager
  readonly #desk: Desk
  #writing = false
  /** Units taken away since the last step of undo ended. */
  #removed = 0
  readonly #watch = (event: Y.YTextEvent): void => this.#changed(event)

  /** `undo` makes or finds the text's own undo, which must be there before the first letter. */
  constructor(text: Y.Text, undo: () => Y.UndoManager, desk: Desk) {
    this.#text = text
    this.#undo = undo
    this.#desk = desk
    this.value = signal(text.toString())
    text.observe(this.#watch)
  }

  select(start: number, end: number): void {
    const { start: oldStart, end: oldEnd } = this.selection.peek()
    if (start !== oldStart || end !== oldEnd) this.selection.value = { start, end }
  }

  edit(next: string, caret: number, from = this.value.peek()): Outcome {
    const wanted = wellFormed(next)
    const now = this.value.peek()
    const mine = findEdit(from, wanted, caret)
    const others = from === now ? null : findEdit(from, now, now.length)
    const edits = others === null ? [mine] : rebase(mine, others)
    const result = edits.reduce(applyEdit, now)
    if (result === now) return 'done'
    if (result.length > now.length && countCodePoints(result) > limits.text_code_points) return { refused: 'too long' }
    const undo = this.#undo()
    if (!this.#desk.history.isWriting(this.#desk.pen.peek(), undo)) this.#endStep(undo)
    const last = edits[edits.length - 1] ?? mine
    const end = others === null ? Math.min(caret, result.length) : last.at + last.insert.length
    batch(() => {
      this.#writing = true
      for (const edit of edits) this.#apply(edit, undo)
      this.#writing = false
      this.select(end, end)
    })
    return 'done'
  }

  close(): void {
    this.#text.unobserve(this.#watch)
  }

  /**
   * A long text goes in piece by piece: each is an update of its own, and fits into a record. It goes out so, too, each piece
   * a step of its own: undo would bring it all back in one update.
   */
  #apply({ at, remove, insert }: TextEdit, undo: Y.UndoManager): void {
    const gone = inPieces(this.value.peek().slice(at, at + remove), limits.insert_code_points)
    const last = gone.pop() ?? ''
    for (const piece of gone) {
      this.#desk.transact(() => this.#text.delete(at, piece.length))
      this.#endStep(undo)
    }
    const [first = '', ...rest] = inPieces(insert, limits.insert_code_points)
    this.#desk.transact(() => {
      this.#text.delete(at, last.length)
      this.#text.insert(at, first)
    })
    this.#removed += last.length
    if (this.#removed >= limits.insert_code_points / 2) this.#endStep(undo)
    let index = at + first.length
    for (const piece of rest) {
      const start = index
      this.#desk.transact(() => this.#text.insert(start, piece))
      index += piece.length
    }
  }

  #endStep(undo: Y.UndoManager): void {
    undo.stopCapturing()
    this.#removed = 0
  }

  #changed(event: Y.YTextEvent): void {
    batch(() => {
      if (!this.#writing) this.#moveSelection(event)
      this.value.value = this.#text.toString()
    })
  }

  #moveSelection(event: Y.YTextEvent): void {
    let { start, end } = this.selection.peek()
    let at = 0
    for (const { retain = 0, insert, delete: remove = 0 } of event.delta) {
      at += retain
      const edit = { at, remove, insert: typeof insert === 'string' ? insert : '' }
      start = moveIndex(start, edit)
      end = moveIndex(end, edit)
      at += edit.insert.length
    }
    this.select(start, end)
  }
}

/** Words that cannot be edited here: stored in a way that this version does not know, or another's own. */
export function fixedText(words: string, refused: Refused['refused'] = 'gone'): TextField {
  return {
    value: signal(words),
    selection: signal({ start: 0, end: 0 }),
    select: () => undefined,
    edit: () => ({ refused }),
    close: () => undefined,
  }
}
