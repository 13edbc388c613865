/** What exactly stopped it: three questions at most, one at a time, and each may be left. */

import { useState } from 'preact/hooks'
import type { Document, Saying } from '../../../sync/document.ts'
import { saidBeside } from '../document/copies.ts'
import { Button } from '../kit/Button.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { brief } from '../plan/said.ts'
import { addSaying } from '../talk/actions.ts'
import { Said } from '../talk/Sayings.tsx'
import { through, voicesHere } from '../talk/voices.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { carryToBoard, isOnBoard } from './actions.ts'
import { toldOnce } from './column-actions.ts'

export function Stopped({ document }: { readonly document: Document }) {
  const notYet = toldOnce(document.sayings.filter((one) => one.kind === 'not yet' && !one.archived))
  return (
    <>
      {notYet.map((one) => (
        <OfOne key={one.id} saying={one} document={document} />
      ))}
    </>
  )
}

function OfOne({ saying, document }: { readonly saying: Saying; readonly document: Document }) {
  const { going } = words
  const [isEnough, setEnough] = useState(false)
  const what = brief(saying.words, words.history.nothing)
  const said = saidBeside(document.sayings, saying.id).filter(({ kind }) => kind === 'stopped')
  const question = going.askStopped[said.length]
  const mayAnswer = lookingBack.value === null && voicesHere(document).includes(saying.by)
  return (
    <section class="app-stack app-stack--close" aria-label={going.stopped(what)}>
      <h4 class="app-said__title">{going.stopped(what)}</h4>
      {said.map((one) => {
        const stopped = brief(one.words, words.history.nothing)
        return (
          <div class="app-said__beside app-said__row" key={one.id}>
            <Said saying={one} document={document} />
            {mayAnswer && !isOnBoard(one, document) && (
              <Button
                kind="quiet"
                label={going.carry(stopped)}
                onPress={() => done(carryToBoard(one), going.isCarried(stopped))}
              >
                {going.carryShort}
              </Button>
            )}
          </div>
        )
      })}
      {mayAnswer && !isEnough && question !== undefined && (
        <>
          <AddLine
            open={question}
            label={question}
            name={`stopped ${saying.id}`}
            onAdd={(text) =>
              addSaying({
                words: text,
                kind: 'stopped',
                by: saying.by,
                beside: `sayings/${saying.id}`,
                through: through.value,
              })
            }
            said={words.talk.written}
          />
          <div>
            <Button kind="quiet" onPress={() => setEnough(true)}>
              {going.enough}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
