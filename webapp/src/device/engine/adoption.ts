/**
 * A server was restored, and others went another way from where it was (P19): both histories of who belongs cannot stand. The
 * rule of sync/fork.ts says which does. Ours, where it takes something from somebody: then this device stops, and all stays
 * readable. Else the server's is taken over.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { parse } from '../../../../sync/entry.ts'
import { Damaged, Suspicious } from '../../../../sync/errors.ts'
import { goesOn } from '../../../../sync/fork.ts'
import { device, type Membership, replay } from '../../../../sync/membership.ts'
import type { Welcome } from '../../../../sync/messages.ts'
import { openEpochs } from '../../../../sync/opening.ts'
import { isFinalBack } from '../../../../sync/removal.ts'
import type { Ledger } from '../store/ledger.ts'
import type { Change, SpaceKeys } from '../store/store.ts'
import type { Asking } from './cold-start.ts'
import type { Replica } from './replica.ts'
import { settle } from './settling.ts'

export interface Adoption {
  readonly chain: readonly Bytes[]
  readonly state: Membership
  readonly stored: SpaceKeys
  readonly ledger: Ledger
  readonly change: Change
}

/** The server's whole control chain. Raises Suspicious OMISSION. */
export async function wholeChain(length: number, { control }: Pick<Asking, 'control'>): Promise<readonly Bytes[]> {
  const chain: Bytes[] = []
  while (chain.length < length) {
    const { fromN, entries } = await control(chain.length)
    if (fromN !== chain.length || entries.length === 0) throw new Suspicious('OMISSION', 'control entries')
    chain.push(...entries)
  }
  return chain
}

/**
 * Why an entry does not follow ours: its author may have come on another chain, and is not known here; whoever signed where the
 * two part is. Raises Suspicious FORK_CONTROL then, else the trouble there was.
 */
export async function lookBack(trouble: unknown, welcome: Welcome, replica: Replica, asking: Asking): Promise<never> {
  if (trouble instanceof Damaged && trouble.code === 'CHAIN_BROKEN')
    await replica.extendControl(0, await wholeChain(welcome.controlLength, asking))
  throw trouble
}

/**
 * What taking over `theirs`, a whole chain, means; null where it only goes on from ours. The server has had the first `sure`
 * entries of ours. Raises Suspicious FORK_CONTROL, and FINAL_BACK where it cuts off what was verified here.
 */
export async function adoptionOf(replica: Replica, theirs: readonly Bytes[], sure: number): Promise<Adoption | null> {
  const { chain, stored, keys, parts } = replica
  const { crypto } = parts
  const parted = chain.findIndex((entry, n) => !areEqual(entry, theirs[n] ?? NOTHING))
  if (parted < 0 || parted >= theirs.length) return null
  if (parted === 0) throw new Suspicious('FORK_CONTROL', 'another space')
  if (parted < sure) throw new Suspicious('FORK_CONTROL', 'it had ours')
  const common = await replay(chain.slice(0, parted), crypto)
  const state = await replay(theirs, crypto, stored.space)
  const isOurs = await goesOn(common, chain.slice(parted), theirs.slice(parted), crypto)
  const isHeld = isOurs && (await takesAway(chain.slice(parted), crypto))
  if (isHeld || device(state, keys.id) === null) throw new Suspicious('FORK_CONTROL', 'ours stands')
  checkEnds(state, parted, replica)
  const epochs = await openEpochs(state, keys, theirs, crypto)
  const givenUp = stored.epochs.slice(common.epochs.length)
  const names = replica.state.value.devices.map(({ id }) => id)
  const undone = { entries: chain.slice(parted), own: keys.id, common: common.devices.length, names }
  const after = {
    ...stored,
    epochs,
    givenUp: [...(stored.givenUp ?? []), ...givenUp],
    undone: [...(stored.undone ?? []), undone],
    parted: stored.parted ?? { applied: replica.ledger.value.applied, key: replica.outbox.nextKey },
  }
  const ledger = replica.ledger.value.copy()
  ledger.forgetControl(parted)
  settle(ledger, state, parted - 1, keys.id)
  const control = theirs.slice(parted).map((bytes, place) => ({ n: parted + place, bytes }))
  const change = { control, controlFrom: parted, keys: after, progress: ledger.progress() }
  return { chain: theirs, state, stored: after, ledger, change }
}

/** P17: what others wrote may rest on the words that a removal cuts off, and would come to nobody who does not hold them. */
function checkEnds({ devices }: Membership, parted: number, { ledger, keys }: Replica): void {
  for (const { id, ix, removedN, final } of devices) {
    if (removedN === null || removedN < parted || final === null || areEqual(id, keys.id)) continue
    if (devices.some(({ replaces, admittedN }) => replaces === ix && admittedN === removedN)) continue
    if (isFinalBack(final, ledger.value.head(id))) throw new Suspicious('FINAL_BACK')
  }
}

/**
 * Whether to give this branch up would give somebody back what was taken from them. A server takes only what extends its
 * chain: where nothing of that kind is at stake, two devices that wait for each other for ever would lose more.
 */
async function takesAway(branch: readonly Bytes[], crypto: Crypto): Promise<boolean> {
  const entries = await Promise.all(branch.map((raw) => parse(raw, crypto)))
  return entries.some(({ operation: { op } }) => op === 'remove' || op === 'turn' || op === 'revoke' || op === 'close')
}

const NOTHING: Bytes = new Uint8Array()
