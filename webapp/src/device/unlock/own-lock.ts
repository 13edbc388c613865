/**
 * How the open place's lock may be changed by whoever can open it: other words, the phone's own lock, a passkey beside the
 * words, and the quiet time. Each is one write: the power may go at any moment, and one way in is whole.
 */

import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Crypto } from '../../../../sync/crypto.ts'
import { tagged } from '../../../../sync/encoding.ts'
import { UnlockShared } from '../errors.ts'
import type { NewUnlock, Opening, Proof } from '../stage.ts'
import type { Derive } from './derivation.ts'
import type { Passkeys } from './passkeys.ts'
import type { Places } from './places.ts'
import { passkeySalt } from './ways-in.ts'

export interface OwnLockParts {
  readonly places: Places
  readonly passkeys: Passkeys
  readonly crypto: Crypto
  readonly derive: Derive
}

export class OwnLock {
  readonly #parts: OwnLockParts
  readonly #browserHasPasskeys = signal(false)

  readonly opening: ReadonlySignal<Opening | null> = computed(() => {
    const known = this.#parts.places.opening.value
    if (!known) return null
    return { ...known, mayHavePasskey: this.#browserHasPasskeys.value && known.isOwn && known.way === 'words' }
  })

  constructor(parts: OwnLockParts) {
    this.#parts = parts
    void parts.passkeys.areThere().then((areThere) => {
      this.#browserHasPasskeys.value = areThere
    })
  }

  /** A passkey goes with the words that it stood beside. Raises DeviceError: then all is as it was. */
  async changeTo(unlock: NewUnlock, place: string, proof: Proof): Promise<void> {
    const { places, passkeys, crypto, derive } = this.#parts
    await places.rewrite(await places.proven(place, proof, passkeys), async (ring) => {
      if (unlock.kind === 'phone' && !ring.isOwn) throw new UnlockShared()
      return ring.lockedBy(unlock, crypto, derive)
    })
  }

  /** Raises DeviceError: then all is as it was, but for a passkey that opens nothing. */
  async addPasskey(place: string, proof: Proof): Promise<void> {
    const { places, passkeys, crypto } = this.#parts
    const proven = await places.proven(place, proof, passkeys)
    if (!proven.isOwn || proven.opensWithoutWords) throw new UnlockShared()
    // Always the same holder: a second passkey takes the place of the first in the device's list.
    const holder = (await crypto.sha256(tagged('passkey-holder', [proven.id]))).slice(0, 16)
    const made = await passkeys.make(holder, await passkeySalt(proven.id, crypto))
    await places.rewrite(proven, async (ring) => {
      if (!ring.isOwn || ring.opensWithoutWords) throw new UnlockShared()
      return ring.withPasskey(made, crypto)
    })
  }

  removePasskey(place: string): Promise<void> {
    return this.#parts.places.removePasskey(place)
  }

  locksAfter(quiet_minutes: number): Promise<void> {
    return this.#parts.places.setSettings({ quiet_minutes })
  }

  hidesNames(namesHidden: boolean): Promise<void> {
    return this.#parts.places.setSettings({ namesHidden })
  }
}
