/**
 * What two people share, and every way to change it. The one place, with its neighbours in this folder, that knows Yjs.
 *
 * Each local change is one transaction and one update for the outbox; everybody else sees frozen snapshots.
 */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import * as Y from 'yjs'
import type { By, Document, EntityName } from '../../../sync/document.ts'
import { Away } from './away.ts'
import { Beside } from './beside.ts'
import { Draft } from './draft.ts'
import { Ids, newClientId, type Randomness, randomBytes } from './ids.ts'
import { type Alike, findMet, type LostValue, note, noteSize } from './kept.ts'
import type { UndoOutcome } from './outcomes.ts'
import { isSettled, whoseIn } from './own-things.ts'
import type { PhotographSource } from './photographs.ts'
import { Reading } from './reading.ts'
import { entityMap, type Roots, rootsOf } from './roots.ts'
import type { Written } from './saying-anew.ts'
import { fixedText, SharedText, type TextField } from './text-field.ts'
import { type ChangeName, UndoHistory, type UndoStep } from './undo.ts'
import { emptyDoc, inParts, join } from './updates.ts'
import { inLots } from './well-formed.ts'

export interface SharedDocumentOptions {
  /** Milliseconds, as `Date.now`. Times are for display only: a clock that is years wrong harms nothing. */
  readonly now: () => number
  /** What `encodeState` gave, on this device or another. */
  readonly state?: Uint8Array
  /** Whose device this is; `both` on a shared one. */
  readonly thisMember?: By
  readonly randomness?: Randomness
}

type LocalListener = (update: Uint8Array, by: By) => void

export class SharedDocument {
  readonly snapshot: ReadonlySignal<Document>
  /** Whose hand is writing. */
  readonly pen: Signal<By>
  readonly canUndo: ReadonlySignal<UndoStep | null>
  /** What two hands last did alike at the same time, found as it came from outside. */
  readonly alike: Signal<readonly Alike[]> = signal([])
  /** Given by whoever keeps this document. */
  photographs: PhotographSource | null = null
  readonly #doc = emptyDoc()
  readonly #roots: Roots = rootsOf(this.#doc)
  readonly #reading = new Reading(this.#roots)
  readonly #away = new Away(this.#doc, this.#roots)
  readonly #snapshot: Signal<Document>
  readonly #history: UndoHistory
  readonly #textUndo = new Map<Y.Text, Map<By, Y.UndoManager>>()
  readonly #lost = new Map<string, LostValue>()
  readonly #listeners = new Set<LocalListener>()
  readonly #now: () => number
  readonly #randomness: Randomness
  readonly #ids: Ids
  /** The hand of the change under way; null between changes. */
  #hand: By | null = null

  constructor({ now, state, thisMember = 'both', randomness = randomBytes }: SharedDocumentOptions) {
    this.#now = now
    this.#randomness = randomness
    this.#ids = new Ids(now, randomness)
    this.pen = signal(thisMember)
    this.#history = new UndoHistory(this.pen)
    this.canUndo = this.#history.canUndo
    if (state !== undefined) Y.applyUpdate(this.#doc, state, 'stored')
    this.#doc.clientID = newClientId(Y.decodeStateVector(this.stateVector()), randomness)
    this.#snapshot = signal(this.#reading.read())
    this.snapshot = this.#snapshot
    this.#listen()
  }

  /** Joins a state before all else, so that opening takes little more than Yjs does. What was lost before is not in it any more. */
  start(state: Uint8Array): void {
    this.#doc.off('afterTransaction', this.#afterTransaction)
    this.#doc.off('update', this.#afterUpdate)
    try {
      batch(() => {
        Y.applyUpdate(this.#doc, state, 'stored')
        this.#refresh()
      })
    } finally {
      this.#listen()
    }
  }

  /** One action: one transaction, one undo step. `by` is a hand of its own, where two work at once; else the pen's. */
  change(what: ChangeName, edit: (draft: Draft) => void, by = this.pen.peek()): void {
    batch(() =>
      this.#history.add(
        what,
        this.#as(by, () => this.#edit(edit)),
      ),
    )
  }

  /** One action that is no undo step: what it takes out, no undo brings back. */
  changeForGood(edit: (draft: Draft) => void, by = this.pen.peek()): void {
    batch(() => this.#as(by, () => this.#edit(edit)))
  }

  /** Takes back the last step of this hand, or of the one that holds the pen, in the hand that did it. */
  undo(by = this.pen.peek()): UndoOutcome {
    return batch(() => {
      const whose = this.#history.lastOf(by)?.by ?? by
      const outcome = this.#as(whose, () => this.#history.undo(by, (revert) => this.#edit(revert)))
      this.#refresh()
      return outcome
    })
  }

  /** What `undo` of this hand would take back. Read in a view, it tells when that changes. */
  lastStepOf(by: By): UndoStep | null {
    return this.#history.lastOf(by)
  }

  /** A text that two write letter by letter, in the pen's hand or one of its own; somebody's own word takes only theirs. Close it. */
  textField(entity: EntityName, id: string, field: string, by?: By): TextField {
    const text = entityMap(this.#roots, entity, id)?.get(field)
    if (!(text instanceof Y.Text)) return fixedText('')
    const whose = whoseIn(this.snapshot.peek(), entity, id, field)
    const isAnothers = whose !== undefined && whose !== (by ?? this.pen.peek())
    if (isAnothers || isSettled(entity, field)) return fixedText(text.toString(), 'theirs to say')
    const pen = by === undefined ? this.pen : signal(by)
    const transact = (edit: () => void): void => this.#as(pen.peek(), () => this.#transact(edit))
    return new SharedText(text, () => this.#undoOf(text, pen.peek()), { pen, history: this.#history, transact })
  }

  /** Hears every local change, with the hand that made it, before anything else happens to it. Gives back how to stop. */
  onLocal(listen: LocalListener): () => void {
    this.#listeners.add(listen)
    return () => this.#listeners.delete(listen)
  }

  /**
   * Joins updates from other devices (`fromOutside`) or from this one's store, in one transaction. They have been verified:
   * bytes that are no update throw, and what came before them stays applied.
   */
  applyRemote(updates: readonly Uint8Array[], fromOutside: boolean): void {
    const origin = fromOutside ? 'outside' : 'stored'
    const apply = () => {
      for (const update of updates) join(this.#doc, update, origin)
    }
    // Only local changes are told as updates: while this joins, Yjs need not encode again what came encoded.
    this.#doc.off('update', this.#afterUpdate)
    try {
      batch(() => {
        Y.transact(this.#doc, apply, origin, false)
        this.#refresh()
      })
    } finally {
      this.#doc.on('update', this.#afterUpdate)
    }
  }

  /** The time as it is written down: in unix seconds. */
  get now_s(): number {
    return Math.floor(this.#now() / 1000)
  }

  /** A Yjs client id that nobody in this document has. */
  newClient(): number {
    return newClientId(Y.decodeStateVector(this.stateVector()), this.#randomness)
  }

  /** Joins an update that this hand made of what no document holds, and hands it on as any change is. Nothing shows of it. */
  carry(update: Uint8Array, by: By): void {
    this.applyRemote([update], false)
    for (const listen of this.#listeners) listen(update, by)
  }

  /**
   * Of something that came, and is in here now: `unseen` is what was written on this device and its author had not seen. What one
   * of the two put away and the other worked on is kept beside, once all has come.
   */
  noticeAway(came: Written, unseen: readonly Written[]): void {
    for (const lost of this.#away.meanwhile(came, unseen)) this.#lost.set(lost.id, lost)
  }

  /** Writes down the values found lost while merging, unless another device has already done so (P25). */
  caughtUp(): void {
    const { kept } = this.#roots
    const missing = [...this.#lost.values()].filter(({ id }) => !kept.has(id))
    this.#lost.clear()
    const at = this.now_s
    const write = (lost: LostValue): void => note(lost, kept, this.pen.peek(), at)
    for (const lot of inLots(missing, noteSize)) this.#transact(() => lot.forEach(write))
  }

  /** An empty document beside this one. */
  beside(): Beside {
    return new Beside()
  }

  /** The whole document as one update. */
  encodeState(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  /** The Yjs client id of what is written here from when this was opened. */
  get clientId(): number {
    return this.#doc.clientID
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** The Yjs client ids that wrote what is in an update. */
  clientsIn(update: Uint8Array): Set<number> {
    return new Set(Y.decodeUpdate(update).structs.map((struct) => struct.id.client))
  }

  /** Whether something received builds on something that is still to come. */
  get hasGaps(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null
  }

  close(): void {
    this.#listeners.clear()
    this.#doc.destroy()
  }

  #listen(): void {
    this.#doc.on('afterTransaction', this.#afterTransaction)
    this.#doc.on('update', this.#afterUpdate)
  }

  readonly #afterTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local) return
    const { lost, alike } = findMet(transaction, this.#roots)
    for (const one of lost) this.#lost.set(one.id, one)
    if (alike.length > 0 && transaction.origin === 'outside') this.alike.value = alike
  }

  readonly #afterUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local) return
    for (const part of inParts(update)) for (const listen of this.#listeners) listen(part, this.#writer)
  }

  get #writer(): By {
    return this.#hand ?? this.pen.peek()
  }

  #as<Answer>(by: By, doIt: () => Answer): Answer {
    const before = this.#hand
    this.#hand = by
    try {
      return doIt()
    } finally {
      this.#hand = before
    }
  }

  #edit(edit: (draft: Draft) => void): Draft {
    const draft = new Draft({
      roots: this.#roots,
      document: this.snapshot.peek(),
      by: this.#writer,
      now_ms: this.#now(),
      ids: this.#ids,
    })
    this.#transact(() => edit(draft))
    for (const more of draft.later) this.#transact(more)
    return draft
  }

  #transact(edit: () => void): void {
    this.#doc.transact(edit, originOf(this.#writer))
    this.#refresh()
  }

  #refresh(): void {
    this.#snapshot.value = this.#reading.read()
  }

  /** Each hand has its own undo of a text: nobody takes back what the other wrote there since. */
  #undoOf(text: Y.Text, by: By): Y.UndoManager {
    const ofText = this.#textUndo.get(text) ?? new Map<By, Y.UndoManager>()
    this.#textUndo.set(text, ofText)
    const known = ofText.get(by)
    if (known !== undefined) return known
    const undo = new Y.UndoManager(text, { trackedOrigins: new Set([originOf(by)]) })
    undo.on('stack-item-added', ({ type }: { type: 'undo' | 'redo' }) => {
      if (type === 'undo') this.#history.addText(by, undo)
    })
    ofText.set(by, undo)
    return undo
  }
}

const originOf = (by: By): string => `local ${by}`
