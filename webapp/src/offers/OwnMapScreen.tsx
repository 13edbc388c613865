/** The own map of the one who helps, in front of all that the two share: rings or a list, from the place that is theirs alone. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import type { OpenOwn } from '../device/own.ts'
import { openSheets, told } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { Told } from '../kit/Told.tsx'
import { board, OURS } from '../map/board.ts'
import { ChosenBar } from '../map/ChosenBar.tsx'
import { DragLayer } from '../map/DragLayer.tsx'
import { shownAs } from '../map/MapView.tsx'
import { PeopleList } from '../map/PeopleList.tsx'
import { nudge, settleNudge } from '../map/placing.ts'
import { RingMap } from '../map/RingMap.tsx'
import { standings } from '../map/standing.ts'
import { Tray } from '../map/Tray.tsx'
import { listenTo } from '../map/touch.ts'
import { zoomByKey } from '../map/Zoom.tsx'
import { words } from '../words/en.ts'
import { lifted, room, tying } from '../working/attention.ts'
import { Footer } from '../working/Footer.tsx'
import { undoKey, undoLast } from '../working/undoing.ts'
import { AddContact } from './AddContact.tsx'
import { HELPER } from './asked.ts'
import { ContactSheet } from './ContactSheet.tsx'
import { ownMap } from './drawn.ts'
import { closeIfShared, openContact, ownBoard, ownMapShown } from './own-board.ts'

export interface OwnMapScreenProps {
  readonly open: OpenOwn
  /** The pair's, where some of it may be shown. */
  readonly document: Document
  readonly members: readonly number[]
  readonly onLeave: () => void
  readonly onUrgentHelp: () => void
}

export function OwnMapScreen(props: OwnMapScreenProps) {
  const { document: own, space } = props.open
  const name = props.document.names[HELPER]?.trim() ?? ''
  const map = useMemo(() => ownMap(own.snapshot.value, name), [own.snapshot.value, name])
  useInFront(props.open, name)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="app-working app-own-map">
      <header class="app-header">
        <h1 class="app-own-map__title" tabIndex={-1} ref={heading} data-rest>
          {words.offers.map}
        </h1>
        <Button label={words.working.undo} off={own.canUndo.value === null} onPress={() => undoLast(undefined, own)}>
          {words.working.undo}
        </Button>
        <Button onPress={closeMap}>{words.offers.closeMap}</Button>
        <span class="app-header__urgent">
          <Button onPress={props.onUrgentHelp}>{words.working.urgent}</Button>
        </span>
      </header>
      <section class="app-strip" aria-label={words.offers.whose}>
        <span>{words.offers.mapLead}</span>
      </section>
      {told.value !== '' && openSheets.value === 0 && <Told />}
      <MapOrList {...props} map={map} />
      <Footer
        document={props.document}
        members={props.members}
        state={space.state.value}
        onLeave={props.onLeave}
        onUrgentHelp={props.onUrgentHelp}
      />
    </div>
  )
}

interface MapOrListProps extends OwnMapScreenProps {
  readonly map: Document
}

function MapOrList({ open, document, map }: MapOrListProps) {
  const isList = shownAs.value === 'list'
  const [isAdding, setAdding] = useState(false)
  const section = useRef<HTMLElement>(null)
  useEffect(() => (section.current === null ? undefined : listenTo(section.current)), [])
  const standing = standings(map, nudge.value)
  const focus = lifted.value
  const chosen = map.people.find(({ id, archived }) => id === focus?.id && !archived)
  const contact = open.document.snapshot.value.offers.find(({ id }) => id === openContact.value)
  return (
    <main class="app-working__main" ref={section} onKeyDown={isList ? undefined : zoomByKey}>
      <div class={isList ? 'app-map app-own-map__map app-own-map__map--list' : 'app-map app-own-map__map'}>
        <p class="app-hidden" id="map-help">
          {words.map.help}
        </p>
        {isList ? <PeopleList document={map} /> : <RingMap document={map} standing={standing} />}
        <div class="app-map__below">
          {chosen !== undefined && !isList ? (
            <ChosenBar person={chosen} document={map} />
          ) : (
            <div class="app-row">
              <Button kind="main" onPress={() => setAdding(true)}>
                <span aria-hidden="true">+</span> {words.map.add}
              </Button>
              <Button
                onPress={() => {
                  lifted.value = null
                  shownAs.value = isList ? 'rings' : 'list'
                }}
              >
                {isList ? words.map.asMap : words.map.asList}
              </Button>
            </div>
          )}
          {map.people.every(({ archived }) => archived) && <p>{words.offers.mapEmpty}</p>}
          {!isList && (
            <div class="app-map__trays">
              <Tray place="tray" stood={standing.tray} document={map} />
              {standing.past.length > 0 && <Tray place="past" stood={standing.past} document={map} />}
            </div>
          )}
        </div>
      </div>
      <DragLayer document={map} />
      {isAdding && (
        <Sheet title={words.offers.addToMap} onClose={() => setAdding(false)}>
          <AddContact own={open.document} onMap />
        </Sheet>
      )}
      {contact !== undefined && !contact.archived && (
        <ContactSheet
          key={contact.id}
          offer={contact}
          own={open.document}
          document={document}
          onClose={() => (openContact.value = '')}
        />
      )}
    </main>
  )
}

/** While it is on the screen, hands, keys and Undo work on it; after that on what the two share again, and it is closed. */
function useInFront({ document: own }: OpenOwn, name: string): void {
  useLayoutEffect(() => {
    board.value = ownBoard(own, name)
    lifted.value = null
    tying.value = null
    return () => {
      settleNudge()
      board.value = OURS
      lifted.value = null
    }
  }, [own, name])
  useEffect(() => {
    const hear = (event: KeyboardEvent) => undoKey(event, () => undoLast(undefined, own))
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [own])
  useEffect(
    () => () => {
      ownMapShown.value = false
      openContact.value = ''
      closeIfShared()
    },
    [],
  )
}

function closeMap(): void {
  ownMapShown.value = false
  room.value = null
  requestAnimationFrame(() => document.getElementById('map-title')?.focus())
}
