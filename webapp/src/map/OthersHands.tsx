/** What the other is moving just now, as a ghost with their name. Redrawn at the pace of their finger; nothing else is. */

import type { Document } from '../../../sync/document.ts'
import { toneOf } from '../working/names.ts'
import { fromUnits, othersHands } from './hands.ts'
import { PersonMark } from './PersonMark.tsx'
import type { Picture } from './picture.ts'

export function OthersHands({ document, picture }: { readonly document: Document; readonly picture: Picture }) {
  const hands = othersHands.value
  return (
    <g aria-hidden="true">
      {hands.map((hand) => {
        const person = document.people.find((one) => one.id === hand.person)
        const at = fromUnits(hand, picture.circle)
        const tone = toneOf(hand.by)
        const wide = Array.from(hand.name).length * picture.text_px * 0.62 + 16
        return (
          <g class={`app-other app-other--${tone}`} key={hand.key} transform={`translate(${at.x} ${at.y})`}>
            {person ? (
              <PersonMark {...person} radius={picture.mark} tone={tone} />
            ) : (
              <circle class="app-other__finger" r={picture.mark * 0.5} />
            )}
            <g transform={`translate(${picture.mark * 0.7} ${-picture.mark - picture.text_px * 1.2})`}>
              <rect width={wide} height={picture.text_px * 1.6} rx={8} />
              <text x={wide / 2} y={picture.text_px * 1.12} font-size={picture.text_px * 0.95}>
                {hand.name}
              </text>
            </g>
          </g>
        )
      })}
    </g>
  )
}
