/** All that a browser profile keeps, opened by its words as nobody's screen ever is: for tests only. */

import { IndexedDbStore } from '../store/indexed-db-store.ts'
import type { Kept, SpaceKeys } from '../store/store.ts'
import { Registry } from '../unlock/registry.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { Ring, type RingPlace } from '../unlock/vault.ts'
import type { Profile } from './browser-for-tests.ts'
import { derive } from './derived-for-tests.ts'
import { testCrypto } from './table-for-tests.ts'

export interface KeptSpace {
  readonly place: RingPlace
  readonly keys: SpaceKeys
  readonly kept: Kept
}

/** Every space that these words open, whether a screen would show it or not. No tab may be at work in them. */
export async function opensAll({ registry }: Profile, passphrase: string): Promise<readonly KeptSpace[]> {
  const list = await Registry.open(registry)
  const { rings } = await list.read()
  list.close()
  const opened = await Promise.all(rings.map((ring) => Ring.open(ring, passphrase, testCrypto, derive)))
  return Promise.all(opened.flatMap(({ places }) => places.map(open)))
}

async function open(place: RingPlace): Promise<KeptSpace> {
  const store = await IndexedDbStore.open(place.database, await vaultKey(place.key))
  const kept = await store.read()
  store.close()
  if (!kept.keys) throw new Error('no keys')
  return { place, keys: kept.keys, kept }
}

/** The control chain of every own space is no longer that of its space. */
export async function damagesOwn(profile: Profile, passphrase: string): Promise<void> {
  for (const { place, kept } of await opensAll(profile, passphrase)) {
    if (place.own === null) continue
    const store = await IndexedDbStore.open(place.database, await vaultKey(place.key))
    await store.write({ control: kept.control.map(({ n, bytes }) => ({ n, bytes: bytes.slice(1) })) })
    store.close()
  }
}
