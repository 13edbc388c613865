/** How this tablet closes: by itself after a quiet time, at a press, with all other tabs, or at once to a blank page. */

import { within } from '../within.ts'
import type { OpenPlace } from './entrance/open-place.ts'
import type { Surroundings } from './surroundings.ts'
import { AutoLock } from './unlock/lock.ts'

/** What is behind the door, as far as closing it goes. */
export interface Household {
  /** The pair's place, and its keeper's own beside it. */
  readonly open: readonly OpenPlace[]
  /** A conversation that is nowhere but on this screen. */
  readonly isUnkept: boolean
  /** Something here opens, or shows, with nothing more said. */
  readonly isUnlocked: boolean
  dropRing(): void
  /** Nothing of it is on the screen any more, and nobody brings it back. */
  clear(): void
  lockOthers(): void
  close(): Promise<void>
  discard(): void
}

/** A disk that answers later than this may do so behind a cover, or not at all. */
const SAVE_LIMIT_MS = 4000
const LEAVE_LIMIT_MS = 300

export class Doorkeeper {
  readonly autoLock: AutoLock
  readonly #around: Surroundings
  readonly #inside: Household
  #locking: Promise<void> | null = null

  constructor(around: Surroundings, inside: Household) {
    this.#around = around
    this.#inside = inside
    // It is quiet here; another tab, where somebody may be writing, has a clock of its own.
    this.autoLock = new AutoLock(around.clock, () => void this.lock('this tab'))
  }

  /** Whatever is up: while something opens here with nothing more said, the quiet time is counted. */
  watch(): void {
    if (this.#locking) return
    if (this.#inside.isUnlocked) this.autoLock.start()
    else this.autoLock.stop()
  }

  lock(which: 'all tabs' | 'this tab'): Promise<void> {
    if (which === 'all tabs') this.#inside.lockOthers()
    this.#locking ??= this.#lock()
    return this.#locking
  }

  /** Nothing shows from this moment on; a word just typed has a blink of an eye to reach the disk. */
  leaveQuickly(): void {
    this.#around.settle()
    this.#around.holdOpen(false)
    this.#inside.discard()
    this.#inside.lockOthers()
    const { open } = this.#inside
    this.autoLock.stop()
    this.#inside.clear()
    const leave = (): void => {
      void this.#inside.close()
      this.#around.leave()
    }
    if (open.length === 0) leave()
    else void within(LEAVE_LIMIT_MS, this.#flush(), undefined).finally(leave)
  }

  /** Saves. False where words would go with the page, or nobody can tell in time. */
  async mayEnd(): Promise<boolean> {
    this.#around.settle()
    await within(SAVE_LIMIT_MS, this.#flush(), undefined)
    return !this.#inside.isUnkept && this.#isSafe
  }

  /** Perhaps for good: what was typed goes to the disk and, as far as it gets, to the others. */
  putAway(): void {
    this.autoLock.hidden()
    void this.#flush()
  }

  /** Whatever goes wrong on the way, nothing of the place is left on the screen. */
  async #lock(): Promise<void> {
    this.#around.settle()
    this.autoLock.shut()
    try {
      await within(SAVE_LIMIT_MS, this.#flush(), undefined)
    } finally {
      // Words that are nowhere but here would be gone with the page: covered, they are safe from eyes and from loss.
      if (this.#inside.isUnkept || !this.#isSafe) {
        this.#inside.dropRing()
        this.autoLock.cover()
        this.#locking = null
      } else await this.#end()
    }
  }

  async #flush(): Promise<void> {
    await Promise.all(this.#inside.open.map(({ engine }) => engine.flush()))
  }

  get #isSafe(): boolean {
    return this.#inside.open.every(({ engine }) => engine.isSafe)
  }

  async #end(): Promise<void> {
    try {
      this.autoLock.stop()
      this.#inside.clear()
      await within(SAVE_LIMIT_MS, this.#inside.close(), undefined)
    } finally {
      this.#around.reload()
    }
  }
}
