/** A map as a list, ring by ring: the equal of the drawing for whoever hears it or cannot make it out. */

import type { Ring } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { namesOf } from './said.ts'
import type { Shown } from './shown.ts'

const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']

export function WhoWhere({ title, people }: { readonly title: string; readonly people: readonly Shown[] }) {
  const places = PLACES.map((ring) => ({ ring, here: people.filter((one) => one.ring === ring) }))
  return (
    <details class="app-who-where">
      <summary class="app-who-where__title">{title}</summary>
      <dl class="app-was-list">
        {places
          .filter(({ here }) => here.length > 0)
          .map(({ ring, here }) => (
            <div class="app-was" key={ring}>
              <dt class="app-soft">{words.map.places[ring]}</dt>
              <dd>{namesOf(here)}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
