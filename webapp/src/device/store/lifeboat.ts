/**
 * A store that outlives its disk. When what is kept has been cleared away under an open place, nothing can be saved any
 * more, but the words are still here: they go on in memory, and to the server, and the screen says that they are not kept.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import { StorageGone } from '../errors.ts'
import { MemoryStore } from './memory-store.ts'
import type { AppliedRecord, Change, Kept, OwnRecord, SpaceStore } from './store.ts'

export class Lifeboat implements SpaceStore {
  readonly #disk: SpaceStore
  readonly #memory = new MemoryStore()
  readonly #isAfloat = signal(false)

  constructor(disk: SpaceStore) {
    this.#disk = disk
  }

  /** True once the disk has lost everything. This device's keys went with it: no later life of it can contradict this one. */
  get isAfloat(): ReadonlySignal<boolean> {
    return this.#isAfloat
  }

  async write(change: Change): Promise<void> {
    if (!this.#isAfloat.peek() && !(await this.#isLost(this.#disk.write(change)))) return
    await this.#memory.write(change)
  }

  read(): Promise<Kept> {
    return this.#isAfloat.peek() ? this.#memory.read() : this.#disk.read()
  }

  ownFrom(seq: number, count: number): Promise<readonly OwnRecord[]> {
    return (this.#isAfloat.peek() ? this.#memory : this.#disk).ownFrom(seq, count)
  }

  appliedFrom(number: number, count: number): Promise<readonly AppliedRecord[]> {
    return (this.#isAfloat.peek() ? this.#memory : this.#disk).appliedFrom(number, count)
  }

  close(): void {
    this.#disk.close()
  }

  async #isLost(step: Promise<void>): Promise<boolean> {
    try {
      await step
      return false
    } catch (error) {
      if (!(error instanceof StorageGone)) throw error
      this.#isAfloat.value = true
      return true
    }
  }
}
