/** The map itself: rings, people, ideas, and the others' hands. Redrawn when the document or the screen changes, never by a drag. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { lifted, peopleWith } from '../working/attention.ts'
import { callName } from '../working/names.ts'
import { moves, myHands, toUnits } from './hands.ts'
import { clearZoom, layOut, ZOOMS, type Zoom } from './layout.ts'
import { rootText_px, textMeasure, useSize } from './measure.ts'
import { watchDrags } from './move.ts'
import { OthersHands } from './OthersHands.tsx'
import { PersonMark } from './PersonMark.tsx'
import { PersonOnMap } from './PersonOnMap.tsx'
import type { Frame } from './picture.ts'
import { putPerson } from './placing.ts'
import { Rings } from './Rings.tsx'
import { spokenFor } from './spoken.ts'
import { type Standings, toPlace } from './standing.ts'
import { canvas, endedDrag, onCanvas, over, placeAt } from './touch.ts'

export interface RingMapProps {
  readonly document: Document
  readonly standing: Standings
  readonly named: boolean
}

export function RingMap({ document, standing, named }: RingMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(box)
  const [chosenZoom, setZoom] = useState<Zoom | null>(null)
  const tagText = (by: number | 'both') => words.map.wonders(callName(by, document))

  const people = standing.rings.map((stood) => toPlace(stood, named, tagText(stood.person.wonder?.by ?? 'both')))
  const text_px = Math.round(rootText_px() * 0.86)
  const frame: Frame = useMemo(
    () => ({
      width: size?.width ?? 320,
      height: size?.height ?? 320,
      text_px,
      widthOf: textMeasure(text_px),
      ringWords: [words.map.rings.closest, words.map.rings.close, words.map.rings.life],
    }),
    [size, text_px],
  )
  const crowd = Math.ceil(people.length / 8)
  const clear = useMemo(() => clearZoom(people, frame), [frame, crowd])
  const zoom = chosenZoom ?? clear
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
        const last = drags.at(-1)
        over.value = last === undefined ? null : (placeAt(last.at)?.ring ?? null)
      }),
    [],
  )

  const focus = lifted.value
  const lit = peopleWith(document, focus)
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
            aria-label={words.map.title(document.names[0] ?? '')}
            onClick={(event) => {
              if (endedDrag() || focus?.kind !== 'person') return
              const place = placeAt({ x: event.clientX, y: event.clientY })
              if (place === null) lifted.value = null
              else putPerson(focus.id, place.ring, place.angle)
            }}
          >
            <Rings
              picture={picture}
              middle={document.names[0]?.trim() || words.map.me}
              over={over.value}
              waiting={waiting}
            />
            {standing.rings.map((stood) => {
              const at = picture.spots.get(stood.key)
              if (at === undefined || stood.role !== 'today') return null
              return (
                <g class="app-today" key={stood.key} transform={`translate(${at.x} ${at.y})`} aria-hidden="true">
                  <PersonMark {...stood.person} radius={picture.mark} ghost blank={!named} />
                </g>
              )
            })}
            {standing.rings.map((stood) => {
              const at = picture.spots.get(stood.key)
              if (at === undefined || stood.role === 'today') return null
              return (
                <PersonOnMap
                  key={stood.key}
                  stood={stood}
                  at={at}
                  mark={picture.mark}
                  touch={picture.touch.get(stood.key) ?? picture.mark}
                  text_px={picture.text_px}
                  label={picture.labels.get(stood.key)}
                  tag={picture.tags.get(stood.key)}
                  tagText={tagText(stood.person.wonder?.by ?? 'both')}
                  spoken={spokenFor(stood.person, document)}
                  lit={focus?.kind !== 'person' && lit.has(stood.person.id)}
                  faded={focus?.kind !== 'person' && lit.size > 0 && !lit.has(stood.person.id)}
                  blank={!named}
                />
              )
            })}
            <OthersHands document={document} picture={picture} />
          </svg>
        )}
      </div>
      <ZoomButtons zoom={zoom} onZoom={setZoom} />
    </div>
  )
}

function ZoomButtons({ zoom, onZoom }: { readonly zoom: Zoom; readonly onZoom: (zoom: Zoom) => void }) {
  const at = ZOOMS.indexOf(zoom)
  const go = (step: number, said: string) => {
    const next = ZOOMS[at + step]
    if (next === undefined) return
    onZoom(next)
    announce(said)
  }
  return (
    <div class="app-zoom">
      <button
        type="button"
        class="app-zoom__button"
        aria-label={words.map.zoomIn}
        aria-disabled={at === ZOOMS.length - 1}
        onClick={() => go(1, words.map.zoomIn)}
      >
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M12 5v14M5 12h14" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
        </svg>
      </button>
      <button
        type="button"
        class="app-zoom__button"
        aria-label={words.map.zoomOut}
        aria-disabled={at <= 0}
        onClick={() => go(-1, words.map.zoomOut)}
      >
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M5 12h14" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
        </svg>
      </button>
    </div>
  )
}
