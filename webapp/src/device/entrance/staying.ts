/** What is kept here is to stay: the browser is asked to leave it alone, and a mark beside it tells should it be gone all the same. */

import type { Place, Stage } from '../stage.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Places } from '../unlock/places.ts'
import type { RingPlace } from '../unlock/vault.ts'

/** A place is kept, and open: whoever keeps or opens it has just touched the screen. Nobody waits for the browser's answer. */
export function askToStay(around: Surroundings): void {
  around.mark.set()
  around.persist()
}

/** A person takes it off this device: when it was the last, nothing that was kept is missing. Raises DeviceError. */
export async function takeOff(
  place: RingPlace,
  { places, around }: { readonly places: Places; readonly around: Surroundings },
): Promise<void> {
  await places.forget(place)
  if (places.list.length === 0) around.mark.clear()
}

/** The screen while nothing is open: the lock, or, where nothing is kept, the first one, unless something was. */
export function atRest(places: readonly Place[], { mark }: Surroundings): Stage {
  if (places.length > 0) return { name: 'locked', places }
  const since = mark.since()
  return since === null ? { name: 'first' } : { name: 'storageGone', since }
}
