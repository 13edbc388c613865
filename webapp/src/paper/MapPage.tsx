/** A page with the map: drawn, and under it the same in words, place by place. An idea of the other is no place yet, and not on it. */

import type { Document, Ring } from '../../../sync/document.ts'
import { StillMap } from '../pictures/StillMap.tsx'
import { namesOf } from '../pictures/said.ts'
import { shownNow } from '../pictures/shown.ts'
import { words } from '../words/en.ts'
import { PageHead } from './PageHead.tsx'

interface MapPageProps {
  readonly document: Document
  readonly isLarge: boolean
}

const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']

/** The width of a sheet of A4 between its margins, in CSS pixels. */
const SIDE_PX = 680
const TEXT_PX = 17
const LARGE_TEXT_PX = 24

export function MapPage({ document, isLarge }: MapPageProps) {
  const { paper, map } = words
  const people = shownNow(document)
  const name = document.names[0]?.trim() ?? ''
  const title = name === '' ? paper.mapTitleNoName : paper.mapTitle(name)
  const places = PLACES.map((ring) => ({ ring, here: people.filter((one) => one.ring === ring) }))
  return (
    <section class={isLarge ? 'app-page app-page--large' : 'app-page'} aria-label={title}>
      <PageHead title={title} />
      {people.length === 0 ? (
        <p>{paper.nobody}</p>
      ) : (
        <>
          <StillMap
            label={title}
            middle={name || map.me}
            people={people}
            printed={{ side_px: SIDE_PX, text_px: isLarge ? LARGE_TEXT_PX : TEXT_PX }}
          />
          <dl class="app-page__places">
            {places
              .filter(({ here }) => here.length > 0)
              .map(({ ring, here }) => (
                <div class="app-page__row" key={ring}>
                  <dt>{map.places[ring]}</dt>
                  <dd>{namesOf(here)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </section>
  )
}
