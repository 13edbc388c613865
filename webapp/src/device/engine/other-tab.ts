/**
 * Another tab of this browser had the place before, and has signed what the disk did not take: until that is on the disk, or the
 * tab has gone, this one signs nothing (P18). Then it compares everything with the server once more, for that may have it.
 */

import type { Channel } from './channel.ts'
import type { Replica } from './replica.ts'

const LOOK_AGAIN_MS = 1000

/** Takes up what such a tab has left, and finds out whether one is there. Gives what ends looking. Raises DeviceError. */
export async function minds(replica: Replica, channel: Pick<Channel, 'close'>): Promise<() => void> {
  const { store, clock } = replica.parts
  const isThere = async (): Promise<boolean> => (await store.isSignedElsewhere?.()) ?? false
  replica.doubts.isKeptBack = await isThere()
  await replica.takeAppended()
  let callOff = (): void => undefined
  const look = async (): Promise<void> => {
    if (await isThere()) callOff = clock.after(LOOK_AGAIN_MS, () => void look())
    else channel.close()
  }
  if (replica.doubts.isKeptBack) callOff = clock.after(LOOK_AGAIN_MS, () => void look())
  return () => callOff()
}
