/**
 * Who else is here, and what their hands do. Frames are sealed, never stored and never waited for; a session is listened to
 * once it has answered this one's nonce, so that an old recording shows nobody (P29).
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { device, epochAt } from '../../../../sync/membership.ts'
import type { Eph } from '../../../../sync/messages.ts'
import { openFrame, type Presence, parseHeader, seal } from '../../../../sync/presence.ts'
import type { By, Hand, Member, OtherPresence, OthersPresence, Typing } from '../stage.ts'
import { Turns } from '../turns.ts'
import type { Replica } from './replica.ts'

/** Twenty a second. */
const HANDS_EVERY_MS = 50
const HERE_EVERY_MS = 15_000
/** Three silent heartbeats: gone. */
const GONE_AFTER_MS = 45_000
const RECEIPT_AFTER_MS = 2000
/** The server drops a device that sends more than this in a second. */
const MOST_WAITING = 20

interface Other {
  readonly session: Bytes
  readonly ix: number
  readonly members: readonly Member[]
  readonly nonce: Bytes | null
  readonly isLive: boolean
  readonly counter: number
  readonly heard_ms: number
  readonly by: By
  readonly hands: readonly Hand[]
  readonly typing: Typing | null
}

export class PresenceSession {
  readonly #replica: Replica
  readonly #send: (frame: Eph) => void
  readonly #session: Bytes
  readonly #nonce: Bytes
  readonly #others = new Map<string, Other>()
  readonly #shown = signal<OthersPresence>([])
  readonly #turns = new Turns()
  #counter = 0
  #waiting = 0
  #hands: { readonly by: By; readonly hands: readonly Hand[] } | null = null
  #callOffHands: (() => void) | null = null
  #callOffReceipt: (() => void) | null = null
  #callOffHere: (() => void) | null = null
  #isOver = false

  constructor(replica: Replica, send: (frame: Eph) => void) {
    this.#replica = replica
    this.#send = send
    this.#session = replica.parts.crypto.randomBytes(16)
    this.#nonce = replica.parts.crypto.randomBytes(16)
    this.#here()
  }

  get others(): ReadonlySignal<OthersPresence> {
    return this.#shown
  }

  /** All hands of this device, as they are now; none when they are lifted. Sent at most twenty times a second. */
  showHands(hands: readonly Hand[], by: By): void {
    this.#hands = { by, hands }
    this.#callOffHands ??= this.#replica.parts.clock.after(HANDS_EVERY_MS, () => {
      this.#callOffHands = null
      if (this.#hands) this.#say({ kind: 'hands', ...this.#hands })
    })
  }

  /** Null when nothing is being typed any more. */
  showTyping(typing: Typing | null, by: By): void {
    this.#say({ kind: 'typing', by, entity: typing?.entity ?? '', field: typing?.field ?? '' })
  }

  /** Records were applied: the others learn of it in about two seconds. */
  applied(): void {
    this.#callOffReceipt ??= this.#replica.parts.clock.after(RECEIPT_AFTER_MS, () => {
      this.#callOffReceipt = null
      this.#sayHave()
    })
  }

  /** Says goodbye, as far as the socket still takes it. */
  async end(): Promise<void> {
    this.#say({ kind: 'bye' })
    this.#isOver = true
    for (const callOff of [this.#callOffHands, this.#callOffReceipt, this.#callOffHere]) callOff?.()
    this.#shown.value = []
    await this.#turns.take(async () => undefined)
  }

  /** A frame from the server. What does not open, or is old, is nobody. */
  hear(frame: Eph): void {
    void this.#turns
      .take(() => this.#open(frame))
      .catch((error: unknown) => {
        if (!(error instanceof Damaged)) throw error
      })
  }

  #here(): void {
    const heard = [...this.#others.values()].flatMap(({ session, nonce }) =>
      nonce === null ? [] : [[session, nonce] as const],
    )
    this.#say({ kind: 'here', nonce: this.#nonce, heard: heard.slice(-MOST_WAITING) })
    this.#callOffHere?.()
    this.#callOffHere = this.#replica.parts.clock.after(HERE_EVERY_MS, () => {
      this.#forgetSilent()
      this.#here()
    })
  }

  #sayHave(): void {
    const { ledger, state, keys } = this.#replica
    const heads = ledger.value.allHeads(state.value).filter(([ix]) => ix !== device(state.value, keys.id)?.ix)
    if (heads.length > 0) this.#say({ kind: 'have', heads: heads.map(([ix, seq]) => [ix, seq] as const) })
  }

  #say(presence: Presence): void {
    if (this.#isOver || (this.#waiting >= MOST_WAITING && presence.kind === 'hands')) return
    this.#waiting++
    void this.#turns.take(async () => {
      this.#waiting--
      const { keys, stored, state, parts } = this.#replica
      const epoch = epochAt(state.value, state.value.n)
      const key = stored.epochs[epoch]
      if (!key || (presence.kind === 'hands' && this.#hands && presence.hands !== this.#hands.hands)) return
      const header = {
        space: state.value.space,
        device: keys.id,
        epoch,
        session: this.#session,
        counter: ++this.#counter,
      }
      this.#send(await seal(header, presence, key, parts.crypto))
    })
  }

  async #open(frame: Eph): Promise<void> {
    if (this.#isOver) return
    const { state, stored, keys, parts } = this.#replica
    const header = parseHeader(frame.header)
    const author = device(state.value, header.device)
    const key = stored.epochs[header.epoch]
    if (!author || author.paper || !key || areEqual(header.device, keys.id)) return
    const name = toHex(header.session)
    const before = this.#others.get(name) ?? newcomer(header.session, author.ix, author.members)
    if (before.ix !== author.ix) return
    const epoch = epochAt(state.value, state.value.n)
    const presence = await openFrame(frame, state.value.space, epoch, key, before.counter, parts.crypto)
    if (this.#isOver) return // ended meanwhile: an answer would wake it up again, for ever
    const heard = { ...before, counter: header.counter, heard_ms: parts.clock.elapsed() }
    this.#others.set(name, heard)
    this.#follow(name, heard, presence)
    this.#show()
  }

  #follow(name: string, other: Other, presence: Presence): void {
    if (presence.kind === 'here') {
      const answers = presence.heard.some(
        ([session, nonce]) => areEqual(session, this.#session) && areEqual(nonce, this.#nonce),
      )
      const isNews = other.nonce === null || !areEqual(other.nonce, presence.nonce)
      this.#others.set(name, { ...other, nonce: presence.nonce, isLive: other.isLive || answers })
      if (isNews || (answers && !other.isLive)) this.#here()
      if (answers && !other.isLive) this.#sayHave()
      return
    }
    if (!other.isLive) return
    if (presence.kind === 'hands') this.#others.set(name, { ...other, by: presence.by, hands: presence.hands })
    else if (presence.kind === 'typing') {
      const typing = presence.entity === '' ? null : { entity: presence.entity, field: presence.field }
      this.#others.set(name, { ...other, by: presence.by, typing })
    } else if (presence.kind === 'have') void this.#received(other.ix, presence.heads)
    else this.#others.delete(name)
  }

  /** "On Jo's tablet too": kept with the next thing that is written. */
  #received(author: number, heads: readonly (readonly [ix: number, seq: number])[]): Promise<void> {
    const own = this.#replica.self?.ix
    const seq = heads.find(([ix]) => ix === own)?.[1] ?? 0
    return this.#replica.turns.take(async () => this.#replica.note((draft) => draft.theyHave(author, seq)))
  }

  #forgetSilent(): void {
    const now = this.#replica.parts.clock.elapsed()
    for (const [name, other] of this.#others) if (now - other.heard_ms > GONE_AFTER_MS) this.#others.delete(name)
    this.#show()
  }

  #show(): void {
    if (this.#isOver) return
    this.#shown.value = [...this.#others.values()].filter((other) => other.isLive).map(shown)
  }
}

function newcomer(session: Bytes, ix: number, members: readonly Member[]): Other {
  const by = members.length > 1 ? 'both' : (members[0] ?? 0)
  const nobody = { nonce: null, isLive: false, counter: 0, heard_ms: 0, hands: [], typing: null }
  return { session, ix, members, by, ...nobody }
}

function shown({ ix, members, by, hands, typing }: Other): OtherPresence {
  return { device: ix, members, by, hands, typing }
}
