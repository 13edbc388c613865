/** "Open a copy": judged in memory, kept to read if somebody wants that, and written in again with the card. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { CardSecret } from '../../../../sync/card.ts'
import type { CopyLook } from '../file-looks.ts'
import type { Outcome, Unlock } from '../stage.ts'
import { isTooShort } from '../unlock/passphrase.ts'
import { tried, whyOfFile } from '../why.ts'
import { seatNew } from './arrivals.ts'
import { CopyInMemory } from './copied.ts'
import { backupContents } from './files.ts'
import type { SeatParts } from './seat.ts'
import type { Sitting } from './sitting.ts'

const DONE: Outcome = { ok: true }

export class Copies {
  readonly #parts: SeatParts & { readonly sitting: Sitting }

  constructor(parts: SeatParts & { readonly sitting: Sitting }) {
    this.#parts = parts
  }

  /** In memory, to be looked at; nothing is kept yet. */
  async open(data: Bytes, passphrase: string): Promise<Outcome<CopyLook>> {
    const { crypto, around } = this.#parts
    const look = async (): Promise<Outcome<CopyLook>> => {
      const contents = await backupContents(data, passphrase, around.derive, { crypto })
      const copy = await CopyInMemory.open(contents, { crypto, clock: around.clock })
      const keep = (unlock: Unlock) => this.#keep(copy, unlock)
      return { ok: true, value: { preview: copy.preview, keep, close: () => copy.close() } }
    }
    return tried(look, (error) => whyOfFile(error, false))
  }

  /** Where a copy is read: the card lets this tablet in. */
  writeAgain(secret: CardSecret): Promise<Outcome> {
    return tried(async (): Promise<Outcome> => {
      return (await this.#parts.sitting.writeAgain(secret)) ? DONE : { ok: false, why: 'cardOfAnother' }
    })
  }

  async #keep(copy: CopyInMemory, unlock: Unlock): Promise<Outcome> {
    if (isTooShort(unlock)) return { ok: false, why: 'passphraseTooShort' }
    const { sitting, places } = this.#parts
    return tried(async () => {
      const ring = await places.ringFor(unlock, false)
      const seated = await seatNew(await copy.change(), ring, false, this.#parts, sitting.giveUp)
      copy.close()
      await sitting.enter(seated)
      return DONE
    })
  }
}
