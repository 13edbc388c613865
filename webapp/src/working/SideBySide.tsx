/** The map and the plan of one moment, side by side; one at a time on a phone. */

import type { ComponentChildren } from 'preact'
import type { Document } from '../../../sync/document.ts'
import { openSheets, told } from '../kit/Announce.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Told } from '../kit/Told.tsx'
import { MapView } from '../map/MapView.tsx'
import { PlanView } from '../plan/PlanView.tsx'
import { words } from '../words/en.ts'
import { side } from './attention.ts'
import { useMedia } from './media.ts'

interface SideBySideProps {
  readonly document: Document
  /** Before both. */
  readonly children?: ComponentChildren
}

export function SideBySide({ document, children }: SideBySideProps) {
  const oneAtATime = useMedia('(max-width: 37.49em)')
  const panel = (name: 'map' | 'plan') =>
    oneAtATime ? { role: 'tabpanel' as const, 'aria-labelledby': `tab-${name}`, hidden: side.value !== name } : {}
  return (
    <>
      {told.value !== '' && openSheets.value === 0 && <Told />}
      <main class="app-working__main">
        {children}
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
    </>
  )
}
