/** The name of whoever is picked up and found no room for it: over everybody else, so that it is plain who is meant. */

import type { Person } from '../../../sync/document.ts'
import type { Picture } from './picture.ts'

export function PickedName({ person, picture }: { readonly person: Person; readonly picture: Picture }) {
  const at = picture.spots.get(person.id)
  if (at === undefined || picture.labels.has(person.id) || person.name === '') return null
  const { text_px, mark, width } = picture
  const wide = Math.min(width, picture.widthOf(person.name) + text_px)
  const x = Math.max(wide / 2, Math.min(width - wide / 2, at.x))
  const over = mark + text_px * 1.9
  const y = at.y > over ? at.y - over : at.y + mark + text_px * 0.3
  return (
    <g class="app-picked" transform={`translate(${x} ${y})`} aria-hidden="true">
      <rect x={-wide / 2} width={wide} height={text_px * 1.6} rx={8} />
      <text y={text_px * 1.12} font-size={text_px}>
        {person.name}
      </text>
    </g>
  )
}
