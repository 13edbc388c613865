/** Round a field: says that we write in it, and shows when another does. */

import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { myWriting, othersWriting } from '../plan/writing.ts'
import { words } from '../words/en.ts'
import { toneOf } from './names.ts'

interface WritingByProps {
  readonly entity: string
  readonly field: string
  readonly document: Document
  readonly children: ComponentChildren
}

export function WritingBy({ entity, field, children }: WritingByProps) {
  const other = othersWriting.value.find((writing) => writing.entity === entity && writing.field === field)
  function isOurs(): boolean {
    return myWriting.value?.entity === entity && myWriting.value.field === field
  }
  useEffect(
    () => () => {
      if (isOurs()) myWriting.value = null
    },
    [entity, field],
  )
  return (
    <div
      class={other === undefined ? 'app-writing' : `app-writing app-writing--${toneOf(other.by)}`}
      onFocusIn={() => {
        myWriting.value = { entity, field }
      }}
      onFocusOut={() => {
        if (isOurs()) myWriting.value = null
      }}
    >
      {children}
      {other !== undefined && <p class="app-writing__who">{words.plan.writing(other.name)}</p>}
    </div>
  )
}
