/** Two who have met at a server that was backed up then, and that server put back to it. */

import type { Relay } from './relay-for-tests.ts'
import { newTable, type Person, type Table } from './table-for-tests.ts'

/** A shared tablet and the owner's phone, and a server that has been backed up since they met. */
export async function backedUp(relay: Relay): Promise<[Table, Person, Person]> {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  tablet.adds('Nan')
  await tablet.isSent()
  const phone = await table.opensWithCard()
  phone.engine.connect()
  await phone.sees('Nan')
  await relay.backsUp('backup')
  return [table, tablet, phone]
}

/** The server has what it had then, and runs. */
export async function restored(relay: Relay): Promise<void> {
  await relay.down()
  await relay.restores('backup')
  await relay.up()
}
