/** Whose records are set aside here, and how many: for the page that says how this copy is doing. */

import { device } from '../../../../sync/membership.ts'
import type { AsideLine } from '../stage.ts'
import type { Replica } from './replica.ts'

/** One line for each device, and one more for what only waits. */
export function asideLines({ aside, state }: Replica): readonly AsideLine[] {
  if (aside.count.value === 0) return []
  const lines = new Map<string, AsideLine>()
  for (const { id, waits } of aside.authors) {
    const author = id === null ? null : (device(state.value, id)?.ix ?? null)
    const key = `${author} ${waits}`
    lines.set(key, { device: author, waits, count: (lines.get(key)?.count ?? 0) + 1 })
  }
  return [...lines.values()]
}
