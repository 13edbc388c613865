/** This device's entries on their way into the control chain: one at a time, each upon the chain's end as it is known here. */

import type { Bytes } from '../../../../sync/bytes.ts'
import { Refused } from '../../../../sync/errors.ts'
import { apply, type Membership } from '../../../../sync/membership.ts'
import { Turns } from '../turns.ts'
import type { Channel } from './channel.ts'
import type { Replica } from './replica.ts'

/** Makes the entry that is to follow; null when there is nothing to add any more. */
export type Build = (state: Membership) => Promise<Bytes | null>

interface Append {
  readonly entry: Bytes
  /** The number of the last entry that it was built upon. */
  readonly upon: number
  settle(refused: Refused | null): void
}

const ANSWER_LIMIT_MS = 30_000
const ATTEMPTS = 3

export class Appending {
  readonly #replica: Replica
  readonly #channel: Channel
  readonly #turns = new Turns()
  #append: Append | null = null

  constructor(replica: Replica, channel: Channel) {
    this.#replica = replica
    this.#channel = channel
  }

  /** What has been sent and not answered. */
  get pending(): Append | null {
    return this.#append
  }

  /** Whether a refusal with this code answers for it. */
  isAnswer(code: string): boolean {
    return this.#append !== null && (code.startsWith('CTL_') || code === 'TOO_MANY' || code === 'SPACE_CLOSED')
  }

  /** Nothing has come into the chain since it was made. */
  get isUpToDate(): boolean {
    return this.#append?.upon === this.#replica.state.value.n
  }

  /**
   * Adds an entry, or none where it turns out not to be needed any more. Raises Damaged before anything is sent where it may
   * not be added, and Refused, with GONE when the connection ended first.
   */
  extend(build: Build): Promise<void> {
    return this.#turns.take(async () => {
      for (let attempt = 1; ; attempt++) {
        const refused = await this.#attempt(build)
        if (refused === null) return
        if (refused.code !== 'CTL_CONFLICT' || attempt === ATTEMPTS) throw refused
      }
    })
  }

  /** The answer has come, or never will. */
  settle(refused: Refused | null): void {
    this.#append?.settle(refused)
  }

  async #attempt(build: Build): Promise<Refused | null> {
    const { state, parts } = this.#replica
    const before = state.value
    const entry = await build(before)
    if (entry === null) return null
    await apply(before, entry, parts.crypto)
    if (this.#channel.ended) throw new Refused('GONE')
    const callOff = parts.clock.after(ANSWER_LIMIT_MS, () => this.#channel.close())
    const refused = await new Promise<Refused | null>((resolve) => {
      this.#append = { entry, upon: before.n, settle: resolve }
      this.#channel.send({ type: 'ctl append', entry })
    })
    callOff()
    this.#append = null
    return refused
  }
}
