/** The map itself: rings, people, ideas, and the others' hands. Redrawn when the document or the screen changes, never by a drag. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { TiesOnMap } from '../ties/TiesOnMap.tsx'
import { words } from '../words/en.ts'
import { lifted, lookingBack, peopleWith } from '../working/attention.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { callName } from '../working/names.ts'
import { board } from './board.ts'
import { FigureOnMap } from './FigureOnMap.tsx'
import { canDraw } from './faces.ts'
import { moves, myHands, toUnits } from './hands.ts'
import { acrossKey, type Box } from './labels.ts'
import { layOut, openingPicture } from './layout.ts'
import { rootText_px, textMeasure, useSize } from './measure.ts'
import { watchDrags } from './move.ts'
import { OthersHands } from './OthersHands.tsx'
import { PersonOnMap } from './PersonOnMap.tsx'
import { PickedName } from './PickedName.tsx'
import type { Frame, Picture } from './picture.ts'
import { Rings } from './Rings.tsx'
import {
  awaitsCloserLook,
  bringIntoSight,
  canvas,
  chosenZoom,
  lookAway,
  MOST_ZOOM,
  restore,
  scrolled,
  shownZoom,
} from './sight.ts'
import { spokenFor } from './spoken.ts'
import { type Standings, type Stood, toPlace } from './standing.ts'
import { steadyPicture } from './steady.ts'
import { HALVES, pickedAt, pickedBy } from './table.ts'
import { inDrawing, over, placeAt } from './touch.ts'
import { ZoomButtons } from './Zoom.tsx'

export interface RingMapProps {
  readonly document: Document
  readonly standing: Standings
  /** The map lies between two people, and is written for both. */
  readonly across?: boolean
}

export function RingMap({ document: shown, standing, across = false }: RingMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(box)
  const tagText = (by: number | 'both') => words.map.wonders(callName(by, shown))

  const people = standing.rings.map((stood) =>
    toPlace(stood, isNamed(stood), tagText(stood.person.wonder?.by ?? 'both')),
  )
  const text_px = Math.round(rootText_px() * 0.86)
  const [keepFree, setKeepFree] = useState<readonly Box[]>([])
  useLayoutEffect(() => {
    const now = overlaid(box.current)
    setKeepFree((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
  })
  const frame: Frame = useMemo(
    () => ({
      width: size?.width ?? 320,
      height: size?.height ?? 320,
      text_px,
      widthOf: textMeasure(text_px),
      keepFree,
      ringWords: [words.map.rings.closest, words.map.rings.close, words.map.rings.life],
      across,
    }),
    [size, text_px, across, keepFree],
  )
  const shape = JSON.stringify(people)
  const crowd = Math.round(Math.log2(people.length + 1) * CROWDS)
  const opening = useMemo(
    () => ({ shape, frame, picture: openingPicture(people, frame) }),
    [frame.width, text_px, crowd],
  )
  const zoom = chosenZoom.value ?? opening.picture.zoom
  useEffect(() => {
    shownZoom.value = zoom
  }, [zoom])
  const shownPicture = useRef<Picture | null>(null)
  const picture = useMemo(() => {
    const isOpening = opening.shape === shape && opening.frame === frame && opening.picture.zoom === zoom
    return steadyPicture(isOpening ? opening.picture : layOut(people, frame, zoom), shownPicture.current)
  }, [shape, frame, zoom])

  useLayoutEffect(() => {
    shownPicture.current = picture
    canvas.svg = svg.current
    canvas.circle = picture.circle
    awaitsCloserLook.value = !picture.isNamed && zoom < MOST_ZOOM
  }, [picture])
  useLayoutEffect(restore, [zoom, size])
  useLayoutEffect(() => {
    const own = box.current
    return () => lookAway(own)
  }, [])
  useEffect(
    () =>
      watchDrags(moves, (drags) => {
        const circle = canvas.circle
        myHands.value =
          circle === null || !board.peek().isLive
            ? []
            : drags.map(({ pointer, person, at }) => ({ pointer, person, ...toUnits(inDrawing(at), circle) }))
        const rings = drags.flatMap(({ at }) => placeAt(at)?.ring ?? [])
        if (rings.join() !== over.peek().join()) over.value = rings
      }),
    [],
  )

  const focus = lifted.value
  const spot = focus?.kind === 'person' ? picture.spots.get(focus.id) : undefined
  useEffect(() => {
    if (spot !== undefined) bringIntoSight(spot, picture.mark + picture.text_px * 2)
  }, [focus?.id, spot === undefined, size])
  const lit = peopleWith(shown, focus)
  const waiting = focus?.kind === 'person' || HALVES.some((half) => pickedAt.value[half] !== '')
  return (
    <div class="app-map__frame">
      <div
        class={zoom > 1 ? 'app-map__canvas app-map__canvas--near' : 'app-map__canvas'}
        ref={box}
        onScroll={(event) => scrolled(event.currentTarget)}
      >
        {size !== null && (
          <svg
            class="app-map__svg"
            ref={svg}
            width={picture.width}
            height={picture.height}
            role="group"
            aria-label={words.map.title(shown.names[0] ?? '')}
          >
            <Rings
              picture={picture}
              middle={shown.names[0]?.trim() || words.map.me}
              waiting={waiting}
              across={across}
            />
            <TiesOnMap document={shown} picture={picture} />
            <g aria-hidden="true">
              {standing.rings.map((stood) => {
                const isLit = lit.has(stood.person.id)
                return (
                  <FigureOnMap
                    key={stood.key}
                    stood={stood}
                    at={picture.spots.get(stood.key) ?? picture.circle}
                    mark={picture.mark}
                    text_px={picture.text_px}
                    label={picture.labels.get(stood.key)}
                    across={picture.labels.get(acrossKey(stood.key))}
                    turned={picture.faces(picture.spots.get(stood.key) ?? picture.circle) === 'far'}
                    tag={picture.tags.get(stood.key)}
                    tagText={tagText(stood.person.wonder?.by ?? 'both')}
                    lit={focus?.kind !== 'person' && isLit}
                    faded={focus?.kind !== 'person' && lit.size > 0 && !isLit}
                  />
                )
              })}
            </g>
            {standing.rings
              .filter((stood) => stood.role !== 'today')
              .map((stood) => (
                <PersonOnMap
                  key={stood.key}
                  stood={stood}
                  at={picture.spots.get(stood.key) ?? picture.circle}
                  mark={picture.mark}
                  touch={picture.touch.get(stood.key) ?? picture.mark}
                  spoken={spokenFor(stood.person, shown)}
                />
              ))}
            {standing.rings
              .filter(
                ({ person, role }) => role !== 'today' && (focus?.id === person.id || pickedBy(person.id) !== null),
              )
              .map(({ key, person }) => (
                <PickedName key={key} person={person} picture={picture} />
              ))}
            {lookingBack.value === null && board.value.isLive && <OthersHands document={shown} picture={picture} />}
          </svg>
        )}
      </div>
      {!across && (standing.rings.length > A_FEW || zoom > 1) && <ZoomButtons />}
    </div>
  )
}

/** How often it is asked anew how closely a map opens, while it grows to twice its people. */
const CROWDS = 4

/** So few are seen whole; nobody has to look closer. */
const A_FEW = 5

/** While names are hidden, a mark without a picture says the initials itself. */
function isNamed({ person }: Stood): boolean {
  return !namesHidden.value || canDraw(person.face)
}

/** Where the map's own buttons lie over the canvas, on a screen wide enough for that. */
function overlaid(canvasBox: HTMLElement | null): readonly Box[] {
  const origin = canvasBox?.getBoundingClientRect()
  if (origin === undefined) return []
  return [...document.querySelectorAll('.app-map__over, .app-zoom .app-button')].map((part) => {
    const box = part.getBoundingClientRect()
    return {
      left: box.left - origin.left - 4,
      right: box.right - origin.left + 4,
      top: box.top - origin.top - 4,
      bottom: box.bottom - origin.top + 4,
    }
  })
}
