/** The way from taking stock to the own column of the one who helps, on a device that they keep. */

import { useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { HELPER } from '../offers/asked.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

const OwnPages = later(async () => (await import('../own/OwnPages.tsx')).OwnPages)

export function ColumnDoor({ document }: { readonly document: Document }) {
  const { column } = words.going
  const [isOpen, setOpen] = useState(false)
  const own = kith.own.stage.value
  if (own.name === 'nowhere' || own.keeper !== 'helper') return null
  const helper = callName(HELPER, document)
  return (
    <section class="app-stack app-stack--close">
      <div>
        <Button describedBy="own-column-hint" onPress={() => setOpen(true)}>
          {column.door(helper)}
        </Button>
      </div>
      <p class="app-soft" id="own-column-hint">
        {column.doorHint(helper)}
      </p>
      {isOpen && <OwnPages first="column" document={document} onClose={() => setOpen(false)} />}
    </section>
  )
}
