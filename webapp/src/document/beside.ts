/** A document that nobody sees: the same records make the same of it, to be compared with what is on a screen. */

import * as Y from 'yjs'
import type { Randomness } from './ids.ts'
import { type SaidAnew, type Seen, saidAnew, type Written } from './saying-anew.ts'
import { emptyDoc, join } from './updates.ts'

export class Beside {
  readonly #doc = emptyDoc()

  apply(updates: readonly Uint8Array[]): void {
    const all = () => {
      for (const update of updates) join(this.#doc, update)
    }
    Y.transact(this.#doc, all, null, false)
  }

  /** The whole document as one update. */
  encodeState(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  /** What was written upon this and on what was `seen` besides, as edits upon this alone: as saidAnew. */
  sayAnew(seen: Seen, written: readonly Written[], randomness: Randomness): readonly SaidAnew[] {
    return saidAnew([this.encodeState()], seen, written, randomness)
  }

  close(): void {
    this.#doc.destroy()
  }
}
