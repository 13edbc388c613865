/** Which of the first screen's doors is open, and the way back out of it. */

import { signal } from '@preact/signals'
import { arrived } from './fragment.ts'

export type DoorName = 'first' | 'card' | 'invitation' | 'copy'

export const openDoor = signal<DoorName>('first')

/** Back to the first screen, or to the lock where something is kept. */
export function leaveDoor(): void {
  arrived.value = null
  openDoor.value = 'first'
}
