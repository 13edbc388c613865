/** The map and a room of one moment, side by side; one at a time on a phone. */

import type { ComponentChildren } from 'preact'
import type { Document } from '../../../sync/document.ts'
import { openSheets, told } from '../kit/Announce.tsx'
import { later } from '../kit/later.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { Told } from '../kit/Told.tsx'
import { MapView } from '../map/MapView.tsx'
import { words } from '../words/en.ts'
import { beside, enterRoom, lookingBack, paper, side } from './attention.ts'
import { BESIDE } from './beside.ts'
import { useMedia } from './media.ts'

const BesideMap = later(async () => (await import('../photographs/BesideMap.tsx')).BesideMap)

interface SideBySideProps {
  readonly document: Document
  /** Before both. */
  readonly children?: ComponentChildren
}

export function SideBySide({ document, children }: SideBySideProps) {
  const oneAtATime = useMedia('(max-width: 37.49em)')
  const panel = (name: 'map' | 'beside') =>
    oneAtATime ? { role: 'tabpanel' as const, 'aria-labelledby': `tab-${name}`, hidden: side.value !== name } : {}
  const shown = BESIDE.filter(({ name }) => name === beside.value)
  const isBeside = !oneAtATime && lookingBack.value === null
  const photograph = document.photographs.find(({ id, archived }) => isBeside && id === paper.value && !archived)
  return (
    <>
      {told.value !== '' && openSheets.value === 0 && <Told />}
      <main class={`app-working__main${photograph === undefined ? '' : ' app-working__main--paper'}`}>
        {children}
        {oneAtATime && (
          <div class="app-working__tabs">
            <Tabs
              label={words.working.views}
              tabs={[
                { name: 'map', label: words.map.title(document.names[0]?.trim() ?? '') },
                { name: 'beside', label: shown[0]?.label ?? '' },
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
        <div class="app-working__beside" id="panel-beside" {...panel('beside')}>
          <RoomButtons isPaper={photograph !== undefined} />
          {photograph !== undefined && <BesideMap photograph={photograph} />}
          {photograph === undefined && shown.map(({ name, Room }) => <Room key={name} document={document} />)}
        </div>
      </main>
    </>
  )
}

function RoomButtons({ isPaper }: { readonly isPaper: boolean }) {
  return (
    <nav class="app-rooms" aria-label={words.working.rooms}>
      {BESIDE.map(({ name, label }) => (
        <button
          type="button"
          class="app-rooms__room"
          key={name}
          aria-current={!isPaper && name === beside.value ? 'page' : undefined}
          onClick={() => enterRoom(name)}
        >
          {label}
        </button>
      ))}
    </nav>
  )
}
