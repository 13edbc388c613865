/** What a file would bring, in plain words. */

import type { FileLook } from '../device/file-looks.ts'
import { dayOf } from '../doors/names.ts'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'

export function LookedAt({ look }: { readonly look: Extract<FileLook, { kind: 'preview' }> }) {
  return (
    <Notice kind="plain" live>
      <p>{words.files.lookFresh(look.fresh)}</p>
      {look.waiting > 0 && <p>{words.files.lookWaiting(look.waiting)}</p>}
      {look.refused > 0 && <p>{words.files.lookRefused(look.refused)}</p>}
      <p class="app-soft">
        {words.files.lookMade(dayOf(look.madeAt))} {words.files.lookSafe}
      </p>
    </Notice>
  )
}
