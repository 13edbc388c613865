/** What a replica is given, and what it finds on the disk. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import type { DeviceKeys } from '../../../../sync/keys.ts'
import type { Membership } from '../../../../sync/membership.ts'
import type { Clock } from '../clock.ts'
import type { Ledger } from '../store/ledger.ts'
import type { OwnRecord, SpaceKeys, SpaceStore } from '../store/store.ts'
import type { ReplicaDocument } from './ahead.ts'
import type { Outbox } from './outbox.ts'

export interface ReplicaParts {
  readonly store: SpaceStore
  readonly document: ReplicaDocument
  readonly crypto: Crypto
  readonly clock: Clock
  /** Several updates of one hand as one. */
  readonly merge: (updates: readonly Uint8Array[]) => Uint8Array
}

export interface Known {
  readonly keys: DeviceKeys
  readonly stored: SpaceKeys
  readonly chain: readonly Bytes[]
  readonly state: Membership
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly unacked: readonly OwnRecord[]
  readonly clients: Map<number, number>
}
