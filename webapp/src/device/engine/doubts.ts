/** What keeps this device from going on as it is, such as what others say of its own records: for as long as the place is open. */

import { signal } from '@preact/signals-core'
import { DocumentBroken } from '../errors.ts'

export class Doubts {
  /** Devices whose notices were false: they are not looked into again. */
  readonly false = new Set<number>()
  /** From some record on nobody can use what this device says, and it may not go on once more: its words stay here. */
  readonly isMuted = signal(false)
  /** The document is not what the log makes, or can take nothing more: all is to be opened again from the store. */
  isOver = false
  /** Another tab has signed what is not on the disk yet: until it is, this one signs nothing (P18). */
  isKeptBack = false

  /** Joins what is on the disk. Where the document stops within it, nothing that it shows from then on is sealed. Raises DocumentBroken. */
  joining(join: () => void): void {
    try {
      join()
    } catch (error) {
      this.isOver = true
      throw new DocumentBroken(error)
    }
  }
}
