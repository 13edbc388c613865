/** A document that is open while each test of a file runs: what tests of actions begin with. */

import { afterEach, beforeEach } from 'vitest'
import type { Document } from '../../../sync/document.ts'
import { current } from './current.ts'
import { SharedDocument } from './shared-document.ts'

export interface Open {
  readonly document: SharedDocument
  readonly shown: Document
}

/** Noon of 23 November 2026. */
export const NOW_MS = Date.UTC(2026, 10, 23, 12)

export function openForEach(): Open {
  let document = new SharedDocument({ now: () => NOW_MS })
  beforeEach(() => {
    document = new SharedDocument({ now: () => NOW_MS })
    current.value = document
  })
  afterEach(() => {
    document.close()
    current.value = null
  })
  return {
    get document() {
      return document
    },
    get shown() {
      return document.snapshot.peek()
    },
  }
}
