/** The map and everything about it: as rings or as a list, adding, and what can be done with whoever is picked up. */

import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { TyingBar } from '../ties/TyingBar.tsx'
import { TyingList } from '../ties/TyingList.tsx'
import { isTying } from '../ties/tying.ts'
import { words } from '../words/en.ts'
import { lifted, lookingBack, naming, room } from '../working/attention.ts'
import { hideNames, namesHidden } from '../working/hidden-names.ts'
import { AddPerson } from './AddPerson.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { DragLayer } from './DragLayer.tsx'
import { PeopleList } from './PeopleList.tsx'
import { nudge } from './placing.ts'
import { RingMap } from './RingMap.tsx'
import { awaitsCloserLook } from './sight.ts'
import { standings } from './standing.ts'
import { Tray } from './Tray.tsx'
import { listenTo } from './touch.ts'
import { zoomByKey } from './Zoom.tsx'

/** How the map is shown; kept while the app is open. */
export const shownAs = signal<'rings' | 'list'>('rings')

/** So many have room enough on a map that is a little smaller. */
const A_FEW = 5

export function MapView({ document }: { readonly document: Document }) {
  const [adding, setAdding] = useState(false)
  const closed = useRef(false)
  const section = useRef<HTMLElement>(null)
  const standing = standings(document, nudge.value)
  const focus = lifted.value
  const chosen = focus?.kind === 'person' ? document.people.find((person) => person.id === focus.id) : undefined
  const empty = document.people.every((person) => person.archived)
  const isEarlier = lookingBack.value !== null
  const few = !empty && standing.rings.length <= 3 && standing.tray.length === 0

  // Whoever is picked up may be put away on the other tablet.
  useEffect(() => {
    if (focus?.kind === 'person' && (chosen === undefined || chosen.archived)) lifted.value = null
  }, [focus, chosen])

  useEffect(() => {
    const element = section.current
    return element === null ? undefined : listenTo(element)
  }, [])

  return (
    <section
      class={`app-map${shownAs.value === 'list' ? ' app-map--list' : ''}${standing.rings.length <= A_FEW ? ' app-map--few' : ''}`}
      aria-labelledby="map-title"
      ref={section}
      onKeyDown={shownAs.value === 'rings' ? zoomByKey : undefined}
    >
      <div class="app-map__head">
        <h2 class="app-map__title app-map__over" id="map-title" tabIndex={-1} data-rest>
          {words.map.title(document.names[0]?.trim() ?? '')}
        </h2>
        <span class="app-map__switches app-map__over app-row">
          <Button
            kind="plain"
            onPress={() => {
              lifted.value = null
              shownAs.value = shownAs.value === 'list' ? 'rings' : 'list'
            }}
          >
            {shownAs.value === 'list' ? words.map.asMap : words.map.asList}
          </Button>
          {!empty && (
            <Button kind="plain" onPress={() => hideNames(!namesHidden.value)}>
              {namesHidden.value ? words.map.showNames : words.map.hideNames}
            </Button>
          )}
          {!isEarlier && !namesHidden.value && document.names.every((name) => name.trim() === '') && (
            <Button
              onPress={() => {
                naming.value = true
              }}
            >
              {words.working.namesShort}
            </Button>
          )}
          {!isEarlier && (
            <Button
              label={words.map.menu}
              onPress={() => {
                room.value = 'more'
              }}
            >
              <span>
                {words.map.menuShort}
                <span class="app-map__wide">{words.map.menuRest}</span>
              </span>
            </Button>
          )}
        </span>
      </div>
      <p class="app-hidden" id="map-help">
        {isEarlier ? words.history.lookClosely : isTying.value ? words.ties.help : words.map.help}
      </p>
      {shownAs.value === 'list' && isTying.value ? (
        <TyingList document={document} />
      ) : shownAs.value === 'list' ? (
        <PeopleList document={document} />
      ) : (
        <RingMap document={document} standing={standing} />
      )}
      <div class="app-map__below">
        {isEarlier ? null : isTying.value ? (
          <TyingBar document={document} inList={shownAs.value === 'list'} />
        ) : chosen !== undefined && shownAs.value === 'rings' ? (
          <ChosenBar person={chosen} document={document} />
        ) : adding ? (
          <AddPerson
            onRings={shownAs.value === 'rings'}
            onDone={() => {
              closed.current = true
              setAdding(false)
            }}
          />
        ) : (
          <div class={`app-map__add${empty ? ' app-map__add--first' : ''}`}>
            <Button
              kind="main"
              onPress={() => setAdding(true)}
              buttonRef={(element) => {
                if (element === null || !closed.current) return
                closed.current = false
                element.focus()
              }}
            >
              <span aria-hidden="true">+</span> {words.map.add}
            </Button>
            {empty && (
              <p>
                <b>{words.map.emptyTitle}</b> {words.map.empty}
              </p>
            )}
            {empty && (
              <Button kind="link" onPress={() => (room.value = 'example')}>
                {words.example.first}
              </Button>
            )}
            {few && <p class="app-soft">{words.map.few}</p>}
            {shownAs.value === 'rings' && awaitsCloserLook.value && !namesHidden.value && (
              <p class="app-soft">{words.map.closerForNames}</p>
            )}
          </div>
        )}
        {shownAs.value === 'rings' && (
          <div class="app-map__trays">
            {/* Who ties has no use for an empty one. */}
            {(!isTying.value || standing.tray.length > 0) && (
              <Tray place="tray" stood={standing.tray} document={document} />
            )}
            {(!isTying.value || standing.past.length > 0) && (
              <Tray place="past" stood={standing.past} document={document} />
            )}
          </div>
        )}
      </div>
      <DragLayer document={document} />
    </section>
  )
}
