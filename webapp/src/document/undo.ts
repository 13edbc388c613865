/**
 * Undo, command by command: a step can be taken back as long as nobody has changed the same thing since.
 * Yjs's own undo is used for text alone; on maps it takes other people's later changes along.
 */

import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import * as Y from 'yjs'
import type { By, EntityName } from '../../../sync/document.ts'
import type { Draft } from './draft.ts'
import type { UndoOutcome } from './outcomes.ts'
import { initialOf } from './read.ts'
import { currentItem, isSameItem, toRegister } from './register.ts'

/** What a person did, for words on screen. */
export type ChangeName =
  | 'add person'
  | 'move person'
  | 'agree wonder'
  | 'decline wonder'
  | 'rename person'
  | 'set relation'
  | 'set kind'
  | 'set face'
  | 'set died'
  | 'set service'
  | 'set contexts'
  | 'set how often'
  | 'set together'
  | 'set help'
  | 'set closer'
  | 'set phone'
  | 'tie'
  | 'untie'
  | 'take picture'
  | 'start blank'
  | 'rename picture'
  | 'archive picture'
  | 'bring back picture'
  | 'add photograph'
  | 'rename photograph'
  | 'archive photograph'
  | 'bring back photograph'
  | 'place again'
  | 'take out everywhere'
  | 'add strength'
  | 'set strength'
  | 'answer strength'
  | 'archive strength'
  | 'bring back strength'
  | 'add saying'
  | 'answer saying'
  | 'show saying'
  | 'set saying'
  | 'archive saying'
  | 'bring back saying'
  | 'add feeling'
  | 'archive feeling'
  | 'bring back feeling'
  | 'answer'
  | 'take back answer'
  | 'answer situation'
  | 'add situation'
  | 'set situation'
  | 'add offer'
  | 'set offer'
  | 'place offer'
  | 'archive offer'
  | 'bring back offer'
  | 'copy'
  | 'rest'
  | 'add barrier'
  | 'set barrier'
  | 'archive barrier'
  | 'bring back barrier'
  | 'add disclosure'
  | 'set disclosure'
  | 'archive disclosure'
  | 'bring back disclosure'
  | 'add outing'
  | 'set outing'
  | 'archive outing'
  | 'bring back outing'
  | 'add support'
  | 'set support'
  | 'archive support'
  | 'bring back support'
  | 'add worry'
  | 'archive worry'
  | 'bring back worry'
  | 'add occasion'
  | 'set occasion'
  | 'archive occasion'
  | 'bring back occasion'
  | 'add impression'
  | 'set impression'
  | 'add need'
  | 'set need'
  | 'archive need'
  | 'bring back need'
  | 'answer disclosure'
  | 'archive person'
  | 'bring back person'
  | 'set names'
  | 'set meeting'
  | 'add meeting'
  | 'change meeting'
  | 'archive meeting'
  | 'bring back meeting'
  | 'add wish'
  | 'set wish'
  | 'answer wish'
  | 'archive wish'
  | 'bring back wish'
  | 'add goal'
  | 'take goal'
  | 'set goal'
  | 'archive goal'
  | 'bring back goal'
  | 'move goal'
  | 'add yardstick'
  | 'set yardstick'
  | 'archive yardstick'
  | 'bring back yardstick'
  | 'agree aim'
  | 'settle aims'
  | 'add step'
  | 'set step who'
  | 'set step when'
  | 'set step done'
  | 'set step goal'
  | 'archive step'
  | 'bring back step'
  | 'move step'
  | 'link person'
  | 'put back'
  | 'bring back'
  | 'let go'
  | 'write'
  | 'begin own'
  | 'note'

/** A register that a step wrote: what stood there before, and the item that must still be current when it is undone. */
export interface WrittenRegister {
  readonly entity: string
  readonly field: string
  readonly map: Y.Map<unknown>
  readonly key: string
  readonly before: unknown
  readonly replaced: Y.ID | null
  mine: Y.ID
}

export interface CreatedEntity {
  readonly entity: EntityName
  readonly id: string
  readonly map: Y.Map<unknown>
  readonly client: number
}

export interface UndoStep {
  readonly what: ChangeName
  readonly by: By
}

interface Step extends UndoStep {
  /** Who held the pen: where both do, a step in one hand's name is theirs to take back as well. */
  readonly pen: By
  readonly written: readonly WrittenRegister[]
  readonly created: readonly CreatedEntity[]
  readonly text: Y.UndoManager | null
}

const MOST_STEPS = 200

/** What the owner's own hand alone answers, never both: whether something may be told, and how much a goal matters to them. */
const ALONE: readonly string[] = ['consent', 'importance']

export class UndoHistory {
  /** The last step of the hand that holds the pen: undo is one's own. */
  readonly canUndo: ReadonlySignal<UndoStep | null>
  readonly #steps = signal<readonly Step[]>([])
  readonly #pen: ReadonlySignal<By>

  constructor(pen: ReadonlySignal<By>) {
    this.#pen = pen
    this.canUndo = computed(() => this.lastOf(pen.value))
  }

  /** Notes what an action did. */
  add(what: ChangeName, draft: Draft): void {
    if (draft.written.length + draft.created.length === 0) return
    const { by, written, created } = draft
    this.#push({ what, by, pen: this.#pen.peek(), written, created, text: null })
  }

  /** Notes that a hand wrote in a text, once for each stretch of writing. */
  addText(by: By, text: Y.UndoManager): void {
    this.#push({ what: 'write', by, pen: this.#pen.peek(), written: [], created: [], text })
  }

  /** Whether writing on in this text belongs to the last step. */
  isWriting(by: By, text: Y.UndoManager): boolean {
    const last = this.#steps.peek()[this.#steps.peek().length - 1]
    return last?.text === text && last.by === by
  }

  lastOf(by: By): Step | null {
    const own = this.#steps.value.filter((step) => step.by === by || (by === 'both' && step.pen === by))
    return own[own.length - 1] ?? null
  }

  /** Takes back the last step of this hand. `edit` runs what writes, as one local change. */
  undo(by: By, edit: (revert: (draft: Draft) => void) => void): UndoOutcome {
    const step = this.lastOf(by)
    if (step === null) return 'nothing to undo'
    this.#steps.value = this.#steps.peek().filter((each) => each !== step)
    if (step.text !== null) return this.#undoText(step.text)
    const since = changedSince(step)
    if (since !== null) return { changedSince: since }
    edit((draft) => this.#revert(step, draft))
    return 'undone'
  }

  #revert(step: Step, draft: Draft): void {
    for (const register of [...step.written].reverse()) {
      // Where both hold the pen, nobody answers again, by taking something back, what one of them alone can.
      const isTheirs = !ALONE.includes(register.field) || this.#pen.peek() === draft.by
      const { entity, field, before } = register
      draft.write(entity, field, isTheirs ? before : initialOf(entity, field))
      const now = currentItem(register.map, register.key)?.lastId
      if (now) this.#standsFor(register, now)
    }
    for (const { entity, id } of step.created) draft.write(`${entity}/${id}`, 'archived', true)
  }

  /** What stood there before stands there again: the step that wrote it can be undone in its turn. */
  #standsFor({ map, key, replaced }: WrittenRegister, now: Y.ID): void {
    for (const { written } of this.#steps.peek()) {
      for (const earlier of written) {
        if (earlier.map === map && earlier.key === key && isSameItem(earlier.mine, replaced)) earlier.mine = now
      }
    }
  }

  #undoText(text: Y.UndoManager): UndoOutcome {
    const before = text.undoStack.length
    const undone = text.undo()
    // What others had wholly replaced is passed over by Yjs: those steps are gone too.
    const passed = before - text.undoStack.length - 1
    const writing = this.#steps.peek().filter((step) => step.text === text)
    const gone = new Set(writing.slice(writing.length - Math.max(0, passed)))
    this.#steps.value = this.#steps.peek().filter((step) => !gone.has(step))
    return undone === null ? 'nothing to undo' : 'undone'
  }

  #push(step: Step): void {
    this.#steps.value = [...this.#steps.peek(), step].slice(-MOST_STEPS)
  }
}

/** Who has changed since what the step did, or null when it still stands. */
function changedSince(step: Step): By | null {
  for (const { map, key, mine } of step.written) {
    if (!isSameItem(currentItem(map, key)?.lastId ?? null, mine)) return toRegister(map.get(key))?.by ?? 'both'
  }
  for (const { map, client } of step.created) {
    const by = changedInside(map, client, step.by)
    if (by !== null) return by
  }
  return null
}

/** Someone else's hand in a new entity: taking it back would take their words along. */
function changedInside(map: Y.Map<unknown>, client: number, by: By): By | null {
  for (const [key, stored] of map) {
    const register = toRegister(stored)
    if (register !== null && (currentItem(map, key)?.id.client !== client || register.by !== by)) return register.by
    if (stored instanceof Y.Map) {
      const inside = changedInside(stored, client, by)
      if (inside !== null) return inside
    }
    if (stored instanceof Y.Text && isWrittenByOthers(stored, client)) return by === 0 ? 1 : by === 1 ? 0 : 'both'
  }
  return null
}

function isWrittenByOthers(text: Y.Text, client: number): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.id.client !== client) return true
  }
  return false
}
