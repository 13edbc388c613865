/**
 * A mark outside the databases that something was kept on this device, and since which month: nothing else. A browser may lose
 * or clear the databases and leave it; without it Kith would greet people as if they had never been here.
 */

import type { Clock } from './clock.ts'

export interface KeptMark {
  /** `2026-11`; null where nothing was kept here, or nobody can tell. */
  since(): string | null
  /** Unless it is there. */
  set(): void
  /** What was kept was taken off on purpose. */
  clear(): void
}

const NAME = 'kept-since'

/** In local storage, which goes another way to the disk than IndexedDB. A browser that refuses it has no mark. */
export function browserMark(clock: Clock): KeptMark {
  const tried = <Answer>(step: (storage: Storage) => Answer): Answer | null => {
    try {
      return step(localStorage)
    } catch {
      return null // forbidden, or full: then nobody is told, and nothing else is different
    }
  }
  const since = () => tried((storage) => storage.getItem(NAME))
  return {
    since,
    set() {
      if (since() === null) tried((storage) => storage.setItem(NAME, new Date(clock.now()).toISOString().slice(0, 7)))
    },
    clear() {
      tried((storage) => storage.removeItem(NAME))
    },
  }
}
