/** When records that failed here are told of: after a quiet moment, one device after another, so that the first alone need say it. */

import { DeviceError } from '../errors.ts'
import type { KnownDevice } from '../who.ts'
import { giveNotices } from './repair.ts'
import type { Replica } from './replica.ts'

/** For each device that is here and joined before this one. */
const TURN_MS = 1500

export class Noticing {
  readonly #replica: Replica
  readonly #devices: () => readonly KnownDevice[]
  readonly #said: () => Promise<void>
  #callOff: () => void = () => undefined

  /** `said`: there is a record to send. */
  constructor(replica: Replica, devices: () => readonly KnownDevice[], said: () => Promise<void>) {
    this.#replica = replica
    this.#devices = devices
    this.#said = said
  }

  soon(): void {
    this.#callOff()
    const { aside, self, parts } = this.#replica
    if (aside.failed.peek() === 0) return
    const before = this.#devices().filter(({ ix, here }) => here && ix < (self?.ix ?? 0)).length
    this.#callOff = parts.clock.after(TURN_MS * (1 + before), () => void this.#say())
  }

  stop(): void {
    this.#callOff()
  }

  async #say(): Promise<void> {
    try {
      if (await giveNotices(this.#replica)) await this.#said()
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error // the disk is full: when something comes the next time
    }
  }
}
