/** "Who can open this": every device and card of a space, as a screen lists them. */

import { parse } from '../../../../sync/entry.ts'
import type { KnownDevice, OthersPresence } from '../stage.ts'
import type { Replica } from './replica.ts'

/** By the index of the device; `since` in unix seconds, by the number of the entry that let it in. */
export function knownDevices(
  replica: Replica,
  since: ReadonlyMap<number, number>,
  others: OthersPresence,
): readonly KnownDevice[] {
  const here = new Set(others.map((other) => other.device))
  const own = replica.self?.ix
  return replica.state.value.devices.map((known) => ({
    ix: known.ix,
    members: known.members,
    paper: known.paper,
    thisOne: known.ix === own,
    introducedBy: known.introducedBy,
    since: since.get(known.admittedN) ?? 0,
    here: known.ix === own || here.has(known.ix),
  }))
}

/** When each entry was made, by its author's clock. */
export async function entryTimes(replica: Replica): Promise<ReadonlyMap<number, number>> {
  const entries = await Promise.all(replica.chain.map((raw) => parse(raw, replica.parts.crypto)))
  return new Map(entries.map(({ n, ts }) => [n, ts]))
}
