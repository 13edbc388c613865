/** Those who were placed before and are not now: asked about one by one, and nobody has to answer. */

import type { Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { archivePerson } from '../map/actions.ts'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { placeAgain } from './placing-again.ts'
import type { Shown } from './shown.ts'

interface NotPlacedProps {
  readonly document: Document
  /** As they were then. Whoever has died is not asked about. */
  readonly people: readonly Shown[]
}

export function NotPlaced({ document, people }: NotPlacedProps) {
  const asked = people.filter(({ died }) => !died)
  if (asked.length === 0) return null
  return (
    <section class="app-stack app-stack--close" aria-label={words.pictures.askHint}>
      <p class="app-soft">{words.pictures.askHint}</p>
      <ul class="app-stack">
        {asked.map((one) => {
          const place = words.map.places[one.ring]
          const isAway = document.people.some(({ id, archived }) => id === one.id && archived)
          return (
            <li class="app-not-placed" key={one.id}>
              <p>{words.pictures.ask(one.name, place)}</p>
              <span class="app-row">
                <Button
                  label={`${one.name}: ${words.pictures.stillThere}`}
                  onPress={() => done(placeAgain(one), words.pictures.isBack(one.name, place))}
                >
                  {words.pictures.stillThere}
                </Button>
                {!isAway && (
                  <Button
                    label={`${one.name}: ${words.pictures.notNow}`}
                    onPress={() => done(archivePerson(one.id), words.map.isAway(one.name))}
                  >
                    {words.pictures.notNow}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
