/** The map itself: rings, people, ideas, and the others' hands. Redrawn when the document or the screen changes, never by a drag. */

import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { lifted, lookingBack, peopleWith } from '../working/attention.ts'
import { callName } from '../working/names.ts'
import { FigureOnMap } from './FigureOnMap.tsx'
import { moves, myHands, toUnits } from './hands.ts'
import type { Box } from './labels.ts'
import { clearZoom, layOut } from './layout.ts'
import { rootText_px, textMeasure, useSize } from './measure.ts'
import { watchDrags } from './move.ts'
import { OthersHands } from './OthersHands.tsx'
import { PersonOnMap } from './PersonOnMap.tsx'
import type { Frame } from './picture.ts'
import { putPerson } from './placing.ts'
import { Rings } from './Rings.tsx'
import { spokenFor } from './spoken.ts'
import { type Standings, toPlace } from './standing.ts'
import { canvas, endedDrag, forget, onCanvas, over, pick, placeAt } from './touch.ts'
import { chosenZoom, shownZoom } from './Zoom.tsx'

export interface RingMapProps {
  readonly document: Document
  readonly standing: Standings
  readonly named: boolean
}

export function RingMap({ document: shown, standing, named }: RingMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(box)
  const tagText = (by: number | 'both') => words.map.wonders(callName(by, shown))

  const people = standing.rings.map((stood) => toPlace(stood, named, tagText(stood.person.wonder?.by ?? 'both')))
  const text_px = Math.round(rootText_px() * 0.86)
  const frame: Frame = useMemo(
    () => ({
      width: size?.width ?? 320,
      height: size?.height ?? 320,
      text_px,
      widthOf: textMeasure(text_px),
      keepFree: overlaid(box.current),
      ringWords: [words.map.rings.closest, words.map.rings.close, words.map.rings.life],
    }),
    [size, text_px],
  )
  const crowd = Math.ceil(people.length / 8)
  const clear = useMemo(() => clearZoom(people, frame), [frame.width, text_px, crowd])
  const zoom = chosenZoom.value ?? clear
  useEffect(() => {
    shownZoom.value = zoom
  }, [zoom])
  const shape = JSON.stringify(people)
  const picture = useMemo(() => layOut(people, frame, zoom), [shape, frame, zoom])

  useLayoutEffect(() => {
    canvas.svg = svg.current
    canvas.circle = picture.circle
    return () => {
      canvas.svg = null
      canvas.circle = null
    }
  }, [picture])
  useLayoutEffect(() => {
    const shown = box.current
    if (shown) shown.scrollTo((picture.width - shown.clientWidth) / 2, (picture.height - shown.clientHeight) / 2)
  }, [zoom, size])
  useEffect(
    () =>
      watchDrags(moves, (drags) => {
        const circle = canvas.circle
        myHands.value =
          circle === null
            ? []
            : drags.map(({ pointer, person, at }) => ({ pointer, person, ...toUnits(onCanvas(at), circle) }))
        const last = drags[drags.length - 1]
        over.value = last === undefined ? null : (placeAt(last.at)?.ring ?? null)
      }),
    [],
  )

  const focus = lifted.value
  const lit = peopleWith(shown, focus)
  const waiting = focus?.kind === 'person'
  return (
    <div class="app-map__frame">
      <div class="app-map__canvas" ref={box}>
        {size !== null && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: a tap on a ring; keys have the arrows and the sheet
          <svg
            class="app-map__svg"
            ref={svg}
            width={picture.width}
            height={picture.height}
            role="group"
            aria-label={words.map.title(shown.names[0] ?? '')}
            onClick={(event) => {
              forget()
              if (endedDrag()) return
              const whose = event.target instanceof Element ? event.target.closest('[data-words]') : null
              if (whose !== null) return pick(whose.getAttribute('data-words') ?? '')
              if (focus?.kind !== 'person') {
                lifted.value = null
                return
              }
              const place = placeAt({ x: event.clientX, y: event.clientY })
              if (place === null) lifted.value = null
              else putPerson(focus.id, place.ring, place.angle)
            }}
          >
            <Rings picture={picture} middle={shown.names[0]?.trim() || words.map.me} waiting={waiting} />
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
                    tag={picture.tags.get(stood.key)}
                    tagText={tagText(stood.person.wonder?.by ?? 'both')}
                    lit={focus?.kind !== 'person' && isLit}
                    faded={focus?.kind !== 'person' && lit.size > 0 && !isLit}
                    blank={!named}
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
            {lookingBack.value === null && <OthersHands document={shown} picture={picture} />}
          </svg>
        )}
      </div>
    </div>
  )
}

/** Where the map's own buttons lie over the canvas, on a screen wide enough for that. */
function overlaid(canvasBox: HTMLElement | null): readonly Box[] {
  const origin = canvasBox?.getBoundingClientRect()
  if (origin === undefined) return []
  return [...document.querySelectorAll('.app-map__over')].map((part) => {
    const box = part.getBoundingClientRect()
    return {
      left: box.left - origin.left - 4,
      right: box.right - origin.left + 4,
      top: box.top - origin.top - 4,
      bottom: box.bottom - origin.top + 4,
    }
  })
}
