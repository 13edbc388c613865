/** The map and the plan as they were: framed, to be looked at, with one tap back to now. */

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { SharedDocument } from '../document/shared-document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { type Earlier, lifted, lookingBack, opened } from '../working/attention.ts'
import { namesHidden, seen } from '../working/hidden-names.ts'
import { HiddenSheet } from '../working/NamesAreHidden.tsx'
import { Pen } from '../working/Pen.tsx'
import { SideBySide } from '../working/SideBySide.tsx'
import { thenTitle } from './days.ts'
import { ThenSheet } from './ThenSheet.tsx'

export interface ThenScreenProps {
  readonly earlier: Earlier
  readonly shared: SharedDocument
  readonly members: readonly number[]
  readonly footer: ComponentChildren
  readonly onUrgentHelp: () => void
}

export function ThenScreen({ earlier, shared, members, footer, onUrgentHelp }: ThenScreenProps) {
  const document = seen(earlier.document)
  const title = thenTitle(earlier.at)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    announce(`${title}. ${words.history.thenHelp}`)
    return () => {
      lifted.value = null
      opened.value = null
    }
  }, [])

  return (
    <div class="app-working app-then">
      <header class="app-header app-then__head">
        <h1 class="app-then__title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <Pen shared={shared} members={members} />
        <Button kind="main" onPress={backToNow}>
          {words.history.backToNow}
        </Button>
        <span class="app-header__urgent">
          <Button onPress={onUrgentHelp}>{words.working.urgent}</Button>
        </span>
      </header>
      <p class="app-then__help">{words.history.thenHelp}</p>
      <SideBySide document={document} />
      {footer}
      {opened.value !== null && namesHidden.value && <HiddenSheet title={title} onClose={closeOpened} />}
      {opened.value !== null && !namesHidden.value && (
        <ThenSheet
          key={opened.value.id}
          focus={opened.value}
          then={document}
          now={shared.snapshot.value}
          onClose={closeOpened}
        />
      )}
    </div>
  )
}

function closeOpened(): void {
  opened.value = null
}

export function lookAt(earlier: Earlier): void {
  lifted.value = null
  opened.value = null
  lookingBack.value = earlier
}

function backToNow(): void {
  lookingBack.value = null
  announce(words.history.isNow)
}
