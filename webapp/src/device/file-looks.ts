/** What the screens are told of a file before anything of it is taken or kept. Types only. */

import type { Member, Outcome, Unlock } from './stage.ts'

/** What a file would bring to the open place. Nothing has changed before `take`. */
export type FileLook =
  | { readonly kind: 'needs words' }
  | {
      readonly kind: 'preview'
      /** Unix seconds, by the clock of whoever made it. */
      readonly madeAt: number
      /** Changes that are not here yet. */
      readonly fresh: number
      /** Changes that build on others that have not come. */
      readonly waiting: number
      /** Changes that cannot be true. */
      readonly refused: number
      take(): Promise<Outcome>
    }

/** What a copy holds, before anything of it is kept. */
export interface CopyPreview {
  /** Unix seconds, by the clock of whoever made it. */
  readonly madeAt: number
  /** Who writes on the device that made it, as it says itself. */
  readonly madeBy: readonly Member[]
  readonly names: readonly string[]
  readonly people: number
  readonly goals: number
  readonly steps: number
  /** Changes that could not be used. */
  readonly aside: number
}

/** A copy that is open in memory. */
export interface CopyLook {
  readonly preview: CopyPreview
  /** Keeps it on this tablet, to be read. */
  keep(unlock: Unlock): Promise<Outcome>
  /** Lets it go; nothing of it remains. */
  close(): void
}
