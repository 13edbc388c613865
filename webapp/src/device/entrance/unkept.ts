/** The first conversation, before "Keep this?": a document in memory and every change made to it, in order (P32). */

import { type Document, fields } from '../../../../sync/document.ts'
import { isThingRoot } from '../../document/differences.ts'
import type { SharedDocument } from '../../document/shared-document.ts'
import { inHand } from '../../document/updates.ts'
import { answerTo } from '../../document/wonders.ts'
import type { ReplicaDocument } from '../engine/ahead.ts'
import { photographAmong } from '../engine/pieces.ts'
import type { By, Member } from '../stage.ts'

interface Said {
  readonly by: By
  readonly update: Uint8Array<ArrayBuffer>
}

export class Unkept {
  readonly #said: Said[] = []
  #document: SharedDocument
  #stop: () => void

  constructor(document: SharedDocument) {
    this.#document = document
    this.#stop = this.#listen(document)
  }

  get document(): SharedDocument {
    return this.#document
  }

  get isEmpty(): boolean {
    return this.#said.length === 0
  }

  /** Everything so far, as it was said. */
  get all(): readonly Said[] {
    return this.#said
  }

  /** Everything so far, by hands that may write on a device that lists these members. */
  said(listed: readonly Member[]): readonly Said[] {
    return this.#said.map((change) => inHandOf(change, listed))
  }

  /**
   * From one person's tablet on, "both of us" is that person: the same words in a document of their hand, and what the other
   * said is a copy there. Until this is called, the document on the screen is as it was.
   */
  settle(listed: readonly Member[], fresh: (pen: By) => SharedDocument): void {
    const [only] = listed
    if (listed.length !== 1 || only === undefined) return
    const before = this.#document
    const document = fresh(only)
    document.applyRemote(
      this.said(listed).map((change) => change.update),
      false,
    )
    this.#stop()
    this.#said.splice(0, this.#said.length, ...this.said(listed))
    this.#document = document
    this.#stop = this.#listen(document)
    markCopies(document, before.snapshot.peek(), only)
    keepAnswered(document, before.snapshot.peek())
    before.close()
  }

  /**
   * The document for an engine: whatever was said after the first `kept` changes goes to its outbox at the very moment in
   * which it starts to listen, so that no change is missed and none comes twice.
   */
  handOver(kept: number): ReplicaDocument {
    const document = this.#document
    return {
      applyRemote: (updates, fromOutside) => document.applyRemote(updates, fromOutside),
      noticeAway: (came, unseen) => document.noticeAway(came, unseen),
      caughtUp: () => document.caughtUp(),
      beside: () => document.beside(),
      start: (state) => document.start(state),
      encodeState: () => document.encodeState(),
      onLocal: (listen) => {
        this.#stop()
        for (const { update, by } of this.#said.slice(kept)) listen(update, by)
        return document.onLocal(listen)
      },
    }
  }

  close(): void {
    this.#stop()
    this.#document.close()
  }

  #listen(document: SharedDocument): () => void {
    document.photographs = (sealing) => photographAmong(this.#said, sealing)
    return document.onLocal((update, by) => this.#said.push({ update: new Uint8Array(update), by }))
  }
}

/** Nothing is read in another's name that this hand wrote, unless it says that it is a copy. */
function markCopies(target: SharedDocument, before: Document, hand: Member): void {
  const said = Object.keys(fields).flatMap((root) =>
    isThingRoot(root) ? before[root].map((one) => [root, one] as const) : [],
  )
  const anothers = said.filter(([, one]) => 'by' in one && one.by !== 'both' && one.by !== hand && one.copied === '')
  if (anothers.length === 0) return
  target.changeForGood((draft) => {
    for (const [root, { id }] of anothers) draft.write(`${root}/${id}`, 'copied', draft.today)
  })
}

/** An answer names the hand that wondered, which is another now: what was answered is not asked again. */
function keepAnswered(target: SharedDocument, before: Document): void {
  const asked = new Set(before.people.flatMap(({ id, wonder }) => (wonder === null ? [] : [id])))
  const again = target.snapshot.peek().people.filter(({ id, wonder }) => wonder !== null && !asked.has(id))
  if (again.length === 0) return
  target.changeForGood((draft) => {
    for (const { id, wonder } of again) if (wonder !== null) draft.write(`people/${id}`, 'answered', answerTo(wonder))
  })
}

function inHandOf({ by, update }: Said, listed: readonly Member[]): Said {
  const [only] = listed
  const mayStay = by === 'both' ? listed.length > 1 : listed.includes(by)
  return mayStay || only === undefined ? { by, update } : { by: only, update: new Uint8Array(inHand(update, only)) }
}
