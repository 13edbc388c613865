/** The log, a page at a time: the next is on its way while one is read. One for each time that a device catches up. */

import type { Records } from '../../../../sync/messages.ts'
import type { Channel } from './channel.ts'

export class Pages {
  readonly #channel: Pick<Channel, 'send'>
  readonly #answer: (fromPosition: number) => Promise<Records>
  /** From where a page has been asked for that was not answered yet; 0 for none. */
  #asked = 0

  constructor(channel: Pick<Channel, 'send'>, answer: (fromPosition: number) => Promise<Records>) {
    this.#channel = channel
    this.#answer = answer
  }

  /** The page behind this position. Raises what `answer` raises. */
  async after(cursor: number): Promise<Records> {
    if (this.#asked !== cursor + 1) this.#ask(cursor + 1)
    const page = await this.#answer(cursor + 1)
    this.#asked = 0
    if (!page.end && leadsOn(page, cursor)) this.#ask(cursor + page.records.length + 1)
    return page
  }

  #ask(fromPosition: number): void {
    this.#asked = fromPosition
    this.#channel.send({ type: 'pull', fromPosition })
  }
}

/** Whether a page goes on from `cursor` without a gap: then it is known what is asked for next. */
function leadsOn({ records }: Records, cursor: number): boolean {
  return records.length > 0 && records.every(([position], at) => position === cursor + 1 + at)
}
