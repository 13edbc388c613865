/** Beside feelings and worries: who reads it and when, and what to do when it cannot wait (X.20). */

import type { Document } from '../../../sync/document.ts'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { whoReads } from './voices.ts'

export function NobodyWatches({ document }: { readonly document: Document }) {
  return (
    <Notice>
      <p>
        {whoReads(document)} {words.talk.cannotWait}
      </p>
    </Notice>
  )
}
