/** What the address brought: a card's or an invitation's secret, read once and taken out of the address before anything else. */

import { signal } from '@preact/signals'
import { kith, type Scanned } from '../device/kith.ts'

/** The card or invitation that this page was opened with; null once it is used or put away. */
export const arrived = signal<Exclude<Scanned, { kind: 'nothing' }> | null>(null)

/** The fragment of this page's address, which is empty from here on: no history, no screenshot, no other page sees it. */
export function takeFragment(): string {
  const { hash, pathname } = window.location
  if (hash !== '') window.history.replaceState(null, '', pathname)
  return hash
}

/** Reads what the address brought. A fragment that is neither is dropped. */
export async function readFragment(hash: string): Promise<void> {
  if (!/^#[kj]1\./.test(hash)) return
  const scanned = await kith.read(`${window.location.origin}/${hash}`)
  if (scanned.kind !== 'nothing') arrived.value = scanned
}
