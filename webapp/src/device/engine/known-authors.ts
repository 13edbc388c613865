/** Whose each Yjs client id is and which types there are, as the next record is judged by it. Made when first needed. */

import { Authors } from '../../../../sync/authorship.ts'
import type { Bytes } from '../../../../sync/bytes.ts'
import type { Device } from '../../../../sync/rights.ts'
import { read } from '../../../../sync/yjs-update.ts'

export class KnownAuthors {
  /** Yjs client id, then the index of the device that first used it. */
  readonly clients: Map<number, number>
  #authors: Authors | null = null

  constructor(clients: Map<number, number>) {
    this.clients = clients
  }

  /** For judging: it learns as it goes, so `forget` what comes of it when that is not kept. */
  authors(devices: readonly Device[], document: { encodeState(): Uint8Array }): Authors {
    this.#authors ??= this.#made(devices, new Uint8Array(document.encodeState()))
    for (const { id, replaces } of devices) {
      const before = replaces === null ? undefined : devices[replaces]
      if (before) this.#authors.succeed(id, before.id)
    }
    return this.#authors
  }

  forget(): void {
    this.#authors = null
  }

  /** These records were kept. */
  add(clients: readonly (readonly [client: number, ix: number])[]): void {
    for (const [client, ix] of clients) this.#first(client, ix)
  }

  /** An update of this device's own was kept in a record. */
  learn(update: Bytes, self: Device | null): void {
    if (!self) return
    const parsed = read(update)
    for (const [client] of parsed.ranges) this.#first(client, self.ix)
    this.#authors?.learn(self.id, parsed)
  }

  /** Whose it is stays as it was when a device goes on for another under the same id (P22). */
  #first(client: number, ix: number): void {
    if (!this.clients.has(client)) this.clients.set(client, ix)
  }

  #made(devices: readonly Device[], state: Bytes): Authors {
    const authors = new Authors()
    const { ranges, items, deletes } = read(state)
    authors.learnItems({ items, deletes }) // before how far they go is known: of what came before nothing is learnt
    for (const [client, ix] of this.clients) {
      const id = devices[ix]?.id
      if (id) authors.learn(id, { ranges: [[client, 0, 1]], items: [], deletes: [] })
    }
    for (const range of ranges) authors.learnRange(range)
    return authors
  }
}
