/**
 * What is half typed in a field that hands it over only when the hand moves on: kept aside within a second, so that a tablet
 * that dies takes no words along. The same field, opened again, has them.
 */

import { effect, signal } from '@preact/signals'
import type { HalfTyped, HalfTypedKeeper } from '../device/half-typed.ts'

/** Being typed now. */
const now = signal<HalfTyped | null>(null)
/** From when the place was last open, until its field is opened again. */
export const leftHalf = signal<HalfTyped | null>(null)

const KEPT_WITHIN_MS = 500

/** Says what stands in a field; nothing once it was handed over, or given up. */
export function typing(key: string, label: string, text: string): void {
  if (text.trim() !== '') now.value = { key, label, text }
  else if (now.peek()?.key === key) now.value = null
}

/** What was left in this field, which has it from now on; '' where nothing was. */
export function takeUp(key: string): string {
  const left = [now.peek(), leftHalf.peek()].find((half) => half?.key === key)
  if (!left) return ''
  now.value = left
  if (leftHalf.peek() === left) leftHalf.value = null
  return left.text
}

/** Keeps it with the open place. Gives back how to stop: what is half typed then is kept. */
export function keepHalfTyped(keeper: HalfTypedKeeper): () => void {
  let kept = keeper.left
  let timer: ReturnType<typeof setTimeout> | undefined
  leftHalf.value = kept
  const keep = (): void => {
    clearTimeout(timer)
    timer = undefined
    const half = now.peek() ?? leftHalf.peek()
    if (half !== kept) keeper.keep(half)
    kept = half
  }
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') keep()
  }
  document.addEventListener('visibilitychange', onHide)
  const stop = effect(() => {
    if ((now.value ?? leftHalf.value) !== kept) timer ??= setTimeout(keep, KEPT_WITHIN_MS)
  })
  return () => {
    stop()
    keep()
    document.removeEventListener('visibilitychange', onHide)
    now.value = null
    leftHalf.value = null
  }
}
