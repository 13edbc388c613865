/** A map to look at: rings and people, and behind them, faint, where they were. Nothing in it can be moved. */

import { useMemo, useRef } from 'preact/hooks'
import type { Point } from '../map/geometry.ts'
import { layOut } from '../map/layout.ts'
import { rootText_px, textMeasure, useSize } from '../map/measure.ts'
import { PersonMark } from '../map/PersonMark.tsx'
import type { Placed } from '../map/picture.ts'
import { Rings } from '../map/Rings.tsx'
import { isRing } from '../map/standing.ts'
import { words } from '../words/en.ts'
import type { Shown } from './shown.ts'

export interface StillMapProps {
  /** What it is a picture of; the words beside it say who stands where. */
  readonly label: string
  readonly middle: string
  readonly people: readonly Shown[]
  /** Their other places. */
  readonly ghosts?: readonly Shown[] | undefined
  /** For paper: laid out for a square this wide, and drawn as large as there is room. */
  readonly printed?: { readonly side_px: number; readonly text_px: number } | undefined
}

export function StillMap({ label, middle, people, ghosts = [], printed }: StillMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const text_px = printed?.text_px ?? Math.round(rootText_px() * 0.8)
  const all = [...people.map((one) => drawn(one, false)), ...ghosts.map((one) => drawn(one, true))].filter(
    (one): one is Drawn => one !== null,
  )
  const shape = JSON.stringify(all)
  const picture = useMemo(() => {
    const placed = all.map(({ key, shown, ring, isGhost }): Placed => {
      const isNamed = !isGhost || !people.some(({ id, ring: at }) => id === shown.id && isRing(at))
      return { id: key, name: isNamed ? shown.name : '', ring, angle: shown.angle, tag: '' }
    })
    const side = printed?.side_px ?? size?.width ?? 320
    return layOut(
      placed,
      {
        width: side,
        height: side,
        text_px,
        widthOf: textMeasure(text_px),
        keepFree: [],
        ringWords: [words.map.rings.closest, words.map.rings.close, words.map.rings.life],
      },
      1,
    )
  }, [shape, size, text_px, printed?.side_px])
  const at = (key: string): Point => picture.spots.get(key) ?? picture.circle

  return (
    <div class="app-still" ref={box}>
      {size !== null && (
        <svg
          class={printed ? 'app-still__svg app-still__svg--printed' : 'app-still__svg'}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          width={picture.width}
          height={picture.height}
          role="img"
          aria-label={label}
        >
          <Rings picture={picture} middle={middle} waiting={false} across={false} />
          {all.map(({ key, shown, isGhost }) => {
            const to = picture.spots.get(shown.id)
            const from = at(key)
            return isGhost && to !== undefined ? (
              <path class="app-still__way" key={key} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            ) : null
          })}
          {all.map(({ key, shown, isGhost }) => {
            const { x, y } = at(key)
            const label_ = picture.labels.get(key)
            return (
              <g class={isGhost ? 'app-figure app-figure--today' : 'app-figure'} key={key}>
                <g transform={`translate(${x} ${y})`}>
                  <PersonMark
                    kind={shown.kind}
                    name={shown.name}
                    face={shown.face}
                    radius={picture.mark}
                    died={shown.died}
                    ghost={isGhost}
                  />
                </g>
                {label_?.lines.map((line, i) => (
                  <text
                    class="app-figure__name"
                    key={i}
                    x={label_.x}
                    y={label_.y + i * picture.text_px * 1.2}
                    text-anchor={label_.anchor}
                    font-size={picture.text_px}
                  >
                    {line}
                  </text>
                ))}
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}

interface Drawn {
  readonly key: string
  readonly shown: Shown
  readonly ring: Placed['ring']
  readonly isGhost: boolean
}

/** Null for whoever is on no ring: they are in the words beside the picture. */
function drawn(shown: Shown, isGhost: boolean): Drawn | null {
  return isRing(shown.ring) ? { key: isGhost ? `${shown.id} then` : shown.id, shown, ring: shown.ring, isGhost } : null
}
