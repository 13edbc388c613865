/**
 * A restored server is given back the entries of the control chain that it has lost, before anything that names them. What
 * ends somebody’s words comes after these words: the server takes none of them later.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { parse } from '../../../../sync/entry.ts'
import { Refused, Suspicious } from '../../../../sync/errors.ts'
import type { Welcome } from '../../../../sync/messages.ts'
import { Lost } from './channel.ts'
import type { Replica } from './replica.ts'

/** What it takes of a conversation. */
export interface Giving {
  /** Raises Refused, and Suspicious where another entry comes meanwhile. */
  offer(entry: Bytes): Promise<unknown>
  /** Resolves when the server has what it takes of these devices’ records. */
  offerRecords(heads: Welcome['heads'], devices: readonly Bytes[]): Promise<void>
  /** The server’s entries from this one on. */
  control(fromN: number): Promise<{ readonly entries: readonly Bytes[] }>
}

/** Without these the rest goes on, and at the next meeting they are offered again. */
const FOR_NOW: ReadonlySet<string> = new Set(['CTL_CONFLICT', 'CTL_INVALID', 'SPACE_CLOSED', 'TOO_MANY'])

/** Whether the server has them all now. Raises Lost where its chain has gone another way meanwhile: then they are compared. */
export async function giveBack(
  missing: readonly Bytes[],
  heads: Welcome['heads'],
  replica: Replica,
  giving: Giving,
): Promise<boolean> {
  for (const entry of missing) {
    const ended = await endedBy(entry, replica)
    if (ended.length > 0) await giving.offerRecords(heads, ended)
    if (!(await isTaken(entry, replica, giving))) return false
  }
  return true
}

async function isTaken(entry: Bytes, replica: Replica, giving: Giving): Promise<boolean> {
  try {
    await giving.offer(entry)
    return true
  } catch (error) {
    if (error instanceof Suspicious && error.code === 'FORK_CONTROL') throw new Lost('its chain goes another way')
    if (!(error instanceof Refused) || !FOR_NOW.has(error.code)) throw error
    const { n } = await parse(entry, replica.parts.crypto)
    const [there] = (await giving.control(n)).entries
    if (there === undefined) return false
    if (!areEqual(there, entry)) throw new Lost('its chain goes another way')
    return true
  }
}

/** Whose words the server takes no longer once it has this entry. */
async function endedBy(entry: Bytes, { parts, state }: Replica): Promise<readonly Bytes[]> {
  const { n, operation } = await parse(entry, parts.crypto)
  const { devices } = state.peek()
  if (operation.op === 'close') return devices.map(({ id }) => id)
  return devices.filter(({ removedN }) => removedN === n).map(({ id }) => id)
}
