/** The way from a room to one of the helper's own pages, on a device that they keep. */

import { useId, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { HELPER } from '../offers/asked.ts'
import { callName } from '../working/names.ts'
import type { OwnPage } from './OwnPages.tsx'

const OwnPages = later(async () => (await import('./OwnPages.tsx')).OwnPages)

interface OwnDoorProps {
  readonly page: OwnPage
  /** What is on the button, and below it; they are given the helper's name. */
  readonly label: (name: string) => string
  readonly hint: (name: string) => string
  readonly document: Document
}

/** Nothing on a device that somebody else keeps. */
export function OwnDoor({ page, label, hint, document }: OwnDoorProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const own = kith.own.stage.value
  if (own.name === 'nowhere' || own.keeper !== 'helper') return null
  const helper = callName(HELPER, document)
  return (
    <section class="app-stack app-stack--close">
      <div>
        <Button describedBy={id} onPress={() => setOpen(true)}>
          {label(helper)}
        </Button>
      </div>
      <p class="app-soft" id={id}>
        {hint(helper)}
      </p>
      {isOpen && <OwnPages first={page} document={document} onClose={() => setOpen(false)} />}
    </section>
  )
}
