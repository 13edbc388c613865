/** A document that nobody sees: the same records make the same of it, to be compared with what is on a screen. */

import * as Y from 'yjs'

export class Beside {
  readonly #doc = new Y.Doc()

  apply(updates: readonly Uint8Array[]): void {
    const all = () => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
    }
    Y.transact(this.#doc, all, null, false)
  }

  /** The whole document as one update. */
  encodeState(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  close(): void {
    this.#doc.destroy()
  }
}
