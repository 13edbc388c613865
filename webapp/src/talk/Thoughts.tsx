/** First thoughts of each of the two: names that come to mind, and later drop onto the map. */

import type { Document } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { callName } from '../working/names.ts'
import { addSaying, archiveSaying, placeThought } from './actions.ts'
import { OffTheList } from './Sayings.tsx'
import { through, voicesHere } from './voices.ts'

export function Thoughts({ document }: { readonly document: Document }) {
  const { talk } = words
  if (namesHidden.value) return <p class="app-soft">{talk.namesHidden}</p>
  const voices = lookingBack.value === null ? voicesHere(document) : []
  return (
    <>
      {document.names.map((_, by) => {
        const all = document.sayings.filter((one) => one.kind === 'thought' && one.by === by)
        const own = all.filter(({ archived }) => !archived)
        // What stands on the map, or was taken off it everywhere, is no thought that was put away.
        const away = all.filter((one) => one.archived && one.beside === '' && one.words !== '')
        return (
          <section class="app-stack app-stack--close" aria-label={talk.thoughtsOf(callName(by, document))} key={by}>
            <h4 class="app-said__title">{talk.thoughtsOf(callName(by, document))}</h4>
            <ul class="app-said">
              {own.map((one) => (
                <li class="app-said__one app-said__row" key={one.id}>
                  <span class="app-said__words">
                    <b>{one.words}</b>
                  </span>
                  {voices.length > 0 && (
                    <span class="app-row">
                      <Button
                        label={talk.toMap(one.words)}
                        onPress={() => done(placeThought(one.id), talk.isOnMap(one.words))}
                      >
                        {talk.toMapShort}
                      </Button>
                      {voices.includes(by) && (
                        <Button
                          kind="quiet"
                          label={talk.putAway(one.words)}
                          onPress={() => done(archiveSaying(one.id), talk.isAway(one.words))}
                        >
                          {talk.putAwayShort}
                        </Button>
                      )}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {voices.includes(by) && (
              <AddLine
                open={talk.addThought}
                label={talk.addThought}
                name={`thought ${by}`}
                hint={talk.thoughtName}
                onAdd={(text) => {
                  const outcome = addSaying({ words: text, kind: 'thought', by, through: through.value })
                  if (!isRefused(outcome) && looksWhole(text)) tell(talk.fullName)
                  return outcome
                }}
                said={talk.written}
              />
            )}
            <OffTheList sayings={away} document={document} />
          </section>
        )
      })}
    </>
  )
}

/** Two words that both begin large: most likely a first name and a surname. Uncle Ray has only one of them here. */
export function looksWhole(name: string): boolean {
  const [first = ''] = name.trim().split(/\s+/)
  const isNickname = words.talk.nicknames.some((one) => one === first)
  return !isNickname && /^\p{Lu}\p{L}+\s+\p{Lu}\p{L}+$/u.test(name.trim())
}
