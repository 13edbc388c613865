/** What others say of this device's own records, and what came of looking: for as long as the place is open. */

import { signal } from '@preact/signals-core'

export class Doubts {
  /** Devices whose notices were false: they are not looked into again. */
  readonly false = new Set<number>()
  /** From some record on nobody can use what this device says, and it may not go on once more: its words stay here. */
  readonly isMuted = signal(false)
  /** Something in the document is no longer in the log, and stands there anew: all is to be opened again from the store. */
  isOver = false
  /** Another tab has signed what is not on the disk yet: until it is, this one signs nothing (P18). */
  isKeptBack = false
}
