/** How what lies behind the lock is fetched: once, while the lock shows; where it cannot be had, whoever wants it next asks again. */

import { Refused } from '../../../sync/errors.ts'
import type { Copies } from './entrance/copies.ts'
import type { OwnSpace } from './entrance/own-space.ts'
import type { Sitting } from './entrance/sitting.ts'
import { PartMissing } from './errors.ts'

export type Parts = typeof import('./inside.ts')['parts']

export interface Inside {
  readonly parts: Parts
  readonly sitting: Sitting
  readonly own: OwnSpace
  /** Copies that are opened from their file alone. */
  readonly copies: Copies
}

export class Behind {
  #here: Inside | null = null
  readonly #furnish: (parts: Parts) => Inside

  constructor(furnish: (parts: Parts) => Inside) {
    this.#furnish = furnish
  }

  /** Null before it has come. */
  get here(): Inside | null {
    return this.#here
  }

  /** Raises Refused GONE where nothing can be open yet. */
  get sitting(): Sitting {
    if (!this.#here) throw new Refused('GONE')
    return this.#here.sitting
  }

  /** Raises PartMissing. */
  async come(): Promise<Inside> {
    const { parts } = await import('./inside.ts').catch((error: unknown) => {
      throw new PartMissing(error)
    })
    this.#here ??= this.#furnish(parts)
    return this.#here
  }

  /** At once where it is here; else when it has come, if it comes. */
  soon(then: (parts: Parts) => void = () => undefined): Promise<void> {
    if (!this.#here) return this.come().then(({ parts }) => then(parts), notYet)
    then(this.#here.parts)
    return Promise.resolve()
  }
}

function notYet(error: unknown): void {
  if (!(error instanceof PartMissing)) throw error
}
