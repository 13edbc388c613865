/** Who writes in which field just now. Ours is published, the others' is drawn as an outline with their name. Nothing is kept. */

import { signal } from '@preact/signals'
import type { By } from '../../../sync/document.ts'

export interface Writing {
  /** The id of the person, goal or step. */
  readonly entity: string
  readonly field: string
}

export interface OtherWriting extends Writing {
  readonly by: By
  readonly name: string
}

export const myWriting = signal<Writing | null>(null)

export const othersWriting = signal<readonly OtherWriting[]>([])
