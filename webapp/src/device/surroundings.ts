/** The browser around Kith, named: everything that `kith` needs of it and that a test may put in its place. */

import type { Crypto } from '../../../sync/crypto.ts'
import { hasCurves, nativeCrypto } from '../../../sync/crypto.ts'
import { withFallback } from '../../../sync/fallback.ts'
import { startArgon2Worker } from '../trusted-types.ts'
import { readyForOffline } from '../update.ts'
import { within } from '../within.ts'
import { type Clock, systemClock } from './clock.ts'
import { browserDial, type Dial } from './engine/channel.ts'
import { browserMark, type KeptMark } from './kept-mark.ts'
import type { ReadyReport } from './stage.ts'
import { browserSpare, type Spare } from './store/spare.ts'
import type { Locks, Loudspeaker } from './tabs.ts'
import { type Derive, deriveInWorker } from './unlock/derivation.ts'
import { browserPasskeys, type Passkeys } from './unlock/passkeys.ts'

export interface Watcher {
  /** A touch, a key, a move: somebody is there. */
  stirred(): void
  hidden(): void
  visible(): void
  /** The network, or the person, may be back. */
  back(): void
}

export interface Surroundings {
  readonly clock: Clock
  readonly dial: Dial
  readonly derive: Derive
  readonly passkeys: Passkeys
  readonly mark: KeptMark
  readonly spare: Spare
  readonly origin: string
  /** The name of the database that lists what is kept here. */
  readonly registry: string
  readonly locks: Locks
  openSpeaker(name: string): Loudspeaker
  crypto(): Promise<Crypto>
  /** What this browser lacks that Kith cannot do without. */
  missing(): readonly string[]
  watch(watcher: Watcher): void
  /** What is half typed is handed over by the field that holds it. */
  settle(): void
  /** Whether the browser should ask before the page closes, because what is on it is nowhere else. */
  holdOpen(isHeld: boolean): void
  reload(): void
  /** To a page that says nothing, with no way back to this one. */
  leave(): void
  /** Asks the browser not to clear what is kept here. Some browsers ask the person, who may never answer; `ready` says. */
  persist(): void
  ready(): Promise<ReadyReport>
}

export function browserSurroundings(): Surroundings {
  const { origin } = globalThis.location ?? { origin: 'null' }
  return {
    clock: systemClock,
    dial: browserDial(origin),
    derive: deriveInWorker(startArgon2Worker),
    passkeys: browserPasskeys(random),
    mark: browserMark(systemClock),
    spare: browserSpare(),
    origin,
    registry: 'kith',
    locks: { request: (name, options, hold) => navigator.locks.request(name, options, hold) },
    openSpeaker: (name) => new BroadcastChannel(name),
    crypto: browserCrypto,
    missing,
    watch,
    settle() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
    holdOpen(isHeld) {
      if (isHeld) window.addEventListener('beforeunload', ask)
      else window.removeEventListener('beforeunload', ask)
    },
    reload: () => window.location.reload(),
    leave: () => window.location.replace('about:blank'),
    persist() {
      navigator.storage?.persist?.().catch(() => undefined) // a private window: `ready` says so
    },
    ready,
  }
}

const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))

async function browserCrypto(): Promise<Crypto> {
  if (await hasCurves(crypto.subtle)) return nativeCrypto(crypto.subtle, random)
  return withFallback(await import('@noble/curves/ed25519.js'), crypto.subtle, random)
}

function missing(): readonly string[] {
  const needed: [string, boolean][] = [
    ['a secure address', globalThis.isSecureContext],
    ['WebCrypto', globalThis.crypto?.subtle !== undefined],
    ['IndexedDB', 'indexedDB' in globalThis],
    ['Web Locks', 'locks' in navigator],
    ['BroadcastChannel', 'BroadcastChannel' in globalThis],
    ['WebAssembly', 'WebAssembly' in globalThis],
  ]
  return needed.flatMap(([name, isThere]) => (isThere ? [] : [name]))
}

function watch({ stirred, hidden, visible, back }: Watcher): void {
  for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    window.addEventListener(name, stirred, { passive: true, capture: true })
  }
  const look = (): void => {
    if (document.visibilityState === 'hidden') return hidden()
    visible()
    back()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', hidden)
  window.addEventListener('pageshow', look)
  window.addEventListener('online', back)
  window.addEventListener('focus', back)
}

const ask = (event: BeforeUnloadEvent): void => event.preventDefault()

const LOOK_LIMIT_MS = 3000
const none = Promise.resolve(undefined)

async function ready(): Promise<ReadyReport> {
  const app = await readyForOffline()
  const { storage } = navigator
  const estimate = await within(LOOK_LIMIT_MS, storage?.estimate?.() ?? none, undefined)
  const free = estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0)
  return {
    appStored: app.ready,
    canKeep: missing().length === 0 && (free === null || free > ENOUGH_BYTES),
    staysStored: await within(LOOK_LIMIT_MS, storage?.persisted?.() ?? none, null).then((stays) => stays ?? null),
    freeBytes: free,
  }
}

/** Ten years of two busy people. */
const ENOUGH_BYTES = 50 * 1024 * 1024
