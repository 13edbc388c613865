/** Whether urgent help is in front: over a screen, a door, or whatever sheet is open. */

import { signal } from '@preact/signals'

export const helping = signal(false)

export function showUrgentHelp(): void {
  helping.value = true
}
