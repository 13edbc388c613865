/** Wishes and what they made somebody think of, as they are shown: each below the one that it is like. */

import type { Wish } from '../../../sync/document.ts'

export interface Link {
  readonly wish: Wish
  /** What is like it, in their order. */
  readonly next: readonly Link[]
}

/** Every wish stands in it once, also where two hands made a ring of them, or where the first of a chain was put away. */
export function chainsOf(wishes: readonly Wish[]): readonly Link[] {
  const here = new Set(wishes.map(({ id }) => id))
  const told = new Set<string>()
  const link = (wish: Wish): Link => {
    told.add(wish.id)
    const next: Link[] = []
    for (const one of wishes) if (one.like === wish.id && !told.has(one.id)) next.push(link(one))
    return { wish, next }
  }
  const chains = wishes.filter(({ like, id }) => !here.has(like) || like === id).map(link)
  for (const wish of wishes) if (!told.has(wish.id)) chains.push(link(wish))
  return chains
}
