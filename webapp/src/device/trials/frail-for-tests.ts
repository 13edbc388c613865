/** A browser's device to which everything happens that happens to devices, at any await: for tests only. */

import { effect } from '@preact/signals-core'
import type { Bytes } from '../../../../sync/bytes.ts'
import { type Crypto, nativeCrypto } from '../../../../sync/crypto.ts'
import { parse } from '../../../../sync/messages.ts'
import type { Chance } from '../../document/devices-for-tests.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { mergedUpdates } from '../../document/updates.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Dial } from '../engine/channel.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import type { By } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import type { SpaceStore } from '../store/store.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { Power } from './faults-for-tests.ts'
import type { Relay } from './relay-for-tests.ts'

export const VAULT = new Uint8Array(32).fill(7)
const never = new Promise<never>(() => undefined)

/** Counts the places where something is awaited, and cuts the power at one of them. */
class Fuse {
  readonly power = new Power()
  #left = Number.POSITIVE_INFINITY

  /** At so many awaits from now; 0 for not at all. */
  set(awaits: number): void {
    this.#left = awaits || Number.POSITIVE_INFINITY
  }

  async guarded<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    await this.#pass()
    try {
      return await act()
    } finally {
      await this.#pass()
    }
  }

  #pass(): Promise<void> {
    if (--this.#left <= 0 && !this.power.isCut) this.power.cut()
    return this.power.isCut ? never : Promise.resolve()
  }
}

/** Once the power is gone nothing more is begun; what the disk had in hand is awaited by `settled`. */
class FrailStore implements SpaceStore {
  readonly #store: SpaceStore
  readonly #fuse: Fuse
  readonly #inHand = new Set<Promise<unknown>>()

  constructor(store: SpaceStore, fuse: Fuse) {
    this.#store = store
    this.#fuse = fuse
  }

  write: SpaceStore['write'] = (change) =>
    this.#fuse.guarded(async () => {
      const writing = this.#store.write(change)
      this.#inHand.add(writing)
      await writing.finally(() => this.#inHand.delete(writing))
    })
  read: SpaceStore['read'] = () => this.#fuse.guarded(() => this.#store.read())
  ownFrom: SpaceStore['ownFrom'] = (seq, count) => this.#fuse.guarded(() => this.#store.ownFrom(seq, count))
  appliedFrom: SpaceStore['appliedFrom'] = (number, count) =>
    this.#fuse.guarded(() => this.#store.appliedFrom(number, count))
  close = (): void => this.#store.close()

  async settled(): Promise<void> {
    await Promise.allSettled(this.#inHand)
    this.#store.close()
  }
}

/** A line that people walk out of, and that may carry a PUSH twice. */
class Line {
  isThere = true
  saysTwice = 0
  readonly #relay: Relay
  readonly #power: Power
  readonly #cuts = new Set<() => void>()

  constructor(relay: Relay, power: Power) {
    this.#relay = relay
    this.#power = power
    power.onCut(() => this.cut())
  }

  cut(): void {
    for (const cut of this.#cuts) cut()
    this.#cuts.clear()
  }

  dial: Dial = (events) => {
    let isCut = !this.isThere
    const end = (): void => {
      isCut = true
      if (!this.#power.isCut) events.closed()
    }
    if (isCut) {
      setTimeout(end)
      return { send: () => undefined, close: () => undefined }
    }
    const socket = this.#relay.dial({
      opened: () => isCut || events.opened(),
      received: (frame) => isCut || events.received(frame),
      closed: () => isCut || end(),
    })
    this.#cuts.add(() => {
      if (isCut) return
      end()
      socket.close()
    })
    return {
      send: (frame) => {
        if (isCut) return
        socket.send(frame)
        if (this.saysTwice > 0 && parse(frame).type === 'push') {
          this.saysTwice--
          socket.send(frame)
        }
      },
      close: () => socket.close(),
    }
  }
}

/** What a device is given, all of it out of one seed and ending with its power. */
function surroundings(fuse: Fuse, chance: Chance): { crypto: Crypto; clock: Clock } {
  const native = nativeCrypto(crypto.subtle, (size) => new Uint8Array(chance.bytes(size)))
  return {
    crypto: {
      randomBytes: (size) => native.randomBytes(size),
      sha256: (...given) => fuse.guarded(() => native.sha256(...given)),
      hmac: (...given) => fuse.guarded(() => native.hmac(...given)),
      hkdf: (...given) => fuse.guarded(() => native.hkdf(...given)),
      aesSeal: (...given) => fuse.guarded(() => native.aesSeal(...given)),
      aesOpen: (...given) => fuse.guarded(() => native.aesOpen(...given)),
      signingKeyFromSeed: (...given) => fuse.guarded(() => native.signingKeyFromSeed(...given)),
      boxKeyFromSeed: (...given) => fuse.guarded(() => native.boxKeyFromSeed(...given)),
      sign: (...given) => fuse.guarded(() => native.sign(...given)),
      verify: (...given) => fuse.guarded(() => native.verify(...given)),
      agree: (...given) => fuse.guarded(() => native.agree(...given)),
    },
    clock: { ...systemClock, after: (wait_ms, then) => systemClock.after(wait_ms, () => fuse.power.isCut || then()) },
  }
}

/** One life of a device: from the opening of its database to its crash. */
export class FrailDevice {
  /** Updates that the screen said were saved, over all lives. */
  readonly saved: Bytes[]
  readonly engine: Engine
  readonly document: SharedDocument
  readonly store: FrailStore
  readonly line: Line
  readonly #fuse: Fuse
  readonly #written: Bytes[] = []
  readonly #stops: readonly (() => void)[]

  private constructor(parts: Pick<FrailDevice, 'engine' | 'document' | 'store' | 'line' | 'saved'>, fuse: Fuse) {
    this.saved = parts.saved
    this.engine = parts.engine
    this.document = parts.document
    this.store = parts.store
    this.line = parts.line
    this.#fuse = fuse
    const { here } = this.engine.replica.outbox
    const note = (): void => {
      if (here.value === 'saved') this.saved.push(...this.#written.splice(0))
    }
    this.#stops = [
      this.document.onLocal((update) => this.#written.push(new Uint8Array(update))),
      effect(() => {
        if (!fuse.power.isCut) note()
      }),
    ]
    fuse.power.onCut(note) // what the screen said last
  }

  /** What is kept under this name. Null when the power went at the `awaits`th await of its opening. */
  static async opens(
    name: string,
    by: By,
    relay: Relay,
    chance: Chance,
    { saved, awaits = 0 }: { saved: Bytes[]; awaits?: number },
  ): Promise<FrailDevice | null> {
    const fuse = new Fuse()
    fuse.set(awaits)
    const around = surroundings(fuse, chance)
    const store = new FrailStore(await IndexedDbStore.open(name, await vaultKey(VAULT)), fuse)
    const randomness = (size_bytes: number) => chance.bytes(size_bytes)
    const document = new SharedDocument({ now: () => Date.now(), thisMember: by, randomness })
    const line = new Line(relay, fuse.power)
    const parts = { store, document, ...around, merge: mergedUpdates, dial: line.dial, origin: relay.origin }
    const gone = new Promise<null>((resolve) => fuse.power.onCut(() => resolve(null)))
    const engine = await Promise.race([openEngine(parts), gone])
    if (engine !== null) return new FrailDevice({ engine, document, store, line, saved }, fuse)
    await store.settled()
    return null
  }

  get isOff(): boolean {
    return this.#fuse.power.isCut
  }

  /** At so many awaits from now; 0 for not at all. */
  losesPowerAfter(awaits: number): void {
    this.#fuse.set(awaits)
  }

  /** As when the browser is killed. What its disk had in hand is done when this resolves, and nothing after it. */
  async crashes(): Promise<void> {
    this.#fuse.power.cut()
    for (const stop of this.#stops) stop()
    await this.store.settled()
    this.document.close()
  }

  /** Until what has been written so far is saved, or the power goes. */
  async saves(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#fuse.power.onCut(resolve))
    await Promise.race([this.engine.replica.outbox.save(), gone])
  }
}
