/** Opening a kept place in this tab, and giving it up: the lock first, then the store, then the engine or the waiting. */

import { areEqual } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { OwnDocument } from '../../document/own-document.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { mergedUpdates } from '../../document/updates.ts'
import { DeviceError } from '../errors.ts'
import type { HalfTyped } from '../half-typed.ts'
import type { HeldOpen } from '../held-open.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import { Lifeboat } from '../store/lifeboat.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Held, Tabs } from '../tabs.ts'
import type { Told } from '../unlock/place-names.ts'
import type { Places } from '../unlock/places.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import type { RingPlace } from '../unlock/vault.ts'
import { A_COPY, CopyPlace } from './copied.ts'
import { OpenPlace } from './open-place.ts'
import type { Unkept } from './unkept.ts'
import { Waiting } from './waiting.ts'

export interface SeatParts {
  readonly around: Surroundings
  readonly crypto: Crypto
  readonly places: Places
  readonly tabs: Tabs
  readonly heldOpen: HeldOpen
}

/** What was kept and this tab now has to itself. */
export interface Seated {
  readonly place: RingPlace
  readonly store: Lifeboat
  readonly held: Held
}

/** Null when another tab has it. Raises DeviceError; the lock is free again then. */
export async function takeSeat(
  place: RingPlace,
  { tabs, around }: SeatParts,
  how: 'if free' | 'from another tab',
  giveUp: () => Promise<void>,
): Promise<Seated | null> {
  const held = how === 'if free' ? await tabs.hold(place.database, giveUp) : await tabs.takeOver(place.database, giveUp)
  if (!held) return null
  try {
    const disk = await IndexedDbStore.open(place.database, await vaultKey(place.key), around.spare)
    return { place, held, store: new Lifeboat(disk, around.clock, tabs.signing(place.database, held)) }
  } catch (error) {
    held.release()
    throw error
  }
}

/** Opens it for work, or, while this device still waits to be let in, for waiting, or as a copy to read. Raises DeviceError. */
export async function openSeat(
  { place, store, held }: Seated,
  parts: SeatParts,
): Promise<OpenPlace | Waiting | CopyPlace> {
  const { around, crypto } = parts
  const { dial, clock, origin } = around
  const { keys } = await store.read()
  if (keys?.joining && areEqual(keys.joining.request, A_COPY)) return CopyPlace.open(store, { crypto, clock })
  if (keys?.joining) return Waiting.open({ dial, clock, crypto, origin }, store)
  const document = new (place.own === null ? SharedDocument : OwnDocument)({ now: () => clock.now() })
  return openWork({ place, store, held }, parts, document, document)
}

/** The first conversation goes on in what has just been kept: the document on the screen stays the same. */
export function openKept(seated: Seated, parts: SeatParts, unkept: Unkept, kept: number): Promise<OpenPlace> {
  return openWork(seated, parts, unkept.document, unkept.handOver(kept))
}

async function openWork(
  { place, store, held }: Seated,
  { around, crypto, places, heldOpen }: SeatParts,
  shared: SharedDocument,
  document: ReturnType<Unkept['handOver']>,
): Promise<OpenPlace> {
  const { dial, clock, origin } = around
  const engine = { store, document, crypto, clock, dial, origin, merge: mergedUpdates }
  let turn: Promise<void> = Promise.resolve() // an earlier word must not end up over a later one
  const watched = {
    rename: (names: readonly string[]) => void tell(places, place, 'names', names),
    halfTyped: {
      left: halfOf(await places.told(place, 'half')),
      keep(half: HalfTyped | null) {
        turn = turn.then(() => tell(places, place, 'half', half ? [half.key, half.label, half.text] : []))
      },
    },
    tellEnded: (isEnded: boolean) => void tell(places, place, 'ended', isEnded ? ['ended'] : []),
    wasEnded: (await places.told(place, 'ended')).length > 0,
    holdOpen: (isHeld: boolean) => heldOpen.hold(place.id, isHeld),
  }
  return OpenPlace.open(place, places.labelOf(place), { engine, shared }, held, watched)
}

/** A disk that is full misses little: names are told again at the next opening, and a half-typed word at the next letter. */
async function tell(places: Places, place: RingPlace, what: Told, texts: readonly string[]): Promise<void> {
  try {
    await places.tell(place, what, texts)
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error
  }
}

function halfOf([key, label, text]: readonly string[]): HalfTyped | null {
  return key === undefined || label === undefined || text === undefined ? null : { key, label, text }
}
