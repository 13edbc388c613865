/** The map and the plan as they were: framed, to be looked at, with one tap back to now. */

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { SharedDocument } from '../document/shared-document.ts'
import { announce, openSheets, told } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Told } from '../kit/Told.tsx'
import { MapView } from '../map/MapView.tsx'
import { PlanView } from '../plan/PlanView.tsx'
import { words } from '../words/en.ts'
import { type Earlier, lifted, lookingBack, opened, side } from '../working/attention.ts'
import { useMedia } from '../working/media.ts'
import { Pen } from '../working/Pen.tsx'
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
  const { document } = earlier
  const title = thenTitle(earlier.at)
  const heading = useRef<HTMLHeadingElement>(null)
  const oneAtATime = useMedia('(max-width: 37.49em)')
  useEffect(() => {
    heading.current?.focus()
    announce(`${title}. ${words.history.thenHelp}`)
    return () => {
      lifted.value = null
      opened.value = null
    }
  }, [])
  const panel = (name: 'map' | 'plan') =>
    oneAtATime ? { role: 'tabpanel' as const, 'aria-labelledby': `tab-${name}`, hidden: side.value !== name } : {}

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
      {told.value !== '' && openSheets.value === 0 && <Told />}
      <main class="app-working__main">
        {oneAtATime && (
          <div class="app-working__tabs">
            <Tabs
              label={words.working.views}
              tabs={[
                { name: 'map', label: words.map.title(document.names[0]?.trim() ?? '') },
                { name: 'plan', label: words.plan.title },
              ]}
              chosen={side.value}
              onChoose={(name) => {
                side.value = name
              }}
            />
          </div>
        )}
        <div class="app-working__map" id="panel-map" {...panel('map')}>
          <MapView document={document} />
        </div>
        <div class="app-working__plan" id="panel-plan" {...panel('plan')}>
          <PlanView document={document} />
        </div>
      </main>
      {footer}
      {opened.value !== null && (
        <ThenSheet
          key={opened.value.id}
          focus={opened.value}
          then={document}
          now={shared.snapshot.value}
          onClose={() => {
            opened.value = null
          }}
        />
      )}
    </div>
  )
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
