/**
 * What did not change between two pictures of the map stays the very same object, so that nothing of it is drawn again: whoever
 * is added among a hundred and fifty moves few of them. Pure.
 */

import { isSameValue } from '../document/register.ts'
import type { Picture } from './picture.ts'

/** `now`, made of the parts of `before` wherever they say the same. */
export function steadyPicture(now: Picture, before: Picture | null): Picture {
  if (before === null) return now
  return {
    ...now,
    spots: steadyMap(now.spots, before.spots),
    labels: steadyMap(now.labels, before.labels),
    tags: steadyMap(now.tags, before.tags),
  }
}

/** Parts of a picture are plain: numbers, words, lists and boxes of them. */
function steadyMap<Part>(now: ReadonlyMap<string, Part>, before: ReadonlyMap<string, Part>): ReadonlyMap<string, Part> {
  return new Map(
    Array.from(now, ([key, part]) => {
      const old = before.get(key)
      return [key, old !== undefined && isSameValue(old, part) ? old : part]
    }),
  )
}
