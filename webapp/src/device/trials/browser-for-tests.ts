/** One browser profile with tabs, in Node: for tests only. The storage is fake-indexeddb, the cryptography real. */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Dial } from '../engine/channel.ts'
import { PasskeyRefused } from '../errors.ts'
import type { KeptMark } from '../kept-mark.ts'
import type { Kith } from '../kith.ts'
import { newKith } from '../new-kith.ts'
import type { Surroundings, Watcher } from '../surroundings.ts'
import type { Locks, Loudspeaker } from '../tabs.ts'
import type { PasskeyAnswer, Passkeys } from '../unlock/passkeys.ts'
import { derive } from './derived-for-tests.ts'
import { Power, wired } from './faults-for-tests.ts'
import { TestSpare } from './spare-for-tests.ts'
import { testCrypto } from './table-for-tests.ts'

let profiles = 0

/** A clock that is moved by hand; timers run on the real one, for as long as there is power. */
export class MovedClock implements Clock {
  ahead_ms = 0
  readonly #power: Power | null

  constructor(power: Power | null = null) {
    this.#power = power
  }

  now = (): number => systemClock.now() + this.ahead_ms
  elapsed = (): number => systemClock.elapsed() + this.ahead_ms
  after: Clock['after'] = (wait_ms, then) =>
    systemClock.after(wait_ms, () => {
      if (!this.#power?.isCut) then()
    })
}

export class Profile {
  /** The name of the database that lists what is kept. */
  readonly registry = `kith-profile-${profiles++}`
  readonly #locks = new TestLocks()
  readonly passkeys = new TestPasskeys()
  /** Beside the databases, as a browser's local storage is. */
  readonly mark = new TestMark()
  readonly spare = new TestSpare()
  readonly #dial: Dial
  readonly #origin: string

  constructor(relay: { readonly dial: Dial; readonly origin: string }) {
    this.#dial = relay.dial
    this.#origin = relay.origin
  }

  /** A tab that has just been opened at the address. */
  async opensTab(): Promise<Tab> {
    const tab = new Tab(this.registry, this.#locks, this.#dial, this.#origin, this)
    await tab.begins()
    return tab
  }
}

export class Tab {
  readonly kith: Kith
  readonly power = new Power()
  readonly clock = new MovedClock(this.power)
  watcher: Watcher | null = null
  reloads = 0
  isHeldOpen = false
  /** The phone's own passkeys: all tabs of a profile have the same. */
  readonly passkeys: TestPasskeys
  readonly #profile: Profile
  /** How often the browser was asked not to clear what is kept. */
  asksToStay = 0
  /** The field in which something is half typed. */
  halfTyped: (() => void) | null = null

  constructor(name: string, locks: TestLocks, dial: Dial, origin: string, profile: Profile) {
    this.passkeys = profile.passkeys
    this.#profile = profile
    this.kith = newKith(this.#around(name, locks, dial, origin))
    this.power.onCut(() => locks.drop(this))
  }

  begins(): Promise<void> {
    const labelFrom = ([one, two]: Uint8Array): string => `Label ${one} ${two}`
    return this.kith.begin({ labelFrom, makeDemo: () => Promise.reject(new Error('no demo here')) })
  }

  #around(name: string, locks: TestLocks, dial: Dial, origin: string): Surroundings {
    return {
      clock: this.clock,
      dial: wired(dial, this.power),
      derive,
      passkeys: this.passkeys,
      mark: this.#profile.mark,
      spare: this.#profile.spare,
      origin,
      registry: name,
      locks: locks.of(this),
      openSpeaker: (channel) => new BroadcastChannel(`${name} ${channel}`) as unknown as Loudspeaker,
      crypto: async () => testCrypto,
      missing: () => [],
      watch: (watcher) => {
        this.watcher = watcher
      },
      settle: () => {
        this.halfTyped?.()
        this.halfTyped = null
      },
      holdOpen: (isHeld) => {
        this.isHeldOpen = isHeld
      },
      reload: () => {
        this.reloads++
      },
      leave: () => this.power.cut(),
      persist: () => {
        this.asksToStay++
      },
      ready: async () => ({ appStored: true, canKeep: true, staysStored: null, freeBytes: null }),
    }
  }
}

export class TestMark implements KeptMark {
  #since: string | null = null

  since = (): string | null => this.#since

  set(): void {
    this.#since ??= '2026-11'
  }

  clear(): void {
    this.#since = null
  }
}

/** An authenticator with the PRF extension, as far as Kith uses it. */
export class TestPasskeys implements Passkeys {
  isThere = true
  /** Cleared away by its person, or by a phone that was set up anew. */
  isDeleted = false
  /** Answers with other bytes than it once did. */
  isStrange = false
  asked = 0
  readonly #made = new Map<string, { readonly credential: Bytes; readonly seed: Bytes }>()

  areThere = async (): Promise<boolean> => this.isThere

  async make(holder: Bytes, salt: Bytes): Promise<PasskeyAnswer> {
    this.#made.set(toHex(holder), { credential: testCrypto.randomBytes(16), seed: testCrypto.randomBytes(32) })
    const made = this.#made.get(toHex(holder))
    return this.ask(made ? [{ credential: made.credential, salt }] : [])
  }

  async ask(known: readonly { readonly credential: Bytes; readonly salt: Bytes }[]): Promise<PasskeyAnswer> {
    this.asked++
    for (const { credential, salt } of this.isDeleted ? [] : known) {
      const made = [...this.#made.values()].find((one) => areEqual(one.credential, credential))
      if (!made) continue
      const secret = await testCrypto.hmac(made.seed, salt)
      return { credential, secret: this.isStrange ? await testCrypto.sha256(secret) : secret }
    }
    throw new PasskeyRefused()
  }
}

interface Holder {
  readonly tab: Tab
  end(): void
  steal(): void
}

/** The Web Locks of one profile: a tab that ends lets go of its locks. */
export class TestLocks {
  readonly #held = new Map<string, Holder>()
  readonly #waiting = new Map<string, (() => void)[]>()

  of(tab: Tab): Locks {
    return { request: (name, options, hold) => this.#request(tab, name, options, hold) }
  }

  drop(tab: Tab): void {
    for (const holder of [...this.#held.values()]) if (holder.tab === tab) holder.end()
  }

  async #request(
    tab: Tab,
    name: string,
    options: Parameters<Locks['request']>[1],
    hold: Parameters<Locks['request']>[2],
  ) {
    if (this.#held.has(name) && options.ifAvailable) return hold(null)
    if (options.steal) this.#held.get(name)?.steal()
    while (this.#held.has(name)) await this.#turn(name, options.signal)
    await new Promise<void>((resolve, reject) => {
      const end = (): void => {
        if (this.#held.get(name) === holder) this.#held.delete(name)
        for (const wake of this.#waiting.get(name)?.splice(0) ?? []) wake()
        resolve()
      }
      const steal = (): void => {
        this.#held.delete(name)
        reject(new DOMException('stolen', 'AbortError'))
      }
      const holder: Holder = { tab, end, steal }
      this.#held.set(name, holder)
      hold({ name }).then(end, (error: unknown) => {
        reject(error) // before `end`, which would answer that all is well
        end()
      })
    })
  }

  #turn(name: string, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')))
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve])
    })
  }
}
