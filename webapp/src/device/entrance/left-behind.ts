/**
 * What was written on this device in a place that was begun afresh elsewhere, and did not come along (P34). It stays where it
 * was, sealed, and is offered in the new place, one thing at a time, until a person has said of each that it is kept or left.
 */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { documentOf, type LeftBehind, leftBehind, stillUnsaid } from '../../document/left-behind.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { mergedUpdates, silenceOf } from '../../document/updates.ts'
import { readLog, readSent } from '../engine/log.ts'
import { Replica } from '../engine/replica.ts'
import { selves } from '../engine/uprooted.ts'
import { DeviceError } from '../errors.ts'
import type { By } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import type { RingPlace } from '../unlock/vault.ts'
import type { OpenPlace } from './open-place.ts'
import type { SeatParts } from './seat.ts'

/**
 * What was said here and never came to a server; nothing of what others said, though the log has not brought that. With it what
 * is apart. Raises DeviceError.
 */
export async function leftIn(replica: Replica, document: SharedDocument): Promise<readonly LeftBehind[]> {
  const sent = documentOf([...(await readSent(replica)), ...replica.ahead.updates])
  const left = leftBehind(sent, document.snapshot.peek(), handOf(replica))
  const apart = await apartIn(replica)
  return [...left, ...apart.filter(({ key }) => left.every((one) => one.key !== key))]
}

/** What no log could take (P28), and what was said by a history that was given up and by nobody since (P19). Raises DeviceError. */
export async function apartIn(replica: Replica): Promise<readonly LeftBehind[]> {
  const { apart } = await replica.parts.store.read()
  if (apart.words.length === 0) return []
  // What is on its way has been said, and so has what was written behind these words: neither is asked about.
  const logged = await readLog(replica)
  const log = logged.map(({ update }) => update)
  const upon = [...log, ...apart.upon]
  const before = documentOf([...upon, ...apart.words.map(silenceOf)])
  const found = leftBehind(before, documentOf([...upon, ...apart.words]), handOf(replica))
  const [mine, { devices }] = [selves(replica), replica.state.peek()]
  const own = logged.filter(({ device }) => mine.has(toHex(devices[device]?.id ?? replica.keys.id)))
  return stillUnsaid(found, [...upon, ...apart.words], { log, own: own.map(({ update }) => update) })
}

/** Under which it is kept in mind that somebody has answered: what comes apart later of the same thing is another question. */
export function questionOf({ key, differences }: LeftBehind): string {
  const told = differences.map(({ what, field, after }) => [what, field, after])
  return `apart ${key} ${JSON.stringify(told)}`
}

function handOf({ self }: Replica): By {
  const [only, ...more] = self?.members ?? []
  return only === undefined || more.length > 0 ? 'both' : only
}

/**
 * The same of the place before this one, where it is kept here: both must name each other, so that nobody is asked to bring
 * their words into a place that only says so. Nothing while another tab has it, or its disk does not answer.
 */
export async function leftBefore({ engine, place }: OpenPlace, parts: SeatParts): Promise<readonly LeftBehind[]> {
  const kept = parts.places.opened // now: they are let go in a moment
  const { stored, state } = engine.replica
  const { predecessor } = state.peek()
  if (predecessor === null) return []
  for (const other of kept.filter(({ id, own }) => id !== place.id && own === null)) {
    const held = await parts.tabs.hold(other.database, async () => undefined)
    if (held === null) continue
    try {
      const found = await leftInStore(other, predecessor, stored.space, parts)
      if (found !== null) return found
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
    } finally {
      held.release()
    }
  }
  return []
}

/** Null where this is another place. */
async function leftInStore(
  place: RingPlace,
  predecessor: Bytes,
  successor: Bytes,
  { crypto, around: { clock, spare } }: SeatParts,
): Promise<readonly LeftBehind[] | null> {
  const store = await IndexedDbStore.open(place.database, await vaultKey(place.key), spare)
  try {
    const { keys } = await store.read()
    if (keys === null || keys.joining !== null || !areEqual(keys.space, predecessor)) return null
    const document = new SharedDocument({ now: () => clock.now() })
    const replica = await Replica.open({ store, document, crypto, clock, merge: mergedUpdates })
    const then = replica.state.peek().successor
    const found = then !== null && areEqual(then, successor) ? await leftIn(replica, document) : []
    replica.close()
    document.close()
    return found
  } finally {
    store.close()
  }
}
