/** A map to look at under its title: drawn, and folded beneath it the same in words, ring by ring. */

import type { Ring } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { StillMap } from './StillMap.tsx'
import { namesOf } from './said.ts'
import type { Shown } from './shown.ts'

const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']

/** Places that are no ring: the drawing has none of them. */
const ASIDE: readonly Ring[] = ['tray', 'past']

export interface OnIt extends Pick<Shown, 'id' | 'name' | 'face' | 'kind' | 'died' | 'ring' | 'angle'> {
  /** What is said of them, or ''. */
  readonly words: string
}

export interface OneMapProps {
  readonly title: string
  readonly middle: string
  readonly onIt: readonly OnIt[]
  /** Said where it is empty. */
  readonly nobody?: string | undefined
  readonly note?: string | undefined
  /** Of the one who helps: its middle has their colour. */
  readonly isTheirs?: boolean | undefined
}

export function OneMap({ title, middle, onIt, nobody, note, isTheirs = false }: OneMapProps) {
  const { pictures, map } = words
  const on = (ring: Ring) => onIt.filter((one) => one.ring === ring)
  return (
    <section
      class={`app-stills__one app-stack app-stack--close${isTheirs ? ' app-stills__one--theirs' : ''}`}
      aria-label={title}
    >
      <h3>{title}</h3>
      <StillMap
        label={title}
        middle={middle}
        people={onIt.map((one) => ({ ...one, service: 'unknown', contexts: [] }))}
      />
      {note !== undefined && <p class="app-soft">{note}</p>}
      {ASIDE.map(
        (ring) => on(ring).length > 0 && <p key={ring}>{pictures.said(map.places[ring], namesOf(on(ring)))}</p>,
      )}
      {onIt.length === 0 ? (
        nobody !== undefined && <p>{nobody}</p>
      ) : (
        <details class="app-who-where">
          <summary class="app-who-where__title">{pictures.inWords(title)}</summary>
          {PLACES.filter((ring) => on(ring).length > 0).map((ring) => (
            <div key={ring}>
              <h4 class="app-stills__place">{map.places[ring]}</h4>
              <ul>
                {on(ring).map((one) => (
                  <li key={one.id}>{one.words === '' ? one.name : pictures.said(one.name, one.words)}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
    </section>
  )
}
